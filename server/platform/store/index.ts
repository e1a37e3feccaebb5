import { storeUri } from './address.ts';
import type { Log } from './engine.ts';
import { SupervisedProcess } from './supervised-process.ts';

/** A running store. */
export interface EmbeddedStore {
  /** The address of a database, for any MongoDB driver. */
  uri(database: string): string;
  /** Removes what TTL indexes say has expired by this instant; how many documents. */
  sweep(now?: Date): Promise<number>;
  /** Commits what is queued, closes the connections and lets go of the folder. */
  close(): Promise<void>;
}

/** How a store is opened. */
export interface StoreOptions {
  folder: string;
  log?: Log;
  /** Longest that one command may hold the store, in milliseconds, before it is ended. */
  patienceMs?: number;
  /** Most memory that each of the store's two processes may take, in megabytes. */
  memoryMB?: number;
  /** Lets clients make commands fail (`configureFailPoint`), as a test build of MongoDB does. */
  testCommands?: boolean;
  /**
   * Whether documents expire by the machine's clock, as TTL indexes say; for who keeps another time, they do when
   * `sweep` is asked to.
   */
  expires?: boolean;
  /**
   * Listens on a port of this machine, for who knows the credential in the folder, rather than on a socket in it. So
   * it does by itself on Windows, and where the folder can hold no socket.
   */
  loopback?: boolean;
}

/**
 * Opens the store in a folder (made with mode 0700 when it is not there), in processes of its own, which listen on
 * a unix socket and are started again when they end.
 * @throws Error when another process owns the folder, or when its files are foreign, damaged or newer
 */
export async function openStore(options: StoreOptions): Promise<EmbeddedStore> {
  const { folder, log = () => {}, patienceMs = 5_000, memoryMB = 1_024, testCommands = false } = options;
  const { expires = true, loopback = process.platform === 'win32' } = options;
  const limits = { patienceMs, memoryMB };
  const keeper = new SupervisedProcess(
    { role: 'keeper', folder, limits, testCommands, loopback, expires },
    log,
  );
  await keeper.start();
  return {
    uri: (database) => storeUri(folder, database),
    sweep: async (now = new Date()) => Number(await keeper.ask(now)),
    close: () => keeper.stop(),
  };
}
