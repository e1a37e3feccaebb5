import { type Connection, mongo } from 'mongoose';

type Filter = Readonly<Record<string, unknown>>;

interface Answer<Value> {
  readonly bytes: Buffer;
  /** Each within `bytes`. */
  readonly documents: readonly Uint8Array[];
  readonly values: readonly Value[];
}

/** More than is asked for whole anywhere; what does not fit into one answer all the same comes in parts. */
const DOCUMENTS_AT_ONCE = 50_000;

interface Kept<Value> {
  made(document: mongo.BSON.Document): Value;
  /** How many bytes of answers to keep; those that were asked for longest ago are forgotten first. */
  most: number;
  /** How many documents an answer may have to come whole. */
  atOnce?: number;
}

interface Part {
  readonly documents: readonly Uint8Array[];
  readonly bytes: Buffer;
  /** Where the rest is to be had; zero when there is none. */
  readonly rest: bigint;
}

function partOf({ cursor }: mongo.BSON.Document): Part {
  if (!(cursor instanceof Uint8Array)) throw new RangeError('an answer without a cursor');
  // What is kept is a copy of its own, and the documents lie in it.
  const bytes = Buffer.from(cursor);
  const read = mongo.BSON.deserialize(bytes, {
    fieldsAsRaw: { firstBatch: true, nextBatch: true },
    useBigInt64: true,
  });
  const documents: Uint8Array[] = read.firstBatch ?? read.nextBatch;
  return { documents, bytes, rest: read.id };
}

/** A document as a key: equal texts are equal bytes. */
const textOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, byteLength).toString('latin1');

/**
 * Asks a collection the same questions again and again. As long as the bytes of an answer are those of the time
 * before, the very list of then is returned, decoded once; where some documents have changed, the others are the very
 * ones of then. Whoever wrote in between is never missed, and what follows from a list or from a document can be kept
 * beside it. Lists and documents are shared between those who ask, and never written to.
 */
export function createWholeAnswers<Value>(
  connection: Pick<Connection, 'db'>,
  collection: string,
  { made, most, atOnce = DOCUMENTS_AT_ONCE }: Kept<Value>,
) {
  const known = new Map<string, Answer<Value>>();
  let size = 0;
  /** What was asked for in this turn of the loop, and goes out at its end: a crowd that asks the same asks once. */
  const asked = new Map<string, Promise<readonly Value[]>>();

  async function command(asked: mongo.BSON.Document): Promise<mongo.BSON.Document> {
    const { db } = connection;
    if (!db) throw new RangeError('asked before the connection was open');
    return db.command(asked, { raw: true });
  }

  /** As the driver does for readings of its own, not for commands: where the connection broke, once more. */
  async function find(filter: Filter): Promise<mongo.BSON.Document> {
    const question = { find: collection, filter, batchSize: atOnce };
    try {
      return await command(question);
    } catch (fault) {
      if (!(fault instanceof mongo.MongoNetworkError)) throw fault;
      return command(question);
    }
  }

  function forget(question: string): void {
    size -= known.get(question)?.bytes.length ?? 0;
    known.delete(question);
  }

  function keep(question: string, answer: Answer<Value>): readonly Value[] {
    forget(question);
    known.set(question, answer);
    size += answer.bytes.length;
    for (const [oldest] of known) {
      if (size <= most) break;
      forget(oldest);
    }
    return answer.values;
  }

  function decoded(documents: readonly Uint8Array[], before?: Answer<Value>): Value[] {
    const kept = new Map(before?.documents.map((document, at) => [textOf(document), before.values[at]]));
    return documents.map((document) => kept.get(textOf(document)) ?? made(mongo.BSON.deserialize(document)));
  }

  async function rest(id: bigint): Promise<readonly Value[]> {
    if (id === 0n) return [];
    const part = partOf(await command({ getMore: id, collection }));
    return [...decoded(part.documents), ...(await rest(part.rest))];
  }

  async function ask(question: string, filter: Filter): Promise<readonly Value[]> {
    await new Promise((resume) => setImmediate(resume));
    asked.delete(question);
    const answer = await find(filter);
    const before = known.get(question);
    if (before && answer.cursor instanceof Uint8Array && before.bytes.equals(answer.cursor))
      return keep(question, before);
    const part = partOf(answer);
    const values = decoded(part.documents, before);
    // What came in parts has no bytes to know it by.
    return part.rest === 0n ? keep(question, { ...part, values }) : [...values, ...(await rest(part.rest))];
  }

  return (filter: Filter): Promise<readonly Value[]> => {
    const question = JSON.stringify(filter);
    const started = asked.get(question) ?? ask(question, filter);
    asked.set(question, started);
    return started;
  };
}
