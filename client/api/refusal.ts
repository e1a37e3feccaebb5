import { type Problem, problem } from '#contract/platform';

/** Why a call was not answered as asked: the server's stable code, or one of ours when no answer came. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: string,
    readonly status: number,
    readonly details: Problem['details'] = {},
  ) {
    super(code);
  }

  /** Did nothing come back, so that asking again must carry the same key? */
  get isUnanswered(): boolean {
    return this.status === 0 || this.status >= 500 || this.code === 'retry_in_progress';
  }

  /** Is the credential no longer good? */
  get isSignedOut(): boolean {
    return this.status === 401;
  }
}

/** Codes of the client's own, translated beside the server's. */
export const errors = ['offline', 'reply_unreadable'] as const;

/** A problem reply (RFC 9457) as a refusal; anything else a server says is its fault. */
export function refusalOf(status: number, body: unknown): Refusal {
  const known = problem.safeParse(body);
  return known.success
    ? new Refusal(known.data.code, status, known.data.details)
    : new Refusal('server_fault', status);
}
