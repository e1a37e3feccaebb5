import { randomBytes } from 'node:crypto';
import { Long } from 'bson';
import { type Doc, MAX_DOCUMENT_BYTES } from './document.ts';
import { StoreError } from './error.ts';
import { DocumentBatch } from './wire-message.ts';

/** Documents of the first batch when the client names no size, as in MongoDB. */
const DEFAULT_FIRST_BATCH = 101;
/** A cursor nobody asked for is closed after this long, as in MongoDB. */
const IDLE_MS = 10 * 60 * 1000;
/** Most open cursors; past it the oldest is closed. */
const MAX_CURSORS = 1_000;

interface OpenCursor {
  namespace: string;
  source: Iterator<Uint8Array>;
  /** One document read ahead, because it did not fit the last batch. */
  ahead: Uint8Array | undefined;
  usedAt: number;
}

/** The results of finds and aggregations that are not yet fetched. */
export class Cursors {
  private readonly open = new Map<string, OpenCursor>();

  /** Gives the first batch and keeps the rest; the reply's `cursor` field. */
  start(
    namespace: string,
    documents: Iterable<Uint8Array>,
    options: { batchSize?: number | undefined; single?: boolean },
  ): Doc {
    const cursor: OpenCursor = {
      namespace,
      source: documents[Symbol.iterator](),
      ahead: undefined,
      usedAt: Date.now(),
    };
    const size = options.batchSize ?? DEFAULT_FIRST_BATCH;
    const { batch, done } = nextBatch(cursor, size);
    let id = '0';
    if (!done && !options.single) {
      id = newId();
      this.makeRoom();
      this.open.set(id, cursor);
    }
    return { firstBatch: new DocumentBatch(batch), id: Long.fromString(id), ns: namespace };
  }

  /** Gives the next batch. @throws CursorNotFound */
  more(id: string, namespace: string, batchSize: number | undefined): Doc {
    const cursor = this.open.get(id);
    if (!cursor) throw new StoreError('CursorNotFound', `cursor id ${id} not found`);
    if (cursor.namespace !== namespace) {
      throw new StoreError(
        'Unauthorized',
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      );
    }
    cursor.usedAt = Date.now();
    let finished = true;
    try {
      const { batch, done } = nextBatch(cursor, batchSize || Number.POSITIVE_INFINITY);
      finished = done;
      return { nextBatch: new DocumentBatch(batch), id: Long.fromString(done ? '0' : id), ns: namespace };
    } catch (error) {
      if (!/no such table/.test(String(error))) throw error;
      throw new StoreError('QueryPlanKilled', `the collection or the index of cursor ${id} was dropped`);
    } finally {
      if (finished) this.open.delete(id);
    }
  }

  has(id: string): boolean {
    return this.open.has(id);
  }

  /** Closes a cursor; whether there was one. */
  kill(id: string): boolean {
    return this.open.delete(id);
  }

  /** Closes what nobody has asked for in ten minutes. */
  closeIdle(now: number): void {
    for (const [id, cursor] of this.open) if (now - cursor.usedAt > IDLE_MS) this.open.delete(id);
  }

  get count(): number {
    return this.open.size;
  }

  private makeRoom(): void {
    const [oldest] = this.open.keys();
    if (oldest !== undefined && this.open.size >= MAX_CURSORS) this.open.delete(oldest);
  }
}

function nextBatch(cursor: OpenCursor, size: number): { batch: Uint8Array[]; done: boolean } {
  const batch: Uint8Array[] = [];
  let bytes = 0;
  while (batch.length < size) {
    const next = takeNext(cursor);
    if (!next) return { batch, done: true };
    bytes += next.length;
    if (bytes > MAX_DOCUMENT_BYTES && batch.length > 0) {
      cursor.ahead = next;
      return { batch, done: false };
    }
    batch.push(next);
  }
  if (size > 0) {
    // Looking one ahead tells the client at once that there is nothing more.
    cursor.ahead = takeNext(cursor);
    return { batch, done: cursor.ahead === undefined };
  }
  return { batch, done: false };
}

function takeNext(cursor: OpenCursor): Uint8Array | undefined {
  const { ahead } = cursor;
  if (ahead) {
    cursor.ahead = undefined;
    return ahead;
  }
  const next = cursor.source.next();
  return next.done ? undefined : next.value;
}

function newId(): string {
  return ((randomBytes(8).readBigUInt64BE() >> 2n) + 1n).toString();
}
