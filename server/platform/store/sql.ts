import Database from 'libsql';

type Statement = ReturnType<InstanceType<typeof Database>['prepare']>;
type Parameter = string | number | null | Buffer;

/** Most prepared statements kept; past it all are dropped and made again when needed. */
const STATEMENT_LIMIT = 500;

/** One SQLite connection: prepared statements by their text, rows as arrays. */
export class Sql {
  private readonly database: InstanceType<typeof Database>;
  private readonly statements = new Map<string, Statement>();

  constructor(path: string) {
    this.database = new Database(path);
  }

  /** Runs statements that take no parameters. */
  exec(text: string): void {
    this.database.exec(text);
  }

  /** Runs one statement; the id of the row it inserted. Parameters go as one array: a lone Buffer would crash. */
  run(text: string, parameters: Parameter[]): number {
    return Number(this.prepare(text).run(parameters).lastInsertRowid);
  }

  /** The first row, or undefined. */
  get(text: string, parameters: Parameter[]): unknown[] | undefined {
    const row: unknown = this.prepare(text).raw().get(parameters);
    return Array.isArray(row) ? row : undefined;
  }

  /** All rows. */
  all(text: string, parameters: Parameter[]): unknown[][] {
    return this.prepare(text).raw().all(parameters).filter(Array.isArray);
  }

  /** Forgets prepared statements; needed before a table they name is dropped. */
  forgetStatements(): void {
    this.statements.clear();
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }

  private prepare(text: string): Statement {
    let statement = this.statements.get(text);
    if (!statement) {
      if (this.statements.size >= STATEMENT_LIMIT) this.statements.clear();
      statement = this.database.prepare(text);
      this.statements.set(text, statement);
    }
    return statement;
  }
}

/** A column that holds bytes; the binding gives an ArrayBuffer or a Buffer. */
export function bytesOf(value: unknown): Buffer {
  if (Buffer.isBuffer(value)) return value;
  if (value instanceof ArrayBuffer) return Buffer.from(value);
  throw new TypeError('a column of bytes holds something else');
}
