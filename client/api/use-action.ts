import { useCallback, useRef, useState } from 'react';
import type { z } from 'zod';
import { call, type Endpoint, type Question } from './call.ts';
import { newId } from './new-id.ts';
import { Refusal } from './refusal.ts';

/** Something a person can set off: whether it runs, why it was refused, and how to set it off. */
export interface Action<Path extends string, Body extends z.ZodType, Reply extends z.ZodType> {
  /** Resolves with the reply, or with the refusal that is then also in `refusal`. */
  readonly run: (question?: Omit<Question<Path, Body>, 'key'>) => Promise<z.output<Reply> | Refusal>;
  readonly isBusy: boolean;
  readonly refusal: Refusal | undefined;
  readonly forgive: () => void;
}

/**
 * An endpoint as an action of a surface. When no answer came, asking the same again carries the same key, so that
 * it is done once; any answer, also a refusal, ends the action.
 */
export function useAction<Path extends string, Body extends z.ZodType, Reply extends z.ZodType>(
  asked: Endpoint<Path, Body, Reply>,
): Action<Path, Body, Reply> {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const unanswered = useRef<{ text: string; key: string }>(undefined);

  const run = useCallback(
    async (question: Omit<Question<Path, Body>, 'key'> = {}) => {
      const text = JSON.stringify([question.params, question.body]);
      const key = unanswered.current?.text === text ? unanswered.current.key : newId();
      unanswered.current = { text, key };
      setBusy(true);
      setRefusal(undefined);
      try {
        const reply = await call(asked, { ...question, key });
        unanswered.current = undefined;
        return reply;
      } catch (fault) {
        if (!(fault instanceof Refusal)) throw fault;
        if (!fault.isUnanswered) unanswered.current = undefined;
        setRefusal(fault);
        return fault;
      } finally {
        setBusy(false);
      }
    },
    [asked],
  );

  return { run, isBusy, refusal, forgive: useCallback(() => setRefusal(undefined), []) };
}
