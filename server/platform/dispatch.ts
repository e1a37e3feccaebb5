import type { Request, RequestHandler, Response } from 'express';
import { Router } from 'express';
import { type ZodType, z } from 'zod';
import { type Actor, may } from '#values/actor';
import { forbidden, unauthenticated } from '#values/errors';
import { COMMON_PER_MINUTE } from './config.ts';
import { type Credentials, credentialsOf, grantOn } from './credentials.ts';
import { type Endpoint, file } from './endpoint.ts';
import type { Answer, Idempotency } from './idempotency.ts';
import { parseRequest } from './problem.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';

interface DispatchNeeds {
  authenticate(credentials: Credentials): Promise<Actor>;
  idempotency: Idempotency;
  requestsPerMinute: number;
  publicUrl: string | undefined;
}

const addressOf = (request: Request) => `address ${request.ip ?? 'unknown'}`;

/** A request counts against its credential, and against its address where it shows none. */
function callerOf(request: Request, { token }: Credentials): string {
  return token ? `token ${token}` : addressOf(request);
}

function demand(actor: Actor, row: Endpoint): void {
  if (may(actor, row.allow)) return;
  if (actor.role === 'visitor') throw unauthenticated('not_signed_in');
  throw forbidden('not_allowed');
}

const NOTHING = z.strictObject({});

/** An endpoint that asks for nothing is told nothing: what it would not read is refused, not ignored. */
function parsed(schema: ZodType | undefined, input: unknown): unknown {
  if (schema) return parseRequest(schema, input);
  parseRequest(NOTHING, input ?? {});
  return undefined;
}

/** A file is shown where a browser can, and keeps its name where it is saved. */
function sendFile(response: Response, mediaType: string, reply: unknown): void {
  const { name, bytes } = file.parse(reply);
  response.attachment(name).type(mediaType);
  response.set(
    'content-disposition',
    String(response.get('content-disposition')).replace('attachment', 'inline'),
  );
  response.send(Buffer.from(bytes));
}

/** The reply of an endpoint whose answers last, as text: checked and written once for the very same answer. */
function createTexts(schema: ZodType): (answer: unknown) => string {
  const texts = new WeakMap<object, string>();
  return (answer) => {
    if (typeof answer !== 'object' || answer === null)
      throw new TypeError('an answer that lasts is an object');
    const text = texts.get(answer) ?? JSON.stringify(schema.parse(answer));
    texts.set(answer, text);
    return text;
  };
}

/** May they → parse → once → handle → parse the reply: the one path of every request through the house. */
function handlerOf(row: Endpoint, needs: DispatchNeeds, common: RateLimit): RequestHandler {
  const raised = Math.max(1, needs.requestsPerMinute / COMMON_PER_MINUTE);
  const tight = row.perMinute === undefined ? undefined : createRateLimit(Math.floor(row.perMinute * raised));
  const mutates = row.method !== 'get';
  const textOf = row.lasting ? createTexts(row.reply) : undefined;

  return async (request: Request, response: Response) => {
    const credentials = credentialsOf(request);
    const caller = callerOf(request, credentials);
    await common.spend(caller);
    await tight?.spend(caller);
    const actor = await needs
      .authenticate(row.ignoresCredential ? {} : credentials)
      .catch(async (refusal: unknown) => {
        // Who makes up credentials is counted as the one caller they are.
        await common.spend(addressOf(request));
        throw refusal;
      });
    demand(actor, row);
    const call = {
      actor,
      params: row.params ? parseRequest(row.params, request.params) : undefined,
      query: parsed(row.query, request.query),
      body: parsed(row.body, request.body),
      grant: grantOn(request, response),
      credentials,
      origin: needs.publicUrl ?? `${request.protocol}://${request.get('host')}`,
    };
    if (textOf)
      return void response
        .status(row.status ?? 200)
        .type('json')
        .send(textOf(await row.run(call)));
    const work = async (): Promise<Answer> => ({
      status: row.status ?? 200,
      body: row.reply.parse(await row.run(call)),
    });

    if (row.mediaType !== undefined) return sendFile(response, row.mediaType, await row.run(call));
    const key = request.get('idempotency-key');
    const remembered = mutates && key !== undefined && row.retrySafe !== false;
    const answer = remembered
      ? await needs.idempotency.once(
          { caller, key, request: JSON.stringify([row.method, request.path, request.body ?? null]) },
          work,
        )
      : await work();
    response.status(answer.status).json(answer.body);
  };
}

/** Mounts the table of endpoints. */
export function dispatch(table: readonly Endpoint[], needs: DispatchNeeds): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const common = createRateLimit(needs.requestsPerMinute);
  for (const row of table) {
    const path = row.path.replaceAll(/\{(\w+)\}/g, ':$1');
    router[row.method](path, handlerOf(row, needs, common));
  }
  return router;
}
