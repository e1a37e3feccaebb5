import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from '../build.ts';
import { readRecords } from './benchmark.ts';
import { type DayPlan, TODAY } from './day.ts';
import { dataDay } from './from-data.ts';
import { type Options, readOptions } from './options.ts';
import { type OwnHouse, openOwnHouse } from './own-house.ts';
import { PlainFault } from './plain-fault.ts';
import { playDay } from './player.ts';
import { readSuggestions, readSummary } from './reading.ts';
import { quickDay, readTown, townDay } from './town.ts';

/** Just before the doors open; Utrecht is an hour ahead of UTC on that day. */
const DAY_STARTS = `${TODAY.date}T07:28:00.000Z`;

const say = (...lines: string[]) => void process.stdout.write(`${lines.join('\n')}\n`);

async function dayOf({ from, day, seed, quick }: Options): Promise<DayPlan> {
  if (from !== undefined) return dataDay(await readRecords(from), day, seed);
  return quick ? quickDay(readTown(), seed) : townDay(readTown(), seed);
}

/** The first Ctrl-C lets everybody leave; the second waits for nobody. */
function stopOnSignal(atOnce: () => void): AbortSignal {
  const stopping = new AbortController();
  const onSignal = () => {
    if (stopping.signal.aborted) {
      atOnce();
      process.exit(130);
    }
    say('', 'Everybody leaves; once more Ctrl-C ends it at once.');
    stopping.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  return stopping.signal;
}

async function playIn(house: OwnHouse, day: DayPlan, options: Options, stop: AbortSignal): Promise<void> {
  const { speed, seed, list, quick } = options;
  say(house.welcome, '  Stop with Ctrl-C; nothing is kept.', '');
  const { url, hostLink } = house;
  const enough = quick ? 1 : Number.POSITIVE_INFINITY;
  const play = { url, hostLink, day, speed, seed, enough, output: process.stdout };
  const lost = house.gone.then(() => {
    throw new PlainFault('The house has stopped in the middle of the day.', 1);
  });
  const { tally, nameOf } = await Promise.race([playDay(play, stop), lost]);
  const read = readSuggestions(tally, list, day, nameOf);
  say('', ...(read.length > 0 ? [...read, ''] : []), ...readSummary(tally, day));
}

/** Opens a house, plays the day in it, and leaves nothing behind. */
async function demonstrate(options: Options): Promise<void> {
  const day = await dayOf(options);
  if (!options.quick) await buildIfNeeded();
  const dataFolder = await mkdtemp(join(tmpdir(), 'common-table-demo-'));
  let house: OwnHouse | undefined;
  const stop = stopOnSignal(() => {
    house?.kill();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  try {
    const { port, speed } = options;
    house = await openOwnHouse({ port, speed, dataFolder, start: DAY_STARTS });
    await playIn(house, day, options, stop);
  } finally {
    await house?.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

try {
  await demonstrate(readOptions(process.argv.slice(2)));
  process.exit(0);
} catch (fault) {
  const isPlain = fault instanceof PlainFault;
  process.stderr.write(`${isPlain ? fault.message : fault instanceof Error ? fault.stack : fault}\n`);
  process.exit(isPlain ? fault.exitCode : 1);
}
