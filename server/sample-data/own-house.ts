import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';

/** A house that runs for the demonstration alone. */
export interface OwnHouse {
  url: string;
  /** Worth one session as host; the others in the welcome are for whoever watches. */
  hostLink: string;
  /** What the house said when it opened, without the demonstration's own link. */
  welcome: string;
  /** Resolves when the process is gone; before `stop` that is a fault. */
  gone: Promise<void>;
  /** Ends the process in order, and waits for it. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}

interface OwnHouseOptions {
  port: number;
  dataFolder: string;
  /** ISO instant at which the house's day begins. */
  start: string;
  speed: number;
}

const ROOT = join(import.meta.dirname, '..', '..');
const LEASH = pathToFileURL(join(import.meta.dirname, 'leash.ts')).href;

function startProcess({ port, dataFolder, start, speed }: OwnHouseOptions) {
  const args = ['--import', import.meta.resolve('tsx'), '--import', LEASH, join(ROOT, 'server', 'main.ts')];
  return spawn(process.execPath, args, {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataFolder,
      // Empty means unset: whatever store this machine uses otherwise, the demonstration leaves it alone.
      DATABASE_URL: '',
      SECRET: '',
      SAMPLE_SPACE: 'utrecht',
      SAMPLE_HOURS: 'real',
      HOST_LINKS: '2',
      CLOCK_START: start,
      CLOCK_SPEED: String(speed),
      // A whole town calls from one address, in a day that takes minutes.
      REQUESTS_PER_MINUTE: '1000000',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A process group of its own, so that Ctrl-C reaches the demonstration, which lets everybody leave first.
    detached: true,
  });
}

/** Passes on what the house complains of, and keeps the last of it for a house that never opens. */
function complaints(from: Readable): () => string {
  const last: string[] = [];
  createInterface({ input: from }).on('line', (line) => {
    last.push(line);
    if (last.length > 20) last.shift();
    process.stderr.write(`${line}\n`);
  });
  return () => last.join('\n');
}

async function welcomeOf(output: Readable): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: output })) {
    if (line.startsWith('  Stop with')) break;
    lines.push(line);
  }
  // Whatever else it says is read and dropped, so that it never waits for a reader.
  output.resume();
  return lines;
}

async function stop(child: ChildProcess, gone: Promise<unknown>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  await gone;
}

/** Starts a house of its own and reads from its welcome where it is. @throws Error when it does not open. */
export async function openOwnHouse(options: OwnHouseOptions): Promise<OwnHouse> {
  const child = startProcess(options);
  if (!child.stdout || !child.stderr) throw new TypeError('the house has no output to read');
  const kill = () => void child.kill('SIGKILL');
  // However this process ends, the house does not outlive it.
  process.once('exit', kill);
  const gone = once(child, 'exit').then(() => void process.off('exit', kill));
  const complained = complaints(child.stderr);
  const lines = await welcomeOf(child.stdout);
  const links = lines.filter((line) => line.includes('/host#link='));
  const [, url, hostLink] = /(http:\S+)\/host#link=(\S+)/.exec(links.at(-1) ?? '') ?? [];
  if (url === undefined || hostLink === undefined) {
    await stop(child, gone);
    throw new Error(
      complained().includes('EADDRINUSE')
        ? `Port ${options.port} is taken: choose another with --port.`
        : 'The house did not open.',
    );
  }
  const welcome = lines.filter((line) => line !== links.at(-1)).join('\n');
  return { url, hostLink, welcome, gone, kill, stop: () => stop(child, gone) };
}
