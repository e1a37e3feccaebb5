import { Dispatch } from './dispatch.ts';
import { Engine, type Log } from './engine.ts';
import { type EntranceSettings, openEntrance } from './entrance.ts';
import { isDiskFull } from './error.ts';
import { forgetIdle, SWEEP_MS, sweep } from './expiry.ts';
import { type Folder, openFolder } from './folder.ts';
import { GroupCommit } from './group-commit.ts';
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

interface KeeperOptions extends EntranceSettings {
  log: Log;
  /** What one command may cost. */
  limits: Limits;
  /** Whether documents expire by the machine's clock. */
  expires: boolean;
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

async function serve(folder: Folder, options: KeeperOptions): Promise<Part> {
  const { log, limits } = options;
  const engine = new Engine(folder.sql, log);
  const reading = new SupervisedProcess({ role: 'reader', folder: options.folder, limits }, log);
  const commits = new GroupCommit(folder.sql, {
    rolledBack: (because) => {
      engine.reload();
      if (isDiskFull(because)) folder.spare.ranOut();
    },
    committed: () => folder.spare.committed(),
  });
  const server = await openEntrance(
    new Dispatch(engine, commits, log, { reading, spare: folder.spare }),
    options,
    log,
  );
  const expire = (now: number) => commits.submit(true, () => sweep(engine, now));
  const tidyUp = (now: number) => {
    forgetIdle(engine, now);
    return options.expires ? sweep(engine, now) : 0;
  };
  const timer = setInterval(() => {
    commits
      .submit(true, () => tidyUp(Date.now()))
      .catch((error: unknown) => log({ msg: 'the expiry sweep failed', error: String(error) }));
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
