import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { openFolder, readMarker, writeMarker } from './folder.ts';
import { FORMAT, refuseNewer } from './schema.ts';
import { Sql } from './sql.ts';

const KIND = 'embedded-store-backup';
const OWN_FILE = /^(documents\.db|lock\.db|spare$|store\.(json|sock|access))/;
/** Files beside the store's own that go with it, such as a secret, are no longer than this. */
const SMALL_BYTES = 64 * 1024;

/** The first line of a backup; the database follows it, byte for byte. */
interface Header {
  kind: string;
  format: number;
  takenAt: string;
  bytes: number;
  crc: number;
  files: Record<string, string>;
}

/**
 * Copies a store, running or not, as it is at one instant into one file, with the small files beside it.
 * @throws Error when there is no store in the folder, or the file is there already
 */
export function backUp(folder: string, file: string): { bytes: number } {
  if (readMarker(join(folder, 'store.json'))?.state !== 'ready') throw new Error(`${folder} holds no store`);
  const room = mkdtempSync(join(dirname(file) || tmpdir(), '.backup-'));
  try {
    const database = snapshot(folder, join(room, 'copy.db'));
    const header: Header = {
      kind: KIND,
      format: FORMAT,
      takenAt: new Date().toISOString(),
      bytes: database.length,
      crc: crc32(database),
      files: smallFiles(folder),
    };
    const whole = Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), database]);
    writeFileSync(file, whole, { flag: 'wx', mode: 0o600, flush: true });
    return { bytes: whole.length };
  } finally {
    rmSync(room, { recursive: true });
  }
}

/**
 * Puts a backup into a folder that is empty or not there yet, and opens it once to see that it is whole.
 * @throws Error when the file is no whole backup or newer than this program, or the folder holds anything
 */
export function restore(file: string, folder: string): { takenAt: string } {
  const whole = readFileSync(file);
  const end = whole.indexOf('\n');
  const header = readHeader(whole.subarray(0, Math.max(end, 0)), file);
  const database = whole.subarray(end + 1);
  if (database.length !== header.bytes || crc32(database) !== header.crc)
    throw new Error(`${file} is damaged: its checksum differs; nothing was restored`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty; nothing was restored`);
  writeFileSync(join(folder, 'documents.db'), database, { flag: 'wx', mode: 0o600, flush: true });
  for (const [name, content] of Object.entries(header.files)) {
    const bytes = Buffer.from(content, 'base64');
    writeFileSync(join(folder, basename(name)), bytes, { flag: 'wx', mode: 0o600, flush: true });
  }
  // Last, so that a folder half written is no store.
  writeMarker(join(folder, 'store.json'), 'ready');
  openFolder(folder).close();
  return { takenAt: header.takenAt };
}

function snapshot(folder: string, copy: string): Buffer {
  const sql = new Sql(join(folder, 'documents.db'));
  try {
    sql.get('PRAGMA busy_timeout = 5000', []);
    sql.exec(`VACUUM INTO '${copy.replaceAll("'", "''")}'`);
  } finally {
    sql.close();
  }
  return readFileSync(copy);
}

function smallFiles(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => !OWN_FILE.test(name));
  const small = names.filter((name) => {
    const found = statSync(join(folder, name));
    return found.isFile() && found.size <= SMALL_BYTES;
  });
  return Object.fromEntries(small.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));
}

function readHeader(line: Buffer, file: string): Header {
  const noBackup = new Error(`${file} is no backup of a store`);
  let header: unknown;
  try {
    header = JSON.parse(line.toString('utf8'));
  } catch {
    throw noBackup;
  }
  if (!isHeader(header)) throw noBackup;
  refuseNewer(header.format, file);
  return header;
}

function isHeader(value: unknown): value is Header {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === KIND;
}
