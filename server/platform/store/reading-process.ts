import { join } from 'node:path';
import { Dispatch } from './dispatch.ts';
import { type Changes, Engine, type Log } from './engine.ts';
import { GroupCommit } from './group-commit.ts';
import type { Part } from './keeper.ts';
import { Sql } from './sql.ts';
import { readMessage } from './wire-message.ts';

/** A command that the keeper hands over: the client's whole message, and the number of its connection. */
export interface HandedOver {
  message: Uint8Array;
  connection: number;
}

/**
 * Runs what may take long on a connection of its own that only reads. What the keeper has committed before it hands
 * a command over is seen by it: its changes come before it on the same channel.
 */
export function openReading(folder: string, log: Log): Part {
  const sql = new Sql(join(folder, 'documents.db'));
  sql.get('PRAGMA busy_timeout = 5000', []);
  const engine = new Engine(sql, log);
  sql.exec('PRAGMA query_only = ON');
  // One snapshot for all that a command reads, or a document that moves meanwhile could be seen twice or never.
  const commits = new GroupCommit(sql, { rolledBack: () => engine.reload(), snapshots: true });
  const dispatch = new Dispatch(engine, commits, log);
  return {
    take: async (what) => {
      if (isHandedOver(what)) return dispatch.answer(readMessage(Buffer.from(what.message)), what.connection);
      if (isChanges(what)) engine.apply(what);
      return undefined;
    },
    showsLife: () => {},
    close: async () => sql.close(),
  };
}

function isHandedOver(what: unknown): what is HandedOver {
  return typeof what === 'object' && what !== null && 'message' in what;
}

function isChanges(what: unknown): what is Changes {
  return typeof what === 'object' && what !== null && 'records' in what;
}
