import { Dispatch } from './dispatch.ts';
import { Engine, type Log } from './engine.ts';
import { SWEEP_MS, sweep } from './expiry.ts';
import { type Folder, openFolder } from './folder.ts';
import { GroupCommit } from './group-commit.ts';
import { SocketServer, socketPath } from './socket.ts';
import { SupervisedProcess } from './supervised-process.ts';
import type { Limits } from './watchdog.ts';

/** A part of the store that runs in a process of its own. */
export interface Part {
  /** Answers one message of the process that started it. */
  take(what: unknown): Promise<unknown>;
  /** Gives the part what it calls while long work gets on. */
  showsLife(beat: () => void): void;
  close(): Promise<void>;
}

interface KeeperOptions {
  folder: string;
  log: Log;
  /** What one command may cost; without them every command runs in this process. */
  limits?: Limits;
}

/** Owns the folder, listens on the socket, writes, and answers what is quickly read. */
export async function openKeeper({ folder: path, log, limits }: KeeperOptions): Promise<Part> {
  const folder = openFolder(path);
  try {
    return await serve(path, folder, log, limits);
  } catch (error) {
    folder.close();
    throw error;
  }
}

async function serve(path: string, folder: Folder, log: Log, limits: Limits | undefined): Promise<Part> {
  const engine = new Engine(folder.sql, log);
  const reading = limits && new SupervisedProcess({ role: 'reader', folder: path, limits }, log);
  const commits = new GroupCommit(folder.sql, {
    rolledBack: () => engine.reload(),
    committed: () => {
      const changes = engine.takeChanges();
      if (changes) reading?.tell({ what: changes });
    },
  });
  const server = new SocketServer(socketPath(path), new Dispatch(engine, commits, log, reading), log);
  await server.listen();
  const expire = (now: number) => commits.submit(true, () => sweep(engine, now));
  const timer = setInterval(() => {
    expire(Date.now()).catch((error: unknown) =>
      log({ msg: 'the expiry sweep failed', error: String(error) }),
    );
  }, SWEEP_MS);
  timer.unref();
  return {
    take: (what) => (what instanceof Date ? expire(what.getTime()) : Promise.resolve(undefined)),
    showsLife: (beat) => {
      engine.records.showsLife = beat;
    },
    close: async () => {
      clearInterval(timer);
      await server.close();
      await reading?.stop();
      commits.close();
      folder.close();
    },
  };
}
