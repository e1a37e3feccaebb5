import { BSON } from 'bson';
import { type Doc, decode, isDoc } from './document.ts';
import { StoreError } from './error.ts';

/** A request: one command document with its sequences folded in. */
export interface Request {
  requestId: number;
  body: Doc;
  /** The bytes of each document of a sequence, by the field they belong to. */
  raw: ReadonlyMap<string, Buffer[]>;
  /** Legacy OP_QUERY, which the handshake uses, wants an OP_REPLY. */
  legacy: boolean;
  /** The client wants no reply (moreToCome). */
  silent: boolean;
  /** All of it, as it came. */
  message: Buffer;
}

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER_BYTES = 16;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** Flag bits below this one must be understood; those above may be ignored (source: OP_MSG specification). */
const REQUIRED_BITS = 0xffff;

/** Reads one whole message. @throws StoreError for one that is malformed */
export function readMessage(message: Buffer): Request {
  const requestId = message.readInt32LE(4);
  const operation = message.readInt32LE(12);
  try {
    if (operation === OP_MSG) return { requestId, message, ...readMsg(message), legacy: false };
    if (operation === OP_QUERY) {
      const body = readQuery(message);
      return { requestId, message, body, raw: new Map(), legacy: true, silent: false };
    }
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError('FailedToParse', `the message is malformed: ${String(error)}`);
  }
  throw new StoreError('FailedToParse', `operation code ${operation} is not supported`);
}

function readMsg(message: Buffer) {
  const flags = message.readUInt32LE(HEADER_BYTES);
  const unknown = flags & REQUIRED_BITS & ~(CHECKSUM_PRESENT | MORE_TO_COME);
  if (unknown !== 0) throw new StoreError('FailedToParse', `message flags ${unknown} are not known`);
  // The checksum is not looked at: the socket does not leave this machine.
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  let body: Doc | undefined;
  const raw = new Map<string, Buffer[]>();
  let at = HEADER_BYTES + 4;
  while (at < end) {
    const kind = message[at];
    const length = message.readInt32LE(at + 1);
    const section = message.subarray(at + 1, at + 1 + length);
    if (length < 5 || at + 1 + length > end)
      throw new StoreError('FailedToParse', 'a section overruns its message');
    if (kind === 0 && !body) body = decode(section);
    else if (kind === 1) readSequence(section, raw);
    else throw new StoreError('FailedToParse', `section kind ${kind} is not known here`);
    at += 1 + length;
  }
  if (!body) throw new StoreError('FailedToParse', 'a message needs one body');
  for (const [field, documents] of raw) body[field] = documents.map((bytes) => decode(bytes));
  return { body, raw, silent: (flags & MORE_TO_COME) !== 0 };
}

function readSequence(section: Buffer, raw: Map<string, Buffer[]>): void {
  const nameEnd = section.indexOf(0, 4);
  const documents: Buffer[] = [];
  let at = nameEnd + 1;
  while (at < section.length) {
    const length = section.readInt32LE(at);
    if (length < 5 || at + length > section.length) {
      throw new StoreError('FailedToParse', 'a document overruns its sequence');
    }
    documents.push(section.subarray(at, at + length));
    at += length;
  }
  raw.set(section.toString('utf8', 4, nameEnd), documents);
}

function readQuery(message: Buffer): Doc {
  const nameEnd = message.indexOf(0, HEADER_BYTES + 4);
  const body = decode(message.subarray(nameEnd + 1 + 8));
  const namespace = message.toString('utf8', HEADER_BYTES + 4, nameEnd);
  const inner = isDoc(body.$query) ? body.$query : body;
  return { ...inner, $db: namespace.split('.')[0] ?? 'admin' };
}

let lastReplyId = 0;

/** Frames a reply's BSON bytes as the answer to a request. */
export function writeReply(request: Pick<Request, 'requestId' | 'legacy'>, body: Buffer): Buffer {
  const extra = request.legacy ? 20 : 5;
  const head = Buffer.alloc(HEADER_BYTES + extra);
  lastReplyId = (lastReplyId + 1) & 0x7fffffff;
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(lastReplyId, 4);
  head.writeInt32LE(request.requestId, 8);
  head.writeInt32LE(request.legacy ? OP_REPLY : OP_MSG, 12);
  // OP_REPLY: flags, cursor id (8 bytes), start, number of documents. OP_MSG: flags, section kind 0.
  if (request.legacy) head.writeInt32LE(1, HEADER_BYTES + 16);
  return Buffer.concat([head, body]);
}

/** A batch of a cursor's reply: the documents' own bytes, which go out as they are stored. */
export class DocumentBatch {
  constructor(readonly documents: readonly Uint8Array[]) {}
}

const BATCH_FIELDS = ['firstBatch', 'nextBatch'];

/** Serializes a reply; a cursor's batch is spliced in without decoding its documents. */
export function encodeReply(reply: Doc): Buffer {
  const { cursor, ...rest } = reply;
  const field = isDoc(cursor)
    ? BATCH_FIELDS.find((name) => cursor[name] instanceof DocumentBatch)
    : undefined;
  if (!isDoc(cursor) || field === undefined) return Buffer.from(BSON.serialize(reply));
  const { [field]: batch, ...cursorFields } = cursor;
  const documents = batch instanceof DocumentBatch ? batch.documents : [];
  const array = wrap(documents.flatMap((bytes, i) => [elementHead(0x03, String(i)), bytes]));
  const inner = wrap([elementHead(0x04, field), array, elements(cursorFields)]);
  return wrap([elementHead(0x03, 'cursor'), inner, elements(rest)]);
}

function elementHead(type: number, name: string): Buffer {
  return Buffer.from(`${String.fromCharCode(type)}${name}\0`, 'latin1');
}

function elements(document: Doc): Uint8Array {
  return BSON.serialize(document).subarray(4, -1);
}

function wrap(parts: readonly Uint8Array[]): Buffer {
  const length = Buffer.alloc(4);
  const bytes = Buffer.concat([length, ...parts, Buffer.from([0])]);
  bytes.writeInt32LE(bytes.length, 0);
  return bytes;
}
