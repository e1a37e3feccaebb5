import { crc32 } from 'node:zlib';
import type { Catalogue, Collection } from './catalogue.ts';
import { type Doc, encode, MAX_DOCUMENT_BYTES } from './document.ts';
import { duplicateKey } from './duplicate-key.ts';
import { StoreError } from './error.ts';
import { type IndexKey, indexKeysOf } from './index-keys.ts';
import type { Index } from './index-spec.ts';
import { bytesOf, type Sql } from './sql.ts';
import { StoredDocument } from './stored-document.ts';

/** Most document bytes kept decoded; the decoded form takes about four times that. */
const CACHE_BYTES = 32 * 1024 * 1024;
const SCAN_CHUNK = 500;

/** Reads and writes documents together with their index entries. */
export class Records {
  /** Grows whenever a document that was read may have become another. */
  revision = 0;
  /** Called while an index is filled, which may rightly take long. */
  showsLife = (): void => {};
  private cachedBytes = 0;

  constructor(
    private readonly sql: Sql,
    private readonly catalogue: Catalogue,
  ) {}

  /** Inserts a document. @throws DuplicateKey, BSONObjectTooLarge; nothing is written then */
  insert(collection: Collection, document: Doc, bytes: Buffer = encode(document)): void {
    checkSize(bytes);
    const entries = collection.indexes.map((index) => this.keysFor(collection, index, document, -1));
    const record = this.sql.run(`INSERT INTO documents_${collection.id} (crc, body) VALUES (?, ?)`, [
      crc32(bytes),
      bytes,
    ]);
    for (const [i, index] of collection.indexes.entries()) this.addKeys(index, entries[i] ?? [], record);
  }

  /** Replaces a document's fields. @throws DuplicateKey, BSONObjectTooLarge; nothing is written then */
  replace(collection: Collection, stored: StoredDocument, after: Doc): void {
    const bytes = encode(after);
    checkSize(bytes);
    const changes = collection.indexes.map((index) => this.keyChange(collection, index, stored, after));
    this.sql.run(`UPDATE documents_${collection.id} SET crc = ?, body = ? WHERE record = ?`, [
      crc32(bytes),
      bytes,
      stored.record,
    ]);
    for (const [i, index] of collection.indexes.entries()) {
      this.removeKeys(index, changes[i]?.gone ?? [], stored.record);
      this.addKeys(index, changes[i]?.fresh ?? [], stored.record);
    }
    this.forget(collection, stored.record);
  }

  remove(collection: Collection, stored: StoredDocument): void {
    for (const index of collection.indexes) {
      this.removeKeys(index, indexKeysOf(stored.document, index).keys, stored.record);
    }
    this.sql.run(`DELETE FROM documents_${collection.id} WHERE record = ?`, [stored.record]);
    this.forget(collection, stored.record);
  }

  /** Fills a new index from the documents. @throws DuplicateKey, CannotIndexParallelArrays */
  fillIndex(collection: Collection, index: Index): void {
    for (const stored of this.all(collection)) {
      this.showsLife();
      this.addKeys(index, this.keysFor(collection, index, stored.document, stored.record), stored.record);
    }
  }

  /** The documents that have a key of an index in common, by key. */
  sharingKeys(collection: Collection, index: Index): Doc[][] {
    const groups = this.sql.all(
      `SELECT group_concat(record) FROM index_${index.id} GROUP BY key HAVING count(*) > 1`,
      [],
    );
    return groups.map(([records]) =>
      String(records)
        .split(',')
        .flatMap((record) => this.read(collection, Number(record)) ?? [])
        .map((stored) => stored.document),
    );
  }

  /** The document with this record number, or undefined when it is gone. @throws DataCorruptionDetected */
  read(collection: Collection, record: number): StoredDocument | undefined {
    const cached = collection.cache.get(record);
    if (cached) return cached;
    const row = this.sql.get(`SELECT crc, body FROM documents_${collection.id} WHERE record = ?`, [record]);
    return row && this.admit(collection, record, row[0], bytesOf(row[1]));
  }

  /** All documents in the order of their insertion, or against it; those deleted meanwhile are left out. */
  *all(collection: Collection, backwards = false): Generator<StoredDocument> {
    const next = backwards ? 'record < ? ORDER BY record DESC' : 'record > ? ORDER BY record';
    const chunk = `FROM documents_${collection.id} WHERE ${next} LIMIT ${SCAN_CHUNK}`;
    let last = backwards ? Number.MAX_SAFE_INTEGER : 0;
    for (;;) {
      const rows = this.sql.all(`SELECT record ${chunk}`, [last]);
      const numbers = rows.map(([record]) => Number(record));
      if (!numbers.every((record) => collection.cache.has(record))) this.readChunk(collection, chunk, last);
      for (const record of numbers) {
        const stored = this.read(collection, record);
        if (stored) yield stored;
      }
      last = numbers.at(-1) ?? last;
      if (rows.length < SCAN_CHUNK) return;
    }
  }

  /** How many documents a collection holds. */
  count(collection: Collection): number {
    return Number(this.sql.get(`SELECT count(*) FROM documents_${collection.id}`, [])?.[0] ?? 0);
  }

  /** Forgets decoded documents; after a rollback they may never have been. */
  forgetAll(): void {
    for (const collection of this.catalogue.list()) collection.cache.clear();
    this.cachedBytes = 0;
    this.revision += 1;
  }

  private readChunk(collection: Collection, chunk: string, after: number): void {
    const rows = this.sql.all(`SELECT record, crc, body ${chunk}`, [after]);
    for (const [record, crc, body] of rows) {
      const number = Number(record);
      if (!collection.cache.has(number)) this.admit(collection, number, crc, bytesOf(body));
    }
  }

  private admit(collection: Collection, record: number, crc: unknown, bytes: Buffer): StoredDocument {
    if (crc32(bytes) !== crc) {
      throw new StoreError(
        'DataCorruptionDetected',
        `Document ${record} of ${collection.database}.${collection.name} is damaged on disk: its checksum differs`,
      );
    }
    const stored = new StoredDocument(record, bytes);
    if (this.cachedBytes > CACHE_BYTES) this.forgetAll();
    collection.cache.set(record, stored);
    this.cachedBytes += bytes.length;
    return stored;
  }

  private forget(collection: Collection, record: number): void {
    this.revision += 1;
    this.cachedBytes -= collection.cache.get(record)?.bytes.length ?? 0;
    collection.cache.delete(record);
  }

  private keysFor(collection: Collection, index: Index, document: Doc, record: number): IndexKey[] {
    const { keys, multikey } = indexKeysOf(document, index);
    if (multikey && !index.multikey) this.catalogue.markMultikey(index);
    if (index.unique) this.checkUnique(collection, index, keys, record);
    return keys;
  }

  private keyChange(collection: Collection, index: Index, stored: StoredDocument, after: Doc) {
    const before = indexKeysOf(stored.document, index).keys;
    const next = indexKeysOf(after, index);
    if (next.multikey && !index.multikey) this.catalogue.markMultikey(index);
    const fresh = next.keys.filter((key) => !before.some((old) => old.bytes.equals(key.bytes)));
    const gone = before.filter((key) => !next.keys.some((other) => other.bytes.equals(key.bytes)));
    if (index.unique) this.checkUnique(collection, index, fresh, stored.record);
    return { fresh, gone };
  }

  private checkUnique(collection: Collection, index: Index, keys: IndexKey[], record: number): void {
    for (const key of keys) {
      const taken = this.sql.get(`SELECT 1 FROM index_${index.id} WHERE key = ? AND record <> ? LIMIT 1`, [
        key.bytes,
        record,
      ]);
      if (taken) throw duplicateKey(collection, index, key.row);
    }
  }

  private addKeys(index: Index, keys: IndexKey[], record: number): void {
    for (const key of keys) {
      this.sql.run(`INSERT INTO index_${index.id} (key, record) VALUES (?, ?)`, [key.bytes, record]);
    }
  }

  private removeKeys(index: Index, keys: IndexKey[], record: number): void {
    for (const key of keys) {
      this.sql.run(`DELETE FROM index_${index.id} WHERE key = ? AND record = ?`, [key.bytes, record]);
    }
  }
}

function checkSize(bytes: Buffer): void {
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new StoreError(
      'BSONObjectTooLarge',
      `object to insert too large. size in bytes: ${bytes.length}, max size: ${MAX_DOCUMENT_BYTES}`,
    );
  }
}
