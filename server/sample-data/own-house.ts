import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { PlainFault } from './plain-fault.ts';

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

function startProcess({ port, dataFolder, start, speed }: OwnHouseOptions) {
  const args = [
    '--import',
    import.meta.resolve('tsx'),
    '--import',
    import.meta.resolve('./leash.ts'),
    join(ROOT, 'server', 'main.ts'),
  ];
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

/** What the house complains of: kept until it is open, so that a start that failed is told in one way, then passed on. */
function complaints(from: Readable) {
  const kept: string[] = [];
  let isOpen = false;
  createInterface({ input: from }).on('line', (line) => {
    if (isOpen) process.stderr.write(`${line}\n`);
    else kept.push(line);
  });
  return {
    text: () => kept.join('\n'),
    passOn() {
      isOpen = true;
      for (const line of kept) process.stderr.write(`${line}\n`);
    },
  };
}

/** Why a house did not open, for whoever started it. */
function refusalToOpen(port: number, complaint: string): PlainFault {
  if (complaint.includes('EADDRINUSE'))
    return new PlainFault(`Port ${port} is taken: choose another with --port.`, 1);
  return new PlainFault(`The house did not open.\n${complaint}`, 1);
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

/** Starts a house of its own and reads from its welcome where it is. @throws PlainFault when it does not open. */
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
    throw refusalToOpen(options.port, complained.text());
  }
  complained.passOn();
  const welcome = lines.filter((line) => line !== links.at(-1)).join('\n');
  return { url, hostLink, welcome, gone, kill, stop: () => stop(child, gone) };
}
