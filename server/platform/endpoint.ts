import { type ZodType, z } from 'zod';
import type { Actor, Permission } from '#values/actor';
import type { Credentials, Grant } from './credentials.ts';

export type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** What a handler is given: who asks, what they asked for, already parsed. */
export interface Call<Params, Query, Body> {
  actor: Actor;
  params: Params;
  query: Query;
  body: Body;
  grant: Grant;
  /** What the caller showed, for signing out. */
  credentials: Credentials;
  /** The address under which this request reached the house. */
  origin: string;
}

interface EndpointBase {
  method: Method;
  /** Below `/api`, with `{name}` for parameters, as OpenAPI writes it. */
  path: `/${string}`;
  allow: Permission;
  summary: string;
  /** The status of a successful reply. */
  status?: 200 | 201;
  /** A tighter allowance than the common one: guesses a minute for each credential or address. */
  perMinute?: number;
  /** Where it does not matter who asks, a credential that has run out must not stand in the way of a new one. */
  ignoresCredential?: true;
  /** False where a repeated call must not be answered from memory, because its reply holds a secret. */
  retrySafe?: boolean;
  /**
   * True where the handler answers with the very same object for as long as its answer is the same, and nobody writes
   * to it: a large reply is then checked and written as text once.
   */
  lasting?: true;
  /** The media type of a reply that is a file; without it replies are JSON. */
  mediaType?: string;
}

/** What an endpoint with a media type replies: bytes, and the name under which they are kept. */
export const file = z.strictObject({ name: z.string(), bytes: z.instanceof(Uint8Array) });

/** An endpoint whose types have been checked, ready for the table. */
export interface Endpoint extends EndpointBase {
  params: ZodType | undefined;
  query: ZodType | undefined;
  body: ZodType | undefined;
  reply: ZodType;
  run(call: Call<unknown, unknown, unknown>): Promise<unknown>;
}

type Parsed<Schema> = Schema extends ZodType ? z.infer<Schema> : undefined;

interface EndpointSpec<Params, Query, Body, Reply extends ZodType> extends EndpointBase {
  params?: Params;
  query?: Query;
  body?: Body;
  reply: Reply;
  handle(call: Call<Parsed<Params>, Parsed<Query>, Parsed<Body>>): Promise<z.input<Reply>> | z.input<Reply>;
}

/** One row of a slice's table. Permission and the reply's shape are required, so none can be forgotten. */
export function endpoint<
  Reply extends ZodType,
  Params extends ZodType | undefined = undefined,
  Query extends ZodType | undefined = undefined,
  Body extends ZodType | undefined = undefined,
>(spec: EndpointSpec<Params, Query, Body, Reply>): Endpoint {
  const { handle, ...rest } = spec;
  return {
    ...rest,
    params: spec.params,
    query: spec.query,
    body: spec.body,
    // The dispatcher parses with these very schemas before it calls, which is what makes the types true.
    run: async (call) => handle(call as Call<Parsed<Params>, Parsed<Query>, Parsed<Body>>),
  };
}
