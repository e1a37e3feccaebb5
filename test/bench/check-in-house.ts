import { mkdtemp, rm } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse, WEB_FOLDER } from '../../server/house.ts';
import { readConfig } from '../../server/platform/config.ts';
import { createLog } from '../../server/platform/log.ts';
import { DAY, MINUTE } from '../../server/values/clock.ts';
import { UTRECHT } from '../builders/callers.ts';
import { createVisits } from './played-visits.ts';
import type { Profile, Span } from './profile.ts';
import { openLargeSpace } from './space.ts';
import { townsperson } from './townspeople.ts';

/** How large the house is, and how long it has been open. */
export interface HouseSize {
  known: number;
  present: number;
  days: number;
  visitsADay: number;
}

/** What the house is told; everything else comes in by its doors. */
export type Ask =
  | ({ ask: 'open' } & HouseSize)
  /** Two minutes later: who was asked has answered. */
  | { ask: 'later' }
  | { ask: 'profile' }
  | { ask: 'begin' }
  /** All that the last request has set off is over. */
  | { ask: 'end' }
  | { ask: 'profiled' }
  /** What each request since it was last asked has cost, with all that it has set off. */
  | { ask: 'costs' };

/** What the house tells of what was measured. */
export interface Measured {
  profile: Profile;
  spans: Span[];
}

/** What a check-in costs the process in CPU, with the threads of its runtime, when nobody profiles it; one a check-in. */
export type CpuMilliseconds = number[];

/** Where the house is, and the link by which its host signs in. */
export interface Opened {
  url: string;
  hostLink: string;
}

const START = new Date('2026-11-24T08:00:00Z');
/** A sample about every so many microseconds. */
const INTERVAL = 250;

const microseconds = () => Number(process.hrtime.bigint() / 1000n);

/** A real house with a history, in this process, on a clock that is moved by hand. */
async function open({ known, present, days, visitsADay }: HouseSize) {
  const folder = await mkdtemp(join(tmpdir(), 'ct-bench-'));
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    SAMPLE_SPACE: 'none',
    LOG_LEVEL: 'error',
    REQUESTS_PER_MINUTE: '1000000',
  });
  let now = START.getTime() - days * DAY;
  const clock = { now: () => new Date(now), speed: 0 };
  const log = createLog(config.LOG_LEVEL);
  const house = await openHouse({ config, log, clock, runJobs: false, webFolder: WEB_FOLDER });
  const { app } = house;
  await openLargeSpace(app.services, present);
  const names = {
    en: app.services.skills.names('en').names,
    nl: app.services.skills.names('nl').names,
    ar: app.services.skills.names('ar').names,
    ja: app.services.skills.names('ja').names,
  };
  const people = Array.from({ length: known }, (_, i) => townsperson(i, names));
  const visits = createVisits({ app, people, names, forward: (by: number) => (now += by) });
  await visits.register();
  for (let day = 0; day < days; day++) {
    const first = (day * visitsADay * 7) % known;
    await visits.arrive(first, visitsADay);
    await visits.leave(first, visitsADay);
    now = START.getTime() - (days - 1 - day) * DAY;
  }
  await visits.arrive(0, present);
  const subject = { role: 'host', subjectId: 'host-1', spaceId: UTRECHT } as const;
  const { token: hostLink } = await app.services.auth.createLink(subject, 24 * 60);
  const opened: Opened = { url: house.url.replace('localhost', '127.0.0.1'), hostLink };
  const close = async () => {
    await house.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { app, visits, opened, close };
}

/** A profile of this process, with the spans that count. */
async function createProfiling() {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
  const spans: [number, number][] = [];
  const costs: CpuMilliseconds = [];
  let began = { at: 0, cpu: process.cpuUsage() };
  return {
    async start(): Promise<void> {
      spans.length = 0;
      await session.post('Profiler.start');
    },
    begin() {
      began = { at: microseconds(), cpu: process.cpuUsage() };
    },
    end() {
      const { user, system } = process.cpuUsage(began.cpu);
      costs.push((user + system) / 1000);
      spans.push([began.at, microseconds()]);
    },
    costs: () => costs.splice(0),
    async stop(): Promise<Measured> {
      const before = microseconds();
      const { profile } = await session.post('Profiler.stop');
      const isSameClock = profile.startTime <= (spans[0]?.[0] ?? 0) && profile.endTime >= before - 1e6;
      if (!isSameClock) throw new RangeError('the profile is told by another clock than the spans');
      return { profile, spans };
    },
  };
}

/** Does what it is asked, one thing after another, until whoever asks is gone. */
async function serve(): Promise<void> {
  let house: Awaited<ReturnType<typeof open>> | undefined;
  const profiling = await createProfiling();
  async function answer(asked: Ask): Promise<unknown> {
    if (asked.ask === 'open') house = await open(asked);
    if (!house) throw new RangeError('the house is not open');
    const { app, visits, opened } = house;
    switch (asked.ask) {
      case 'open':
        return opened;
      case 'later':
        return visits.later(2 * MINUTE);
      case 'profile':
        return profiling.start();
      case 'begin':
        return profiling.begin();
      case 'end':
        await app.settled();
        return profiling.end();
      case 'profiled':
        return profiling.stop();
      case 'costs':
        return profiling.costs();
    }
  }
  process.once('disconnect', async () => {
    await house?.close();
    process.exit();
  });
  process.on('message', (asked: Ask) => {
    answer(asked).then(
      (told) => process.connected && process.send?.({ told }),
      (fault: unknown) => {
        process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`);
        process.exit(1);
      },
    );
  });
}

await serve();
