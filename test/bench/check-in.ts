import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { boardView, kioskView } from '#contract/boards';
import { skillNames } from '#contract/skills';
import { type BenchRow, quantile } from '../../matching/bench/measure.ts';
import { buildServer } from '../../server/build.ts';
import { openScreen } from '../../server/sample-data/screen.ts';
import { createDevice, textIn } from '../builders/people.ts';
import { ROOT } from '../support/source-tree.ts';
import { type Callee, calleeAt } from '../support/test-house.ts';
import type { Ask, CpuMilliseconds, HouseSize, Measured, Opened } from './check-in-house.ts';
import { type Frame, samplesUnder } from './profile.ts';
import { seatOf } from './space.ts';
import { type Names, onTheirMind, townsperson } from './townspeople.ts';

const SIZE: HouseSize = { known: 400, present: 200, days: 3, visitsADay: 50 };
const WARM_UP = 20;
/** So many are timed, then as many again profiled, which is slower. */
const CHECK_INS = 50;
/** With screens, which cost a house more than all the rest. */
const WATCHED_CHECK_INS = 25;
/** Most of a check-in's CPU that may be the match's. */
const GOAL = 0.05;

const FOLDER = join(ROOT, '.build', 'bench');
const PROGRAM = join(FOLDER, 'check-in-house.js');

/** Bundles the house as `npm start` runs it, with the entrance that can be measured. */
async function buildHouse(): Promise<void> {
  const { build } = await import('esbuild');
  await buildServer(FOLDER);
  await build({
    entryPoints: [join(ROOT, 'test', 'bench', 'check-in-house.ts')],
    outdir: FOLDER,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    packages: 'external',
    logLevel: 'warning',
  });
}

/** The house in a process of its own; each thing that it is asked is waited for. */
function startHouse() {
  const child: ChildProcess = fork(PROGRAM, [], {
    cwd: ROOT,
    // As it is started by `npm start`: without what compiles sources.
    execArgv: [],
    env: { ...process.env, DATABASE_URL: '' },
  });
  const ended = once(child, 'exit');
  return {
    async ask<Told>(asked: Ask): Promise<Told> {
      const told = once(child, 'message');
      child.send(asked);
      const first = await Promise.race([told, ended.then(() => undefined)]);
      if (!first) throw new Error('the house has ended');
      return first[0].told;
    },
    async close() {
      child.disconnect();
      await ended;
    },
  };
}
type HouseProcess = ReturnType<typeof startHouse>;

/** Which parts of the house a frame of the bundle belongs to. */
function partsByFrame() {
  const map = new SourceMap(JSON.parse(readFileSync(`${PROGRAM}.map`, 'utf8')));
  return ({ functionName, url, lineNumber, columnNumber }: Frame): string[] => {
    if (!url.endsWith('check-in-house.js')) return [];
    const entry = map.findEntry(lineNumber, columnNumber);
    const source = 'originalSource' in entry ? entry.originalSource : '';
    if (!/(?:^|\/)matching\//.test(source)) return [];
    const isEngine = source.endsWith('matching/engine.ts');
    // The bundler tells functions of one name apart by a number.
    return ['match', ...(isEngine ? [functionName.replace(/\d+$/, '')] : [])];
  };
}

/** Everybody of the house as a kiosk meets them: one leaves, another takes the seat. */
async function createDoor(callee: Callee, kiosk: string, house: HouseProcess) {
  const namesIn = async (language: string) =>
    skillNames.parse((await callee.call('GET', `/skills/names?language=${language}`, undefined, kiosk)).body)
      .names;
  const names: Names = {
    en: await namesIn('en'),
    nl: await namesIn('nl'),
    ar: await namesIn('ar'),
    ja: await namesIn('ja'),
  };
  const people = Array.from({ length: SIZE.known }, (_, i) => townsperson(i, names));
  const here = people.slice(0, SIZE.present).map((person, seat) => ({ person, seat }));
  const away = people.slice(SIZE.present);
  let visit = 1_000_000;

  async function posted(path: string, body: object, status: number) {
    const reply = await callee.call('POST', path, body, kiosk);
    if (reply.status !== status) throw new RangeError(`${path}: ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  /** Somebody leaves, and somebody who was away comes in: only the latter is measured. */
  return async () => {
    const [leaver, comer] = [here.shift(), away.shift()];
    if (!leaver || !comer) throw new RangeError('nobody is left');
    await posted('/check-outs', { personId: leaver.person.personId }, 200);
    const text = onTheirMind(comer, visit++, names);
    const { language } = comer.profile;
    const { proposals } = await posted('/skills/proposals', { text, language }, 200);
    const skills = (proposals as { skill: string }[]).slice(0, 2).map(({ skill }) => skill);
    await house.ask({ ask: 'later' });
    const { personId } = comer;
    const focus = { text, skills };
    const seatId = seatOf(leaver.seat);
    await house.ask({ ask: 'begin' });
    await posted('/check-ins', { checkInId: randomUUID(), personId, seatId, openness: 'open', focus }, 201);
    await house.ask({ ask: 'end' });
    here.push({ person: comer, seat: leaver.seat });
    away.push(leaver.person);
  };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** Some check-ins: what they cost the process, and where its main thread was. */
interface Pass extends Measured {
  costs: CpuMilliseconds;
}

function rowOf(what: string, { profile, spans, costs }: Pass): BenchRow {
  const { busy, under } = samplesUnder(profile, spans, partsByFrame());
  const { match = 0, apply = 0, suggest = 0 } = under;
  const milliseconds = quantile(costs, 0.5);
  const part = (samples: number) =>
    `${percent(samples / busy)} (${((milliseconds * samples) / busy).toFixed(2)} ms)`;
  return {
    measure: `the match's share of a check-in's CPU, ${SIZE.present} present of ${SIZE.known} known, ${what}`,
    found:
      `${part(match)} of p50 ${milliseconds.toFixed(1)} ms: engine.apply ${part(apply)}, engine.suggest ${part(suggest)}; ` +
      `${busy} samples of ${spans.length} check-ins`,
    goal: `≤ ${percent(GOAL)}: ${match / busy <= GOAL ? 'pass' : 'miss'}`,
  };
}

/**
 * What of the CPU of a check-in goes to the match, in a real house with a history. What counts is the request itself and
 * all that it sets off until nothing is under way any more: the engine takes the arrival in, suggestions are made,
 * written and offered, screens follow. The store's processes are not counted: they would make the share smaller.
 */
export async function benchCheckIn(): Promise<BenchRow[]> {
  await buildHouse();
  const house = startHouse();
  const { url, hostLink } = await house.ask<Opened>({ ask: 'open', ...SIZE });
  const callee = calleeAt(url);
  const host = textIn((await callee.call('POST', '/sessions', { token: hostLink })).body, 'token');
  const { token: kiosk } = await createDevice(callee, host);
  const checkIn = await createDoor(callee, kiosk, house);

  async function pass(count: number): Promise<Pass> {
    await house.ask({ ask: 'costs' });
    for (let i = 0; i < count; i++) await checkIn();
    const costs = await house.ask<CpuMilliseconds>({ ask: 'costs' });
    await house.ask({ ask: 'profile' });
    for (let i = 0; i < count; i++) await checkIn();
    return { costs, ...(await house.ask<Measured>({ ask: 'profiled' })) };
  }

  for (let i = 0; i < WARM_UP; i++) await checkIn();
  const unwatched = await pass(CHECK_INS);
  const onFault = (fault: unknown) => {
    throw fault;
  };
  const board = await openScreen({ url, token: host, view: 'board', schema: boardView, onFault });
  const door = await openScreen({ url, token: kiosk, view: 'kiosk', schema: kioskView, onFault });
  const watched = await pass(WATCHED_CHECK_INS);
  board.close();
  door.close();
  await house.close();
  // For whoever wants to look where it goes, in a browser's tools.
  writeFileSync(join(FOLDER, 'check-in.cpuprofile'), JSON.stringify(unwatched.profile));
  return [rowOf('no screen watching', unwatched), rowOf('a board and a kiosk watching', watched)];
}
