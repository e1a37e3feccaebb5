import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { SERVER } from './bundled-program.ts';
import { ROOT } from './source-tree.ts';
import { databaseUrl } from './test-database.ts';

/** The real server as a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  url: string;
  /** The token of the link that its welcome gives to hosts. */
  hostLink: string;
  /** All that it has written to its log. */
  log(): string;
  /** Ends it as a power cut does, or as a person does who stops it. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

const WELCOME = /host\s+(http\S+)\/host#link=(\S+)[\s\S]*Stop with Ctrl-C/;

/**
 * Starts a server on a free port with its store in this folder; where `DATABASE_URL` is set, with a database there that
 * is named as the folder is. @throws Error when it ends before it is open.
 */
export async function startServer(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const url = databaseUrl(basename(folder));
  const child = spawn(process.execPath, [SERVER], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      LOG_LEVEL: 'error',
      ...(url !== undefined && { DATABASE_URL: url }),
      REQUESTS_PER_MINUTE: '100000',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  let welcome = '';
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
  });
  const found = await new Promise<RegExpExecArray>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      welcome += chunk.toString();
      const match = WELCOME.exec(welcome);
      if (match) resolve(match);
    });
    child.on('close', (code) => reject(new Error(`the server ended with ${code}: ${log}`)));
  });
  const [, address = '', hostLink = ''] = found;
  return {
    url: address.replace('localhost', '127.0.0.1'),
    hostLink,
    log: () => log,
    async end(signal) {
      child.kill(signal);
      await ended;
    },
  };
}
