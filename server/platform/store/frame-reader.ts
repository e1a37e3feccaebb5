import { StoreError } from './error.ts';

/** Largest message accepted, in bytes; the same as hello tells. */
export const MAX_MESSAGE_BYTES = 48_000_000;
const HEADER_BYTES = 16;

/** Cuts a stream of bytes into messages, however they arrive split or joined. */
export class FrameReader {
  private chunks: Buffer[] = [];
  private held = 0;

  /** Takes what arrived; gives the messages now whole. @throws FailedToParse for an impossible length */
  take(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk);
    this.held += chunk.length;
    const messages: Buffer[] = [];
    for (;;) {
      const length = this.nextLength();
      if (length === undefined || this.held < length) return messages;
      const all = this.join();
      messages.push(all.subarray(0, length));
      this.chunks = [all.subarray(length)];
      this.held -= length;
    }
  }

  private nextLength(): number | undefined {
    if (this.held < 4) return undefined;
    const first = this.chunks[0];
    const head = first && first.length >= 4 ? first : this.join();
    const length = head.readInt32LE(0);
    if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) {
      throw new StoreError('FailedToParse', `a message of ${length} bytes is not acceptable`);
    }
    return length;
  }

  private join(): Buffer {
    const [only] = this.chunks;
    if (only && this.chunks.length === 1) return only;
    const all = Buffer.concat(this.chunks);
    this.chunks = [all];
    return all;
  }
}
