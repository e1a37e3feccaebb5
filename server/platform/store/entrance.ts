import { keepAccess, newAccess, readAccess } from './address.ts';
import { Doorman } from './doorman.ts';
import type { Log } from './engine.ts';
import { FailPoint } from './fail-point.ts';
import { scramKeys } from './scram.ts';
import { type Answering, SocketServer, socketPath } from './socket.ts';

/** How clients come in. */
export interface EntranceSettings {
  folder: string;
  /** Whether on a port rather than on a socket. */
  loopback: boolean;
  /** Whether clients may make commands fail. */
  testCommands: boolean;
}

/** Listens on the folder's socket, or on a port of this machine where that is asked for or the only way. */
export async function openEntrance(
  dispatch: Answering,
  { folder, loopback, testCommands }: EntranceSettings,
  log: Log,
): Promise<SocketServer> {
  const inner = testCommands ? new FailPoint(dispatch) : dispatch;
  if (!loopback) {
    try {
      const server = new SocketServer(inner, log);
      await server.listenOnSocket(socketPath(folder));
      keepAccess(folder, undefined);
      return server;
    } catch (error) {
      log({ msg: 'the store can have no socket, and listens on a port', error: String(error) });
    }
  }
  // The same as before, so that clients find their way back after a restart.
  const access = readAccess(folder) ?? newAccess();
  const server = new SocketServer(new Doorman(inner, scramKeys(access.password)), log);
  keepAccess(folder, { ...access, port: await server.listenOnPort(access.port) });
  return server;
}
