import { join } from 'node:path';
import { Dispatch } from './dispatch.ts';
import { Engine, type Log } from './engine.ts';
import { GroupCommit } from './group-commit.ts';
import type { Part } from './keeper.ts';
import { Sql } from './sql.ts';
import { readMessage } from './wire-message.ts';

/** A command that the keeper hands over: the client's whole message, and the number of its connection. */
export interface HandedOver {
  message: Uint8Array;
  connection: number;
}

/** Runs what may take long on a connection of its own that only reads; what the keeper has committed is seen by it. */
export function openReading(folder: string, log: Log): Part {
  const sql = new Sql(join(folder, 'documents.db'));
  sql.get('PRAGMA busy_timeout = 5000', []);
  const engine = new Engine(sql, log);
  sql.exec('PRAGMA query_only = ON');
  let version: unknown;
  const commits = new GroupCommit(sql, {
    rolledBack: () => engine.reload(),
    // One snapshot for all that a command reads, or a document that moves meanwhile could be seen twice or never; and
    // memory of no other, or an index would lead to what a document was.
    snapshot: () => {
      const [now] = sql.get('PRAGMA data_version', []) ?? [];
      if (now !== version) engine.reload();
      version = now;
    },
  });
  const dispatch = new Dispatch(engine, commits, log);
  return {
    take: async (what) => {
      if (!isHandedOver(what)) throw new TypeError('the reader takes commands only');
      return dispatch.answer(readMessage(Buffer.from(what.message)), what.connection);
    },
    showsLife: () => {},
    close: async () => sql.close(),
  };
}

function isHandedOver(what: unknown): what is HandedOver {
  return typeof what === 'object' && what !== null && 'message' in what;
}
