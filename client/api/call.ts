import type { z } from 'zod';
import type { Credential } from '#contract/auth';
import { CREDENTIAL_HEADER } from '#contract/platform';
import { newId } from './new-id.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { tellSignedOut } from './signed-out.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The `:names` of a path. */
type Names<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** One thing the server can be asked: built from the contract's schemas, so both sides agree by construction. */
export interface Endpoint<Path extends string, Body extends z.ZodType, Reply extends z.ZodType> {
  readonly method: Method;
  /** Below `/api`, with `:names` for what `params` fills in. */
  readonly path: Path;
  readonly body?: Body;
  readonly reply: Reply;
}

/** Describes an endpoint. */
export function endpoint<
  const Path extends string,
  Reply extends z.ZodType,
  Body extends z.ZodType = z.ZodNever,
>(described: Endpoint<Path, Body, Reply>): Endpoint<Path, Body, Reply> {
  return described;
}

export interface Question<Path extends string, Body extends z.ZodType> {
  /** Which of this browser's credentials is meant; without one the caller is a visitor. */
  readonly as?: Credential;
  readonly params?: Readonly<Record<Names<Path>, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: z.input<Body>;
  /** Names the action; the same action asked again carries the same key. */
  readonly key?: string;
  readonly signal?: AbortSignal;
}

/**
 * Asks the server. A reply is parsed with its contract.
 * @throws Refusal with the server's code; `offline` when nothing came back; `reply_unreadable` when it was not understood.
 */
export async function call<Path extends string, Body extends z.ZodType, Reply extends z.ZodType>(
  asked: Endpoint<Path, Body, Reply>,
  question: Question<Path, Body> = {},
): Promise<z.output<Reply>> {
  const response = await send(asked.method, addressOf(asked.path, question), question);
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const refusal = refusalOf(response.status, body);
    if (refusal.isSignedOut && question.as) tellSignedOut(question.as);
    throw refusal;
  }
  const reply = asked.reply.safeParse(body);
  if (!reply.success) throw new Refusal('reply_unreadable', response.status);
  return reply.data;
}

/**
 * Fetches a file that only whoever is signed in may have.
 * @throws Refusal as `call` does.
 */
export async function callFile(path: string, as: Credential): Promise<Blob> {
  const response = await send('GET', `/api${path}`, { as });
  if (!response.ok) throw refusalOf(response.status, await response.json().catch(() => undefined));
  return response.blob();
}

function addressOf<Path extends string, Body extends z.ZodType>(path: Path, question: Question<Path, Body>) {
  const params: Readonly<Record<string, string>> = question.params ?? {};
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new RangeError(`${path} needs ${name}`);
    return encodeURIComponent(value);
  });
  const query = question.query ? `?${new URLSearchParams(question.query)}` : '';
  return `/api${filled}${query}`;
}

async function send(
  method: Method,
  address: string,
  question: Pick<Question<string, z.ZodType>, 'as' | 'body' | 'key' | 'signal'>,
): Promise<Response> {
  const headers = new Headers({ accept: 'application/json' });
  if (question.as) headers.set(CREDENTIAL_HEADER, question.as);
  if (question.body !== undefined) headers.set('content-type', 'application/json');
  if (method !== 'GET') headers.set('idempotency-key', question.key ?? newId());
  try {
    return await fetch(address, {
      method,
      headers,
      body: question.body === undefined ? null : JSON.stringify(question.body),
      credentials: 'same-origin',
      signal: question.signal ?? null,
    });
  } catch (fault) {
    // A question that was taken back is not a fault of the network; whoever took it back wants to know.
    if (question.signal?.aborted) throw fault;
    throw new Refusal('offline', 0);
  }
}
