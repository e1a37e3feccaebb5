import { setTimeout as delay } from 'node:timers/promises';
import { Arguments } from './arguments.ts';
import { type Doc, decode, double, encode, isDoc } from './document.ts';
import { failure, StoreError } from './error.ts';
import { isNumeric, nearestDouble } from './exact-number.ts';
import type { Answering } from './socket.ts';
import type { Request } from './wire-message.ts';

/** What is done to which commands. */
interface Fault {
  commands: readonly unknown[];
  /** Only to the program that hello told this name of. */
  program: unknown;
  delayMs: number;
  closesConnection: boolean;
  /** Sent in place of the reply. */
  refusal: Doc | undefined;
  /** Added to the reply. */
  additions: Doc;
}

/** How many commands are let through first, and how many are struck then. */
interface Turns {
  skip: number;
  times: number;
}

const DATA_FIELDS = [
  'failCommands',
  'appName',
  'blockConnection',
  'blockTimeMS',
  'closeConnection',
  'errorCode',
  'errorLabels',
  'writeConcernError',
];

/**
 * Makes commands fail on demand, so that clients can try their error paths. It stands before the dispatch, and only in
 * a store that was opened with `testCommands`. Source: MongoDB's description of its fail point `failCommand`.
 */
export class FailPoint implements Answering {
  private turns: Turns = { skip: 0, times: 0 };
  private fault: Fault | undefined;
  private struck = 0;
  /** By connection. */
  private readonly programs = new Map<number, unknown>();

  constructor(private readonly inner: Answering) {}

  /** The reply to a request. @throws Error when the connection is to be closed without one */
  async answer(request: Request, connection: number): Promise<Buffer> {
    const { body } = request;
    const [name = ''] = Object.keys(body);
    if (name === 'configureFailPoint') return this.configure(body);
    if (isDoc(body.client) && isDoc(body.client.application)) {
      this.programs.set(connection, body.client.application.name);
    }
    const fault = this.strike(name, connection);
    if (!fault) return this.inner.answer(request, connection);
    await delay(fault.delayMs);
    if (fault.closesConnection) throw new Error('a fail point closes the connection');
    if (fault.refusal) return encode(fault.refusal);
    return encode({ ...decode(await this.inner.answer(request, connection)), ...fault.additions });
  }

  closed(connection: number): void {
    this.programs.delete(connection);
    this.inner.closed(connection);
  }

  private configure(body: Doc): Buffer {
    try {
      const args = new Arguments(body, 'configureFailPoint', ['mode', 'data'], true);
      const name = args.text('configureFailPoint');
      if (body.$db !== 'admin')
        throw new StoreError(
          'Unauthorized',
          'configureFailPoint may only be run against the admin database.',
        );
      if (name !== 'failCommand') throw new StoreError('FailPointSetFailed', `${name} not found`);
      this.turns = turnsOf(args.raw('mode'));
      this.fault = faultOf(args.document('data') ?? {});
      const count = this.struck;
      this.struck = 0;
      return encode({ count, ok: double(1) });
    } catch (error) {
      return encode({ ...failure(error), ok: double(0) });
    }
  }

  private strike(name: string, connection: number): Fault | undefined {
    const { turns, fault } = this;
    if (turns.times <= 0 || !fault?.commands.includes(name)) return undefined;
    if (fault.program !== undefined && fault.program !== this.programs.get(connection)) return undefined;
    turns.skip -= 1;
    if (turns.skip >= 0) return undefined;
    turns.times -= 1;
    this.struck += 1;
    return fault;
  }
}

function turnsOf(mode: unknown): Turns {
  const always = Number.POSITIVE_INFINITY;
  if (mode === 'off') return { skip: 0, times: 0 };
  if (mode === 'alwaysOn') return { skip: 0, times: always };
  if (isDoc(mode) && isNumeric(mode.times)) return { skip: 0, times: nearestDouble(mode.times) };
  if (isDoc(mode) && isNumeric(mode.skip)) return { skip: nearestDouble(mode.skip), times: always };
  throw new StoreError('BadValue', "a fail point's mode is 'off', 'alwaysOn', { times } or { skip }");
}

function faultOf(given: Doc): Fault {
  const data = new Arguments(given, 'data', DATA_FIELDS);
  const commands = data.raw('failCommands');
  const { writeConcernError, errorLabels } = given;
  const labels = errorLabels !== undefined && { errorLabels };
  return {
    commands: Array.isArray(commands) ? commands : [],
    program: data.raw('appName'),
    delayMs: data.flag('blockConnection') ? (data.size('blockTimeMS') ?? 0) : 0,
    closesConnection: data.flag('closeConnection'),
    refusal: data.has('errorCode')
      ? {
          ok: double(0),
          errmsg: "Failing command via 'failCommand' failpoint",
          code: data.raw('errorCode'),
          ...labels,
        }
      : undefined,
    additions: { ...(writeConcernError !== undefined && { writeConcernError }), ...labels },
  };
}
