import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FrameReader, MAX_MESSAGE_BYTES } from '../../../server/platform/store/frame-reader.ts';

function message(body: Uint8Array): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(16), body]);
  bytes.writeInt32LE(bytes.length, 0);
  return bytes;
}

describe('the frame reader', () => {
  it('finds the same messages however the bytes are split and joined', () => {
    const bodies = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(bodies, fc.array(fc.nat(200), { maxLength: 12 }), (contents, cuts) => {
        const messages = contents.map(message);
        const stream = Buffer.concat(messages);
        const edges = [0, ...cuts.filter((cut) => cut < stream.length).sort((a, b) => a - b), stream.length];
        const reader = new FrameReader();

        const found = edges.slice(1).flatMap((edge, i) => reader.take(stream.subarray(edges[i], edge)));

        assert.deepEqual(
          found.map((frame) => frame.toString('hex')),
          messages.map((frame) => frame.toString('hex')),
        );
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  const impossible = [
    { length: -1, because: 'a negative length' },
    { length: 15, because: 'shorter than a header' },
    { length: MAX_MESSAGE_BYTES + 1, because: 'longer than hello allows' },
  ];
  for (const { length, because } of impossible) {
    it(`refuses ${because} as soon as it is known`, () => {
      const head = Buffer.alloc(4);
      head.writeInt32LE(length, 0);

      assert.throws(() => new FrameReader().take(head), /not acceptable/);
    });
  }
});
