import { Dispatch } from './dispatch.ts';
import { Engine, type Log } from './engine.ts';
import { SWEEP_MS, sweep } from './expiry.ts';
import { type Folder, openFolder } from './folder.ts';
import { GroupCommit } from './group-commit.ts';
import { SocketServer, socketPath } from './socket.ts';

/** A running store. */
export interface EmbeddedStore {
  /** The address of a database, for any MongoDB driver. */
  uri(database: string): string;
  /** Removes what TTL indexes say has expired by this instant; how many documents. */
  sweep(now?: Date): Promise<number>;
  /** Commits what is queued, closes the connections and lets go of the folder. */
  close(): Promise<void>;
}

/**
 * Opens the store in a folder (made with mode 0700 when it is not there) and listens on its unix socket.
 * @throws Error when another process owns the folder, or when its files are foreign, damaged or newer
 */
export async function openStore(options: { folder: string; log?: Log }): Promise<EmbeddedStore> {
  const log = options.log ?? (() => {});
  const folder = openFolder(options.folder);
  try {
    return await serve(options.folder, folder, log);
  } catch (error) {
    folder.close();
    throw error;
  }
}

async function serve(path: string, folder: Folder, log: Log): Promise<EmbeddedStore> {
  const engine = new Engine(folder.sql, log);
  const commits = new GroupCommit(folder.sql, () => engine.reload());
  const socket = socketPath(path);
  const server = new SocketServer(socket, new Dispatch(engine, commits, log), log);
  await server.listen();
  const expire = (now: number) => commits.submit(true, () => sweep(engine, now));
  const timer = setInterval(() => {
    expire(Date.now()).catch((error: unknown) =>
      log({ msg: 'the expiry sweep failed', error: String(error) }),
    );
  }, SWEEP_MS);
  timer.unref();
  return {
    // Without directConnection the driver lower-cases the path.
    uri: (database) => `mongodb://${encodeURIComponent(socket)}/${database}?directConnection=true`,
    sweep: (now = new Date()) => expire(now.getTime()),
    close: async () => {
      clearInterval(timer);
      await server.close();
      commits.close();
      folder.close();
    },
  };
}
