import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { socketPath } from './socket.ts';

/** The name under which clients prove that they may read the store's folder. */
export const USER = 'store';

/** How a store is reached that listens on a port of this machine. */
export interface Access {
  port: number;
  password: string;
}

const pathOf = (folder: string): string => join(folder, 'store.access');

/** How the store in a folder was last reached, when that was not by its socket. */
export function readAccess(folder: string): Access | undefined {
  if (!existsSync(pathOf(folder))) return undefined;
  const { port, password }: Record<string, unknown> = JSON.parse(readFileSync(pathOf(folder), 'utf8'));
  return { port: Number(port), password: String(password) };
}

/** A new credential, for a port that is not chosen yet. */
export const newAccess = (): Access => ({ port: 0, password: randomBytes(24).toString('base64url') });

/** Keeps the access where only the folder's owner reads it; undefined when the socket serves. */
export function keepAccess(folder: string, access: Access | undefined): void {
  if (access) writeFileSync(pathOf(folder), JSON.stringify(access), { mode: 0o600 });
  else rmSync(pathOf(folder), { force: true });
}

/** The address of a database of the store in a folder, whether it runs or not. */
export function storeUri(folder: string, database: string): string {
  const access = readAccess(folder);
  if (access) {
    return `mongodb://${USER}:${access.password}@127.0.0.1:${access.port}/${database}?directConnection=true&authSource=admin&authMechanism=SCRAM-SHA-256`;
  }
  // Without directConnection the driver lower-cases the path.
  return `mongodb://${encodeURIComponent(socketPath(folder))}/${database}?directConnection=true`;
}
