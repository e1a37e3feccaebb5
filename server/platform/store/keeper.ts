import { Dispatch } from './dispatch.ts';
import { Engine, type Log } from './engine.ts';
import { SWEEP_MS, sweep } from './expiry.ts';
import { FailPoint } from './fail-point.ts';
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
  /** What one command may cost. */
  limits: Limits;
  /** Whether clients may make commands fail. */
  testCommands: boolean;
}

/** Owns the folder, listens on the socket, writes, and answers what is quickly read. */
export async function openKeeper(options: KeeperOptions): Promise<Part> {
  const folder = openFolder(options.folder);
  try {
    return await serve(folder, options);
  } catch (error) {
    folder.close();
    throw error;
  }
}

async function serve(
  folder: Folder,
  { folder: path, log, limits, testCommands }: KeeperOptions,
): Promise<Part> {
  const engine = new Engine(folder.sql, log);
  const reading = new SupervisedProcess({ role: 'reader', folder: path, limits, testCommands: false }, log);
  const commits = new GroupCommit(folder.sql, {
    rolledBack: () => engine.reload(),
    committed: () => {
      const changes = engine.takeChanges();
      if (changes) reading.tell({ what: changes });
    },
  });
  const dispatch = new Dispatch(engine, commits, log, reading);
  const server = new SocketServer(socketPath(path), testCommands ? new FailPoint(dispatch) : dispatch, log);
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
      await reading.stop();
      commits.close();
      folder.close();
    },
  };
}
