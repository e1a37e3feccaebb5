import type { Connection } from 'mongoose';
import type { CheckIn } from '#contract/checkins';
import type { Answer } from '#contract/introductions';
import { type PersonId, personId } from '#contract/people';
import type { Space } from '#contract/spaces';
import type { DomainEvent, DomainEvents } from '#events';
import type { EventBus } from '#platform/event-bus';
import { type Actor, isForeign } from '#values/actor';
import { type Clock, DAY, later } from '#values/clock';
import { conflict, missing } from '#values/errors';
import { wallTime } from '#values/local-time';
import type { CheckInService } from '../checkins/service.ts';
import type { GraphService } from '../graph/service.ts';
import type { IntroductionService } from '../introductions/service.ts';
import type { PeopleService } from '../people/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import type { HostLunch, LunchTableId, OwnTable } from './contract.ts';
import { historyOf, type LunchNews, newsOf, talkedOf } from './history.ts';
import { hostTableOf } from './host-view.ts';
import { nextLunch } from './lunch-time.ts';
import type { LunchTableDocument } from './model.ts';
import { ownTableOf } from './own-view.ts';
import { createTableSetting } from './table-setting.ts';
import { createLunchTableWrites } from './writes.ts';

interface LunchNeeds {
  connection: Connection;
  clock: Clock;
  events: EventBus<DomainEvents>;
  spaces: SpaceService;
  people: PeopleService;
  checkIns: CheckInService;
  graph: GraphService;
  introductions: IntroductionService;
}

export type LunchService = ReturnType<typeof createLunchService>;

/** Lunch at tables of three or four who have something to say to each other. Nobody ever learns of a no. */
export function createLunchService(needs: LunchNeeds) {
  const { connection, clock, events, spaces, people, checkIns, graph, introductions } = needs;
  const writes = createLunchTableWrites(connection);

  /** What happens is told to the graph, below, by call and to the screens, above, by event. */
  function tell(news: LunchNews): void {
    graph.apply(news);
    events.publish(news);
  }

  const setting = createTableSetting({ clock, spaces, checkIns, graph, introductions, writes, tell });

  /** A table of an actor's own space. @throws DomainError missing `table_unknown`, also for another's. */
  async function managed(actor: Actor, id: LunchTableId): Promise<LunchTableDocument> {
    const found = await writes.byId(id);
    if (!found || isForeign(actor, found.spaceId)) throw missing('table_unknown');
    return found;
  }

  /** A table that I was asked to. @throws DomainError missing `table_unknown`, also for anybody else's. */
  async function mine(actor: Actor, id: LunchTableId) {
    const me = personId.parse(actor.id);
    const found = await writes.byId(id);
    if (!found?.people.includes(me) || !found.askedAt) throw missing('table_unknown');
    return { me, found };
  }

  /** Those of some people who are still here, as they show themselves to whom they sit with. */
  async function cardsOf(others: readonly PersonId[]) {
    const cards = await Promise.all(others.map(introductions.cardOf));
    return cards.filter(({ seatId }) => seatId !== undefined);
  }

  async function leftOver(present: readonly CheckIn[], seated: ReadonlySet<PersonId>): Promise<PersonId[]> {
    const without = present.filter((one) => one.openness !== 'closed' && !seated.has(one.personId));
    const known = await people.people(without.map((one) => one.personId));
    return without.map((one) => one.personId).filter((id) => known.get(id)?.consents.matching);
  }

  return {
    withdraw: setting.withdraw,
    keepFrom: setting.keepFrom,
    settleDue: setting.settleDue,
    proposeDue: setting.proposeDue,
    takeUp: setting.takeUp,

    /** A host asks for tables, of all who are here and have none. @throws DomainError conflict `no_tables_possible`. */
    async propose(actor: Actor): Promise<{ proposed: number }> {
      const proposed = await setting.propose(await spaces.spaceFor(actor));
      if (proposed === 0) throw conflict('no_tables_possible');
      return { proposed };
    },

    /**
     * Asks all who are proposed, each in private. @throws DomainError missing `table_unknown`; conflict `table_over`
     * when none of them is a proposal any more.
     */
    async ask(actor: Actor, ids: readonly LunchTableId[]): Promise<{ asked: number }> {
      const tables = await Promise.all(ids.map((id) => managed(actor, id)));
      const { timeZone, lunchAt } = await spaces.spaceFor(actor);
      let asked = 0;
      for (const { _id } of tables) {
        const now = clock.now();
        const table = await writes.ask(_id, now, nextLunch(now, timeZone, lunchAt));
        if (!table) continue;
        asked++;
        tell({ name: 'lunch.asked', ...newsOf(table, now) });
      }
      if (asked === 0) throw conflict('table_over');
      return { asked };
    },

    /** Takes a proposal back. @throws DomainError missing `table_unknown`, conflict `table_over`. */
    async drop(actor: Actor, id: LunchTableId): Promise<void> {
      const { _id } = await managed(actor, id);
      const now = clock.now();
      const dropped = await writes.drop(_id, now);
      if (!dropped) throw conflict('table_over');
      tell({ name: 'lunch.listed', ...newsOf(dropped, now) });
    },

    /** A private answer. @throws DomainError missing `table_unknown`; conflict `already_answered`, `table_over`. */
    async answer(actor: Actor, id: LunchTableId, answer: Answer): Promise<void> {
      const { me, found } = await mine(actor, id);
      const now = clock.now();
      const yes = answer === 'yes';
      const answered = await writes.answer(id, me, yes, now);
      if (!answered) {
        const isMine = found.answers.some(({ by }) => by === me);
        throw conflict(isMine ? 'already_answered' : 'table_over');
      }
      tell({ name: 'lunch.answered', ...newsOf(answered, now), by: me, yes });
      await setting.setWhenAll(answered);
    },

    /** "We talked." @throws DomainError missing `table_unknown`, conflict `not_yet_introduced`. */
    async talked(actor: Actor, id: LunchTableId): Promise<void> {
      const { me, found } = await mine(actor, id);
      const table = await writes.talk(id, me, clock.now());
      if (table) for (const news of talkedOf(table, table.talked.length - 1)) tell(news);
      else if (!found.talked.some(({ by }) => by === me)) throw conflict('not_yet_introduced');
    },

    /** What hosts see of today's tables, and who of those present has none. */
    async onBoard({ id, timeZone }: Space, present: readonly CheckIn[]): Promise<HostLunch> {
      const all = await writes.ofDay(id, wallTime(clock.now(), timeZone).date);
      const tables = all.flatMap(hostTableOf);
      const seated = new Set(tables.flatMap((table) => table.people));
      const without = tables.length === 0 ? [] : await leftOver(present, seated);
      return {
        tables: Object.fromEntries(tables.map((table) => [table.tableId, table])),
        leftOver: Object.fromEntries(without.map((person) => [person, true as const])),
      };
    },

    /** What one person sees of the table they are asked to, or sit at. */
    async seenBy(me: PersonId): Promise<OwnTable | undefined> {
      const now = clock.now();
      const recent = await writes.find({ people: me, beginsAt: { $gte: later(now, -DAY) } });
      const seen = await Promise.all(recent.map((table) => ownTableOf(table, me, now, cardsOf)));
      return seen.findLast((one) => one !== undefined);
    },

    /** The events that the documents imply. */
    async history(): Promise<DomainEvent[]> {
      return (await writes.find({})).flatMap(historyOf);
    },
  };
}
