import type { PersonId } from '#contract/people';
import type { Space, SpaceId } from '#contract/spaces';
import { newId } from '#platform/tokens';
import { createTurns } from '#platform/turns';
import type { Clock } from '#values/clock';
import { isOpen, wallTime } from '#values/local-time';
import type { CheckInService } from '../checkins/service.ts';
import type { GraphService, SeatedTogether } from '../graph/service.ts';
import type { IntroductionService } from '../introductions/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import { lunchTableId, type TablePair } from './contract.ts';
import { type LunchNews, newsOf } from './history.ts';
import { isBeforeLunch, nextLunch } from './lunch-time.ts';
import type { LunchTableDocument } from './model.ts';
import { freeNumbers, lunchSeat } from './seating.ts';
import { topicOf } from './topic.ts';
import type { LunchTableWrites } from './writes.ts';

interface SettingNeeds {
  clock: Clock;
  spaces: SpaceService;
  checkIns: CheckInService;
  graph: GraphService;
  introductions: IntroductionService;
  writes: LunchTableWrites;
  tell(news: LunchNews): void;
}

/** Where and when some people would sit. */
interface Sitting {
  space: Space;
  date: string;
  number: number;
  beginsAt: Date;
}

/** What may still change without anybody's answer. */
const OPEN = { state: { $in: ['proposed', 'asked'] } };

/** Which tables there are, and when that is settled: the part of lunch that nobody has to ask for. */
export function createTableSetting(needs: SettingNeeds) {
  const { clock, spaces, checkIns, graph, introductions, writes, tell } = needs;
  const turns = createTurns();

  function documentOf({ people, pairs: told }: SeatedTogether, at: Sitting, now: Date): LunchTableDocument {
    const { space, date, number, beginsAt } = at;
    const pairs: TablePair[] = told.map(({ pair, reasons, shared }) => ({
      pair: [pair[0], pair[1]],
      reasons: [reasons[0].map(introductions.factOf), reasons[1].map(introductions.factOf)],
      shared: shared.map(introductions.factOf),
    }));
    const topic = topicOf(pairs);
    return {
      _id: lunchTableId.parse(newId()),
      spaceId: space.id,
      date,
      number,
      place: `${space.id} ${date} ${number}`,
      seats: people.map((person) => lunchSeat(person, date)),
      people: [...people],
      state: 'proposed',
      ...(topic === undefined ? {} : { topic }),
      pairs,
      proposedAt: now,
      beginsAt,
      yes: [],
      no: [],
      answers: [],
      talked: [],
    };
  }

  async function drop(table: LunchTableDocument): Promise<void> {
    const now = clock.now();
    const dropped = await writes.drop(table._id, now);
    if (dropped) tell({ name: 'lunch.listed', ...newsOf(dropped, now) });
  }

  /** Fours first, then threes of those who are left. */
  function seated(space: Space, taken: readonly PersonId[], at: Date): SeatedTogether[] {
    const fours = graph.tables(space.id, { at, size: 4, except: taken });
    const except = [...taken, ...fours.flatMap(({ people }) => people)];
    return [...fours, ...graph.tables(space.id, { at, size: 3, except })];
  }

  /** Proposals in place of those that stood; tables that were asked stay, and their people are left alone. */
  async function propose(space: Space): Promise<number> {
    const now = clock.now();
    const { beginsAt } = nextLunch(now, space.timeZone, space.lunchAt);
    const { date } = wallTime(beginsAt, space.timeZone);
    for (const table of await writes.ofDay(space.id, date)) if (table.state === 'proposed') await drop(table);
    const standing = (await writes.ofDay(space.id, date)).filter(({ seats }) => seats !== undefined);
    const taken = standing.flatMap(({ people, date: day, seats }) =>
      people.filter((person) => seats?.includes(lunchSeat(person, day))),
    );
    const tables = seated(space, taken, now);
    const used = new Set(standing.filter(({ place }) => place !== undefined).map(({ number }) => number));
    const numbers = freeNumbers(used, tables.length);
    let proposed = 0;
    for (const [i, together] of tables.entries()) {
      const document = documentOf(together, { space, date, number: numbers[i] ?? 0, beginsAt }, now);
      if (!(await writes.propose(document))) continue;
      proposed++;
      tell({ name: 'lunch.listed', ...newsOf(document, now) });
    }
    return proposed;
  }

  /** Nobody is seated who has left or closed: their proposal is taken back, and where they were asked they are silent. */
  async function withdraw(person: PersonId): Promise<void> {
    for (const table of await writes.find({ people: person, ...OPEN })) {
      if (table.state === 'proposed') await drop(table);
      else await writes.giveUp(table._id, person);
    }
  }

  /** Nobody is asked to a table with whom they do not want to meet; where they were asked already, they are silent. */
  async function keepFrom(person: PersonId, blocked: readonly PersonId[]): Promise<void> {
    for (const table of await writes.find({ people: person, ...OPEN })) {
      if (!table.people.some((other) => blocked.includes(other))) continue;
      if (table.state === 'proposed') await drop(table);
      else if (await writes.giveUp(table._id, person))
        tell({ name: 'lunch.listed', ...newsOf(table, clock.now()) });
    }
  }

  async function settle(table: LunchTableDocument): Promise<void> {
    const { _id, date, people, yes } = table;
    const now = clock.now();
    const kept = people.filter((person) => !yes.includes(person)).map((person) => lunchSeat(person, date));
    const settled = (await writes.set(table, now)) ?? (await writes.lapse(_id, now, kept));
    if (settled) tell({ name: 'lunch.listed', ...newsOf(settled, now) });
  }

  async function isFirstOfDay(space: Space, now: Date): Promise<boolean> {
    return (await writes.ofDay(space.id, wallTime(now, space.timeZone).date)).length === 0;
  }

  return {
    /** Proposes tables, in turn a space. */
    propose: (space: Space) => turns.take(space.id, () => propose(space)),

    /** Takes somebody who has left or closed off what is open; in turn, so that nothing is set behind its back. */
    withdraw: (spaceId: SpaceId, person: PersonId) => turns.take(spaceId, () => withdraw(person)),

    /** Takes somebody off the open tables where they would sit with one of these. */
    keepFrom: (spaceId: SpaceId, person: PersonId, blocked: readonly PersonId[]) =>
      turns.take(spaceId, () => keepFrom(person, blocked)),

    /** Sets a table as soon as all of it have said yes. */
    async setWhenAll(table: LunchTableDocument): Promise<void> {
      const now = clock.now();
      const set = await writes.set(table, now);
      if (set) tell({ name: 'lunch.listed', ...newsOf(set, now) });
    },

    /** Settles what was asked when its time is up, and takes back what was never asked. */
    async settleDue(): Promise<void> {
      const now = clock.now();
      for (const table of await writes.find({ state: 'asked', answersUntil: { $lte: now } }))
        await settle(table);
      for (const table of await writes.find({ state: 'proposed', beginsAt: { $lte: now } }))
        await drop(table);
    },

    /** Proposes the day's tables in the half hour before lunch, once, unless a host has asked before. */
    async proposeDue(): Promise<void> {
      const now = clock.now();
      for (const space of await spaces.all()) {
        const { id, hours, timeZone, lunchAt } = space;
        const isTime = isBeforeLunch(now, timeZone, lunchAt) && isOpen(hours, timeZone, now);
        if (isTime && (await isFirstOfDay(space, now))) await turns.take(id, () => propose(space));
      }
    },

    /** Goes on after a stop in the midst of work: whoever has left meanwhile sits nowhere. */
    async takeUp(): Promise<void> {
      for (const { spaceId, people } of await writes.find(OPEN)) {
        const present = await checkIns.present(spaceId);
        const open = new Set(
          present.filter(({ openness }) => openness !== 'closed').map(({ personId }) => personId),
        );
        for (const person of people) if (!open.has(person)) await withdraw(person);
      }
    },
  };
}
