import { useState } from 'react';
import type { z } from 'zod';

/** Something that is being written: what stands there, what the contract makes of it, and which fields are wrong. */
export interface Draft<Written, Read> {
  readonly written: Written;
  readonly change: (part: Partial<Written>) => void;
  readonly begin: (written: Written) => void;
  readonly read: Read | undefined;
  /** Is the field of this path wrong, or one below it? */
  readonly isWrong: (path: string) => boolean;
}

/**
 * A draft that a contract reads. @param sentOf leaves out what is empty, because the contract knows no empty words.
 */
export function useDraft<Written extends object, Read>(
  first: Written | (() => Written),
  contract: z.ZodType<Read>,
  sentOf: (written: Written) => unknown = (written) => written,
): Draft<Written, Read> {
  const [written, begin] = useState(first);
  const parsed = contract.safeParse(sentOf(written));
  const wrong = parsed.error?.issues.map(({ path }) => path.join('.')) ?? [];
  return {
    written,
    begin,
    change: (part) => begin((before) => ({ ...before, ...part })),
    read: parsed.data,
    isWrong: (path) => wrong.some((one) => one === path || one.startsWith(`${path}.`)),
  };
}

/** An optional line as the contract wants it: there, or not at all. */
export function filled(name: string, text: string): Record<string, string> {
  return text.trim() === '' ? {} : { [name]: text.trim() };
}
