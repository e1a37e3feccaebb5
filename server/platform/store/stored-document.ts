import { type Doc, decode } from './document.ts';

/** A document on disk; its fields are decoded when first asked for. Nobody may change them. */
export class StoredDocument {
  private decoded: Doc | undefined;
  constructor(
    readonly record: number,
    readonly bytes: Buffer,
  ) {}

  get document(): Doc {
    this.decoded ??= decode(this.bytes);
    return this.decoded;
  }
}
