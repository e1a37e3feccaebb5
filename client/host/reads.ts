import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { call, type Endpoint, type Question } from '../api/call.ts';
import { Refusal } from '../api/refusal.ts';
import { type Action, useAction } from '../api/use-action.ts';

/** Where the list of devices is kept between readings. */
export const DEVICES = ['devices'] as const;

/** Where the bookings of days are kept between readings. */
export const BOOKINGS = ['bookings'] as const;

/** Where the mails of the space are kept between readings. */
export const MAILS = ['mails'] as const;

/** Where the rooms of the space are kept, for all that calls them by name. */
const ROOMS = ['rooms'] as const;

/** Where all is kept that the pages about money read. */
const BOOKS = 'books';

/** What a page reads of the house: nothing yet, the answer, or why there is none. */
export interface Read<Reply> {
  readonly data: Reply | undefined;
  readonly refusal: Refusal | undefined;
}

/** Reads as a host, and again after each act of this console. */
export function useRead<Path extends string, Reply extends z.ZodType>(
  asked: Endpoint<Path, z.ZodNever, Reply>,
  question: Pick<Question<Path, z.ZodNever>, 'params' | 'query'> = {},
  { isOn = true } = {},
): Read<z.output<Reply>> {
  const { data, error } = useQuery({
    queryKey: [BOOKS, asked.path, question.params, question.query],
    queryFn: ({ signal }) => call(asked, { ...question, as: 'host', signal }),
    enabled: isOn,
    retry: (count, fault) => count < 3 && !(fault instanceof Refusal && !fault.isUnanswered),
  });
  return { data, refusal: error instanceof Refusal ? error : undefined };
}

type Act<Path extends string, Body extends z.ZodType, Reply extends z.ZodType> = Omit<
  Action<Path, Body, Reply>,
  'run'
> & {
  /** Resolves with the reply, or with nothing when it was refused; `refusal` then says why. */
  readonly act: (
    question?: Pick<Question<Path, Body>, 'params' | 'body'>,
  ) => Promise<z.output<Reply> | undefined>;
};

/** Does something as a host. What it changes elsewhere is many things, so all that the pages read is read again. */
export function useAct<Path extends string, Body extends z.ZodType, Reply extends z.ZodType>(
  asked: Endpoint<Path, Body, Reply>,
): Act<Path, Body, Reply> {
  const reads = useQueryClient();
  const { run, ...rest } = useAction(asked);
  const act = async (question: Pick<Question<Path, Body>, 'params' | 'body'> = {}) => {
    const reply = await run({ as: 'host', ...question });
    if (reply instanceof Refusal) return undefined;
    await Promise.all([
      reads.invalidateQueries({ queryKey: [BOOKS] }),
      reads.invalidateQueries({ queryKey: ROOMS }),
    ]);
    return reply;
  };
  return { ...rest, act };
}
