import { Binary } from 'bson';
import { USER } from './address.ts';
import { type Doc, double, encode } from './document.ts';
import { failure, StoreError } from './error.ts';
import { ScramExchange, type ScramKeys } from './scram.ts';
import type { Answering } from './socket.ts';
import type { Request } from './wire-message.ts';

/** What a client may ask before it has proved who it is, as of MongoDB. */
const OPEN = new Set(['hello', 'isMaster', 'ismaster', 'ping', 'buildInfo', 'buildinfo', 'endSessions']);
const MECHANISM = 'SCRAM-SHA-256';

/** Lets in who knows the credential of a store that listens on a port, which every user of the machine can reach. */
export class Doorman implements Answering {
  private readonly exchanges = new Map<number, ScramExchange>();
  private readonly known = new Set<number>();

  constructor(
    private readonly inner: Answering,
    private readonly keys: ScramKeys,
  ) {}

  async answer(request: Request, connection: number): Promise<Buffer> {
    const [name = ''] = Object.keys(request.body);
    try {
      if (name === 'saslStart') return encode(this.start(request.body, connection));
      if (name === 'saslContinue') return encode(this.proceed(request.body, connection));
      if (!this.known.has(connection) && !OPEN.has(name))
        throw new StoreError('Unauthorized', `Command ${name} requires authentication`);
    } catch (error) {
      return encode({ ...failure(error), ok: double(0) });
    }
    return this.inner.answer(request, connection);
  }

  closed(connection: number): void {
    this.exchanges.delete(connection);
    this.known.delete(connection);
    this.inner.closed(connection);
  }

  private start({ mechanism, payload }: Doc, connection: number): Doc {
    if (mechanism !== MECHANISM)
      throw new StoreError('MechanismUnavailable', `the mechanism here is ${MECHANISM}`);
    const exchange = new ScramExchange(USER, this.keys);
    this.exchanges.set(connection, exchange);
    return reply(exchange.begin(textOf(payload)), false);
  }

  private proceed({ payload }: Doc, connection: number): Doc {
    const exchange = this.exchanges.get(connection);
    this.exchanges.delete(connection);
    const answer = reply(exchange?.finish(textOf(payload)), true);
    this.known.add(connection);
    return answer;
  }
}

function textOf(payload: unknown): string {
  return payload instanceof Binary ? Buffer.from(payload.value()).toString('utf8') : '';
}

function reply(payload: string | undefined, done: boolean): Doc {
  if (payload === undefined) throw new StoreError('AuthenticationFailed', 'Authentication failed.');
  return { conversationId: 1, done, payload: new Binary(Buffer.from(payload)), ok: double(1) };
}
