import { BSON } from 'bson';
import { Arguments, checkGenericFields } from './arguments.ts';
import { AGGREGATE_COMMANDS } from './commands/aggregate.ts';
import { BULK_COMMANDS } from './commands/bulk-write.ts';
import { COLLECTION_COMMANDS } from './commands/collections.ts';
import { HANDSHAKE_COMMANDS } from './commands/handshake.ts';
import { INDEX_COMMANDS } from './commands/indexes.ts';
import { READING_COMMANDS } from './commands/reading.ts';
import { WRITING_COMMANDS } from './commands/writing.ts';
import { type Doc, double } from './document.ts';
import type { Call, Command, Engine, Log } from './engine.ts';
import { failure, isDiskFull, StoreError } from './error.ts';
import type { GroupCommit } from './group-commit.ts';
import {
  asksForCursors,
  canBeHandedOver,
  cursorLeftBy,
  isTame,
  NotQuick,
  QUICK_DOCUMENTS,
} from './quick-reads.ts';
import { RetryableWrites } from './retryable-writes.ts';
import type { Answering } from './socket.ts';
import type { SpareRoom } from './spare-room.ts';
import type { SupervisedProcess } from './supervised-process.ts';
import { encodeReply, type Request } from './wire-message.ts';

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    ...HANDSHAKE_COMMANDS,
    ...READING_COMMANDS,
    ...WRITING_COMMANDS,
    ...AGGREGATE_COMMANDS,
    ...BULK_COMMANDS,
    ...COLLECTION_COMMANDS,
    ...INDEX_COMMANDS,
  }),
);

const TRANSACTION_COMMANDS = new Set(['commitTransaction', 'abortTransaction']);

/** Answers requests: finds the command, checks its fields, runs it in the group commit. */
export class Dispatch implements Answering {
  private readonly retryable: RetryableWrites;

  constructor(
    private readonly engine: Engine,
    private readonly commits: GroupCommit,
    private readonly log: Log,
    /** What runs that may take long, and what a full disk leaves; without them everything runs here, and only reads. */
    private readonly keeping?: { reading: Pick<SupervisedProcess, 'ask'>; spare: Pick<SpareRoom, 'claim'> },
  ) {
    this.retryable = new RetryableWrites(engine.sql);
  }

  /** The BSON bytes of the reply, after what it tells is on disk. Failures are replies too. */
  async answer(request: Request, connection: number): Promise<Buffer> {
    try {
      return await this.run(request, connection);
    } catch (error) {
      const reply = failure(error);
      // A refusal is the client's to read; anything else is a fault of the store or of the disk.
      if (!(error instanceof StoreError)) {
        this.log({ msg: 'a command failed', command: Object.keys(request.body)[0], error: String(error) });
      }
      return Buffer.from(BSON.serialize({ ...reply, ok: double(0) }));
    }
  }

  // Cursors outlive the connection that they were opened on, as in MongoDB.
  closed(): void {}

  private async run(request: Request, connection: number): Promise<Buffer> {
    const { body, raw } = request;
    const [name = ''] = Object.keys(body);
    const command = COMMANDS.get(name);
    if (!command) throw unknownCommand(name);
    checkGenericFields(body);
    if (typeof body.$db !== 'string')
      throw new StoreError('IDLFailedToParse', 'OP_MSG requests require a $db argument');
    const call: Call = {
      body,
      args: new Arguments(body, name, command.fields, true),
      raw,
      database: checkDatabase(body.$db),
      connection,
    };
    // Serialized inside the commit, so that a cursor's documents are those of this moment.
    const writes = typeof command.writes === 'function' ? command.writes(body) : command.writes;
    const submit = () =>
      this.commits.submit(writes, () =>
        this.keeping && !writes && canBeHandedOver(name)
          ? this.attempt(command, call)
          : this.execute(command, call, writes),
      );
    const answer = await submit().catch((error: unknown) => {
      // The room that was kept back has been given up for this.
      if (isDiskFull(error) && frees(body)) return submit();
      throw error;
    });
    return answer ?? (await this.handOver(request, connection));
  }

  /** The reply to a read that is quickly answered here; undefined when the reader has to. */
  private attempt(command: Command, call: Call): Buffer | undefined {
    const { cursors, reader } = this.engine;
    if (!isTame(call.body) || asksForCursors(call.body).some((id) => !cursors.has(id))) return undefined;
    reader.allowance = QUICK_DOCUMENTS;
    try {
      const reply = command.run(this.engine, call);
      const left = cursorLeftBy(reply);
      if (left === undefined || 'getMore' in call.body) return encodeReply({ ...reply, ok: double(1) });
      cursors.kill(left);
    } catch (error) {
      if (!(error instanceof NotQuick)) throw error;
    } finally {
      reader.allowance = Number.POSITIVE_INFINITY;
    }
    return undefined;
  }

  private async handOver({ message }: Request, connection: number): Promise<Buffer> {
    const answer = await this.keeping?.reading.ask({ message, connection });
    if (answer instanceof Uint8Array) return Buffer.from(answer);
    throw new TypeError('the reader gave no reply');
  }

  private execute(command: Command, call: Call, writes: boolean): Buffer {
    if (writes && !frees(call.body)) this.keeping?.spare.claim();
    const perform = (): Doc => ({ ...command.run(this.engine, call), ok: double(1) });
    if (writes && call.body.txnNumber !== undefined) {
      return this.retryable.once(call.body, () => encodeReply(perform()));
    }
    return encodeReply(perform());
  }
}

const FREEING = new Set(['delete', 'drop', 'dropDatabase', 'dropIndexes']);

/** Whether a command only takes something away. */
function frees(body: Doc): boolean {
  return FREEING.has(Object.keys(body)[0] ?? '') || body.remove === true;
}

function unknownCommand(name: string): StoreError {
  if (TRANSACTION_COMMANDS.has(name)) {
    return new StoreError('NoSuchTransaction', 'The embedded store has no transactions');
  }
  return new StoreError('CommandNotFound', `no such command: '${name}'`);
}

function checkDatabase(name: string): string {
  if (name === '' || Buffer.byteLength(name) > 63 || /[/\\. "$\0]/.test(name)) {
    throw new StoreError('InvalidNamespace', `Invalid database name: '${name}'`);
  }
  return name;
}
