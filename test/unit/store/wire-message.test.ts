import assert from 'node:assert/strict';
import { BSON } from 'bson';
import {
  DocumentBatch,
  encodeReply,
  readMessage,
  writeReply,
} from '../../../server/platform/store/wire-message.ts';

function opMsg(flags: number, sections: Uint8Array[], checksum = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(20);
  const bytes = Buffer.concat([head, ...sections, checksum]);
  bytes.writeInt32LE(bytes.length, 0);
  bytes.writeInt32LE(7, 4);
  bytes.writeInt32LE(2013, 12);
  bytes.writeUInt32LE(flags, 16);
  return bytes;
}

const body = (document: object): Buffer => Buffer.concat([Buffer.from([0]), BSON.serialize(document)]);

function sequence(field: string, documents: object[]): Buffer {
  const content = Buffer.concat([Buffer.from(`${field}\0`), ...documents.map((one) => BSON.serialize(one))]);
  const head = Buffer.alloc(5);
  head[0] = 1;
  head.writeInt32LE(content.length + 4, 1);
  return Buffer.concat([head, content]);
}

describe('the wire message', () => {
  it('folds a document sequence into the command and keeps its bytes', () => {
    const request = readMessage(
      opMsg(0, [body({ insert: 'seats', $db: 'town' }), sequence('documents', [{ a: 1 }, { a: 2 }])]),
    );

    assert.deepEqual(request.body, { insert: 'seats', $db: 'town', documents: [{ a: 1 }, { a: 2 }] });
    assert.equal(request.raw.get('documents')?.length, 2);
    assert.equal(request.silent, false);
  });

  it('reads past a checksum and knows when no reply is wanted', () => {
    const request = readMessage(opMsg(3, [body({ ping: 1, $db: 'admin' })], Buffer.alloc(4)));

    assert.deepEqual(request.body, { ping: 1, $db: 'admin' });
    assert.equal(request.silent, true);
  });

  const malformed = [
    { message: opMsg(4, [body({ ping: 1 })]), because: 'a required flag it does not know' },
    { message: opMsg(0, []), because: 'a message without a body' },
    { message: opMsg(0, [Buffer.from([2, 5, 0, 0, 0, 0])]), because: 'an unknown kind of section' },
    { message: opMsg(0, [Buffer.from([0, 99, 0, 0, 0, 0])]), because: 'a document longer than its message' },
  ];
  for (const { message, because } of malformed) {
    it(`refuses ${because}`, () => {
      assert.throws(() => readMessage(message), { code: 9 });
    });
  }

  it('splices stored documents into a reply unchanged', () => {
    const stored = [BSON.serialize({ _id: 1 }), BSON.serialize({ _id: 2, deep: { a: [1] } })];

    const bytes = encodeReply({ cursor: { firstBatch: new DocumentBatch(stored), id: 0, ns: 'a.b' }, ok: 1 });

    assert.deepEqual(BSON.deserialize(bytes), {
      cursor: { firstBatch: [{ _id: 1 }, { _id: 2, deep: { a: [1] } }], id: 0, ns: 'a.b' },
      ok: 1,
    });
    assert.equal(writeReply({ requestId: 7, legacy: false }, bytes).readInt32LE(8), 7);
  });
});
