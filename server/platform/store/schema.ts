import type { Sql } from './sql.ts';

/** What makes a database of each format out of one of the format before; the first makes it out of nothing. */
const STEPS: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS collections (
     id INTEGER PRIMARY KEY AUTOINCREMENT, database TEXT NOT NULL, name TEXT NOT NULL, uuid TEXT NOT NULL,
     UNIQUE (database, name));
   CREATE TABLE IF NOT EXISTS indexes (
     id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL, multikey INTEGER NOT NULL, spec BLOB NOT NULL);
   CREATE TABLE IF NOT EXISTS answers (
     session BLOB NOT NULL, number TEXT NOT NULL, at INTEGER NOT NULL, answer BLOB NOT NULL,
     PRIMARY KEY (session, number)) WITHOUT ROWID;`,
  // Old answers are forgotten every minute, and were looked for among all of them.
  'CREATE INDEX answers_by_age ON answers (at);',
];

/** The format this code reads and writes: older stores are brought to it, newer ones are refused. */
export const FORMAT = STEPS.length;

/** Refuses a format that only a newer program knows. */
export function refuseNewer(format: number, what: string): void {
  if (format > FORMAT)
    throw new Error(`${what} has format ${format}, newer than ${FORMAT}: update the program to open it`);
}

/**
 * Brings a database to this format, or leaves it as it was. @throws Error for one of a newer format
 * @param sql the database; its `user_version` is its format, which the first format did not write yet
 */
export function migrate(sql: Sql): void {
  const from = Number(sql.get('PRAGMA user_version', [])?.[0] ?? 0);
  refuseNewer(from, 'the database of this store');
  if (from === FORMAT) return;
  sql.exec('BEGIN IMMEDIATE');
  try {
    for (const step of STEPS.slice(from)) sql.exec(step);
    sql.exec(`PRAGMA user_version = ${FORMAT}`);
    sql.exec('COMMIT');
  } catch (error) {
    sql.exec('ROLLBACK');
    throw error;
  }
}
