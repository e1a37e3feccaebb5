import { setMaxListeners } from 'node:events';
import { sessionStarted } from '#contract/auth';
import { boardView } from '#contract/boards';
import { device, pairing, pairingState } from '#contract/devices';
import { skillNames } from '#contract/skills';
import type { DayPlan } from './day.ts';
import { createDoors, type Doors } from './doors.ts';
import { createPace } from './pace.ts';
import { progressLine, showProgress } from './progress.ts';
import { openScreen } from './screen.ts';
import { createSkillWords } from './skill-words.ts';
import type { Stage } from './stage.ts';
import { createTally, type Tally } from './tally.ts';
import { playVisit } from './visitor.ts';

interface Play {
  url: string;
  hostLink: string;
  day: DayPlan;
  speed: number;
  seed: string;
  /** Ends the day early once so many pairs have met. */
  enough: number;
  output: NodeJS.WriteStream;
}

/** What a played day leaves: what was seen of it, and the names of the skills in English. */
export interface Played {
  tally: Tally;
  nameOf(skill: string): string;
}

/** How long after the last check-out the board may take to show it. */
const BOARD_IS_CLEAR_MS = 10_000;

/** Pairs a kiosk as a host and a tablet do it together; tells when, by the clock of the house. */
async function pairKiosk(doors: Doors, host: string): Promise<{ kiosk: string; pairedAt: Date }> {
  const body = { kind: 'kiosk' };
  const { deviceId, code, secret } = await doors.call({ path: '/pairings', body, reply: pairing });
  const named = { code, name: 'Kiosk of the demonstration' };
  await doors.call({ path: '/devices', body: named, token: host, reply: device });
  const claim = { path: '/pairings/claims', body: { deviceId, secret }, reply: pairingState };
  const state = await doors.call(claim);
  if (state.state !== 'paired') throw new Error('the kiosk could not be paired');
  return { kiosk: state.token, pairedAt: new Date(state.device.pairedAt) };
}

async function skillNamer(doors: Doors, token: string): Promise<Played['nameOf']> {
  const path = '/skills/names?language=en';
  const { names } = await doors.call({ method: 'GET', path, token, reply: skillNames });
  return (skill) => names[skill] ?? skill.replace(/^free:/, '');
}

/** Everybody's visit, until the last has left. A fault in one makes all leave, and is thrown when they have. */
async function playVisits(stage: Stage, stop: AbortSignal): Promise<void> {
  const visits = stage.day.visits.map((visit) =>
    playVisit(visit, stage, stop).catch((fault: unknown) => {
      if (!stop.aborted) stage.fail(fault);
    }),
  );
  await Promise.all(visits);
}

/** All that a day is played with, and what is seen of it. */
async function setStage(play: Play, stop: AbortSignal) {
  const doors = createDoors(play.url);
  const session = { path: '/sessions', body: { token: play.hostLink }, reply: sessionStarted };
  const { token } = await doors.call(session);
  const { kiosk, pairedAt } = await pairKiosk(doors, token);
  const over = new AbortController();
  const faults: unknown[] = [];
  const fail = (fault: unknown) => {
    faults.push(fault);
    over.abort(fault);
  };
  const board = await openScreen({ url: play.url, token, view: 'board', schema: boardView, onFault: fail });
  const { timeZone } = board.state().space;
  const pace = createPace({ read: pairedAt, timeZone, speed: play.speed });
  const tally = createTally();
  board.follow((view) => {
    tally.look(view);
    if (tally.sum().met >= play.enough) over.abort();
  });
  const skills = createSkillWords(doors, kiosk);
  async function pairOf(id: string, until: AbortSignal) {
    const view = await board.until(({ introductions }) => id in introductions, until);
    const { pair } = view.introductions[id] ?? {};
    if (!pair) throw new RangeError('an introduction without a pair');
    return pair;
  }
  const { day, seed } = play;
  const stage: Stage = { doors, pace, kiosk, skills, day, seed, pairOf, cameIn: tally.cameIn, fail };
  const signal = AbortSignal.any([stop, over.signal]);
  // As many wait for it as people are here; the warning of a leak is for fewer.
  setMaxListeners(0, signal);
  return { stage, signal, board, tally, faults };
}

/** Plays a day through the public doors of a house. Resolves when everybody has left, also when stopped early. */
export async function playDay(play: Play, stop: AbortSignal): Promise<Played> {
  const { stage, signal, board, tally, faults } = await setStage(play, stop);
  const nameOf = await skillNamer(stage.doors, stage.kiosk);
  const line = () => progressLine(stage.pace.face(), board.state(), tally.sum());
  const progress = showProgress(play.output, line);
  await playVisits(stage, signal);
  // Whoever came in to watch may still be here.
  const theirs = new Set(play.day.visits.map(({ person }) => person.personId));
  await board.until(
    ({ present }) => Object.keys(present).every((id) => !theirs.has(id)),
    AbortSignal.timeout(BOARD_IS_CLEAR_MS),
  );
  progress.stop();
  board.close();
  if (faults.length > 0) throw faults[0];
  return { tally, nameOf };
}
