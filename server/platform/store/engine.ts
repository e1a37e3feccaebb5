import { Aggregation } from './aggregation.ts';
import type { Arguments } from './arguments.ts';
import { Catalogue } from './catalogue.ts';
import { Cursors } from './cursors.ts';
import type { Doc } from './document.ts';
import { Reader } from './reader.ts';
import { Records } from './records.ts';
import type { Sql } from './sql.ts';
import { Writer } from './writer.ts';

/** Takes the store's notices, such as a read through no index. */
export type Log = (entry: { msg: string; [k: string]: unknown }) => void;

/** The parts that commands work with, put together over one SQLite connection. */
export class Engine {
  readonly catalogue: Catalogue;
  readonly records: Records;
  readonly reader: Reader;
  readonly writer: Writer;
  readonly aggregation: Aggregation;
  readonly cursors = new Cursors();
  readonly startedAt = Date.now();

  constructor(
    readonly sql: Sql,
    log: Log,
  ) {
    this.catalogue = new Catalogue(sql);
    this.records = new Records(sql, this.catalogue);
    this.reader = new Reader(sql, this.records, log);
    this.aggregation = new Aggregation(this.catalogue, this.reader);
    this.writer = new Writer(this.catalogue, this.records, this.reader, this.aggregation);
  }

  /** Makes memory agree with the disk again, after a rollback or when another connection has written. */
  reload(): void {
    this.records.forgetAll();
    this.catalogue.reload();
  }
}

/** One command as it is run: its checked fields, the raw bytes of its sequences, and who asks. */
export interface Call {
  body: Doc;
  args: Arguments;
  raw: ReadonlyMap<string, Buffer[]>;
  database: string;
  connection: number;
}

/** A command: the fields it knows beside its name, whether it may write, and what it does. */
export interface Command {
  fields: readonly string[];
  writes: boolean | ((body: Doc) => boolean);
  run: (engine: Engine, call: Call) => Doc;
}
