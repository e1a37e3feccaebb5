import { randomUUID } from 'node:crypto';
import { UUID } from 'bson';
import { type Doc, decode, encode } from './document.ts';
import { type Index, indexOf } from './index-spec.ts';
import { bytesOf, type Sql } from './sql.ts';
import type { StoredDocument } from './stored-document.ts';

/** A collection: its tables' number, its indexes (the first is `_id_`) and its decoded documents. */
export interface Collection {
  id: number;
  database: string;
  name: string;
  uuid: UUID;
  indexes: Index[];
  cache: Map<number, StoredDocument>;
}

/** The index that every collection has. */
export const ID_INDEX: Doc = { v: 2, key: { _id: 1 }, name: '_id_' };

/** Which collections and indexes there are: kept in memory, written through to SQLite. */
export class Catalogue {
  private collections = new Map<string, Collection>();

  constructor(private readonly sql: Sql) {
    this.reload();
  }

  /** Reads everything again; after a rollback memory may be ahead of the disk. */
  reload(): void {
    this.sql.forgetStatements();
    const known = new Map(this.list().map((collection) => [collection.id, collection]));
    this.collections = new Map();
    for (const [id, database, name, uuid] of this.sql.all(
      'SELECT id, database, name, uuid FROM collections ORDER BY id',
      [],
    )) {
      const read: Collection = {
        id: Number(id),
        database: String(database),
        name: String(name),
        uuid: new UUID(String(uuid)),
        indexes: this.readIndexes(Number(id)),
        cache: new Map(),
      };
      // An open cursor holds on to its collection, so the same one goes on with what was read.
      const collection = Object.assign(known.get(read.id) ?? {}, read);
      this.collections.set(`${collection.database}.${collection.name}`, collection);
    }
  }

  private readIndexes(collection: number): Index[] {
    const rows = this.sql.all('SELECT id, multikey, spec FROM indexes WHERE collection = ? ORDER BY id', [
      collection,
    ]);
    return rows.map(([id, multikey, spec]) => indexOf(Number(id), decode(bytesOf(spec)), multikey === 1));
  }

  find(database: string, name: string): Collection | undefined {
    return this.collections.get(`${database}.${name}`);
  }

  list(database?: string): Collection[] {
    return [...this.collections.values()].filter(
      (entry) => database === undefined || entry.database === database,
    );
  }

  create(database: string, name: string, idIndex: Doc = ID_INDEX): Collection {
    const uuid = randomUUID();
    const id = this.sql.run('INSERT INTO collections (database, name, uuid) VALUES (?, ?, ?)', [
      database,
      name,
      uuid,
    ]);
    this.sql.exec(
      `CREATE TABLE documents_${id} (record INTEGER PRIMARY KEY AUTOINCREMENT, crc INTEGER NOT NULL, body BLOB NOT NULL)`,
    );
    const collection: Collection = {
      id,
      database,
      name,
      uuid: new UUID(uuid),
      indexes: [],
      cache: new Map(),
    };
    this.collections.set(`${database}.${name}`, collection);
    this.addIndex(collection, idIndex);
    return collection;
  }

  /** The collection, made when it is not there yet. */
  ensure(database: string, name: string): Collection {
    return this.find(database, name) ?? this.create(database, name);
  }

  drop(collection: Collection): void {
    for (const index of [...collection.indexes]) this.dropIndex(collection, index);
    this.sql.exec(`DROP TABLE documents_${collection.id}`);
    this.sql.run('DELETE FROM collections WHERE id = ?', [collection.id]);
    this.collections.delete(`${collection.database}.${collection.name}`);
  }

  /** Adds an empty index; filling it is the records' part. */
  addIndex(collection: Collection, spec: Doc): Index {
    const id = this.sql.run('INSERT INTO indexes (collection, multikey, spec) VALUES (?, 0, ?)', [
      collection.id,
      encode(spec),
    ]);
    this.sql.exec(
      `CREATE TABLE index_${id} (key BLOB NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (key, record)) WITHOUT ROWID`,
    );
    const index = indexOf(id, spec, false);
    collection.indexes.push(index);
    return index;
  }

  dropIndex(collection: Collection, index: Index): void {
    this.sql.forgetStatements();
    this.sql.exec(`DROP TABLE index_${index.id}`);
    this.sql.run('DELETE FROM indexes WHERE id = ?', [index.id]);
    collection.indexes = collection.indexes.filter((other) => other !== index);
  }

  markMultikey(index: Index): void {
    this.sql.run('UPDATE indexes SET multikey = 1 WHERE id = ?', [index.id]);
    index.multikey = true;
  }

  /** Changes an index's options that do not change its keys (a TTL's seconds). */
  changeSpec(index: Index, spec: Doc): void {
    this.sql.run('UPDATE indexes SET spec = ? WHERE id = ?', [encode(spec), index.id]);
    Object.assign(index, indexOf(index.id, spec, index.multikey));
  }
}
