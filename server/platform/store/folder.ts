import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { FORMAT, migrate, refuseNewer } from './schema.ts';
import { SpareRoom } from './spare-room.ts';
import { Sql } from './sql.ts';

/** How long the processes of a killed program may take to notice it and let go. */
const ORPHAN_MS = 3_000;
const SQLITE_HEADER = 'SQLite format 3\0';

/** An owned data folder: the open database, and how to let go of it. */
export interface Folder {
  sql: Sql;
  /** What is kept back for a full disk. */
  spare: SpareRoom;
  close: () => void;
}

/**
 * Takes a data folder for this process alone and opens its database.
 * @throws Error when another process owns it, or when what is in it is foreign, damaged or newer
 */
export function openFolder(folder: string): Folder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const lock = takeLock(join(folder, 'lock.db'));
  try {
    const sql = openDatabase(folder);
    const spare = new SpareRoom(join(folder, 'spare'), sql);
    return {
      sql,
      spare,
      close: () => {
        // So that one file holds everything; the binding does not do it by itself.
        spare.emptyLog();
        sql.close();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

// SQLite holds the lock as long as the process lives, and the system lets go of it after `kill -9`.
function takeLock(path: string): Sql {
  const lock = new Sql(path);
  try {
    lock.exec(`PRAGMA busy_timeout = ${ORPHAN_MS}`);
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw new Error(`another process is using the store: ${path} is locked (${String(error)})`);
  }
  return lock;
}

function openDatabase(folder: string): Sql {
  const path = join(folder, 'documents.db');
  const marker = join(folder, 'store.json');
  const { state, format } = readMarker(marker) ?? {};
  if (state === undefined) {
    if (existsSync(path))
      throw new Error(`${path} exists but ${marker} is missing: this is not a store, nothing was changed`);
    writeMarker(marker, 'new');
  }
  if (state === 'ready') checkHeader(path);
  const sql = openSqlite(path);
  try {
    // First, so that an older program keeps out from then on.
    if (state === 'ready' && format !== FORMAT) writeMarker(marker, 'ready');
    migrate(sql);
  } catch (error) {
    sql.close();
    throw error;
  }
  if (state !== 'ready') writeMarker(marker, 'ready');
  return sql;
}

function openSqlite(path: string): Sql {
  const sql = new Sql(path);
  try {
    sql.get('PRAGMA journal_mode = WAL', []);
    sql.exec('PRAGMA synchronous = FULL');
    const verdict = sql.get('PRAGMA quick_check(1)', [])?.[0];
    if (verdict !== 'ok') throw new Error(String(verdict));
    return sql;
  } catch (error) {
    sql.close();
    throw new Error(`${path} is damaged: ${String(error)}; nothing was changed, restore a backup`);
  }
}

// SQLite opens an empty file silently as a new database, so a store that lost its file would seem empty.
function checkHeader(path: string): void {
  const size = existsSync(path) ? statSync(path).size : 0;
  const header = size >= 16 ? readFileSync(path).subarray(0, 16).toString('latin1') : '';
  if (header !== SQLITE_HEADER) {
    throw new Error(`${path} is missing, empty or no database; nothing was changed, restore a backup`);
  }
}

/** What a folder's marker says; undefined when there is none. @throws Error for a foreign or a newer one */
export function readMarker(marker: string): { state: 'new' | 'ready'; format: number } | undefined {
  if (!existsSync(marker)) return undefined;
  const content: unknown = JSON.parse(readFileSync(marker, 'utf8'));
  if (typeof content !== 'object' || content === null || !('format' in content) || !('state' in content)) {
    throw new Error(`${marker} is not a store's marker`);
  }
  const format = Number(content.format);
  refuseNewer(format, 'this store');
  return { state: content.state === 'ready' ? 'ready' : 'new', format };
}

/** Writes the marker so that it is on disk whole, or not at all. */
export function writeMarker(marker: string, state: 'new' | 'ready'): void {
  const file = openSync(`${marker}.tmp`, 'w', 0o600);
  writeSync(file, `${JSON.stringify({ format: FORMAT, state })}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(`${marker}.tmp`, marker);
}
