import type { Connection } from 'mongoose';
import { type PersonId, personId } from '#contract/people';
import type { Space, SpaceId } from '#contract/spaces';
import type { DomainEvent, DomainEvents } from '#events';
import type { EventBus } from '#platform/event-bus';
import { createTurns } from '#platform/turns';
import type { Actor } from '#values/actor';
import { isForeign } from '#values/actor';
import type { Clock } from '#values/clock';
import { conflict, missing } from '#values/errors';
import { beginningOfDate, endOfDate } from '#values/local-time';
import type { CheckInService } from '../checkins/service.ts';
import type { GraphService } from '../graph/service.ts';
import type { PeopleService } from '../people/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import { createArranging } from './arranging.ts';
import type {
  Answer,
  Counterpart,
  HostIntroduction,
  IntroductionId,
  PersonalIntroduction,
} from './contract.ts';
import { historyOf, type IntroductionNews, newsOf } from './history.ts';
import { hostViewOf } from './host-view.ts';
import { createKeepingApart } from './keeping-apart.ts';
import { counterpartOf, factOf, personalViewOf } from './personal-view.ts';
import { createRound } from './round.ts';
import { createSeating } from './seating.ts';
import { createIntroductionWrites } from './writes.ts';

interface IntroductionNeeds {
  connection: Connection;
  clock: Clock;
  events: EventBus<DomainEvents>;
  spaces: SpaceService;
  people: PeopleService;
  checkIns: CheckInService;
  graph: GraphService;
}

export type IntroductionService = ReturnType<typeof createIntroductionService>;

/** From a suggestion to two people who talk. Neither ever learns of the other's no. */
export function createIntroductionService(needs: IntroductionNeeds) {
  const { connection, clock, events, spaces, people, checkIns, graph } = needs;
  const writes = createIntroductionWrites(connection);

  /** What happens is told to the graph, below, by call and to the screens, above, by event. */
  function tell(event: IntroductionNews): void {
    graph.apply(event);
    events.publish(event);
  }

  const turns = createTurns();
  const arranging = createArranging({ clock, spaces, checkIns, graph, writes, turns, tell });
  const round = createRound({ clock, checkIns, graph, writes, turns, offer: arranging.offer, tell });
  const apart = createKeepingApart({ clock, spaces, people, writes, arranging, turns, tell });

  /** An introduction of mine. @throws DomainError missing `introduction_unknown`, also for anybody else's. */
  async function mine(actor: Actor, id: IntroductionId) {
    const me = personId.parse(actor.id);
    const found = await writes.byId(id);
    const other = found?.pair.find((person) => person !== me);
    if (!found || !other || !found.pair.includes(me)) throw missing('introduction_unknown');
    return { me, other, found };
  }

  async function say(id: IntroductionId, me: PersonId, other: PersonId, answer: Answer) {
    const now = clock.now();
    if (answer === 'not-now') return writes.sayNo(id, me, other, now);
    // The other may say yes between two looks, so the first is tried once more.
    return (
      (await writes.accept(id, me, other, now)) ??
      (await writes.sayYes(id, me, other, now)) ??
      (await writes.accept(id, me, other, now))
    );
  }

  /** The full card of the other side, with the seat they have now. */
  async function counterpart(id: PersonId): Promise<Counterpart> {
    const { profile } = await people.person(id);
    const presence = await checkIns.presenceOf(id);
    const seat = presence && spaces.seatOf(await spaces.space(presence.spaceId), presence.seatId);
    return counterpartOf(profile, seat);
  }

  return {
    ...createSeating({ clock, spaces, people, checkIns, graph }),
    factOf,
    cardOf: counterpart,
    arrangeFor: arranging.arrangeFor,
    withdraw: arranging.withdraw,
    lapseDue: arranging.lapseDue,
    refuse: apart.refuse,
    blocksSeenBy: apart.blocksSeenBy,
    welcome: arranging.welcome,

    /** Goes on from the documents after a stop in the midst of work; before the first request. */
    async takeUp(): Promise<void> {
      for (const { id } of await spaces.all()) await arranging.takeUp(id);
    },

    /**
     * A private answer. @throws DomainError missing `introduction_unknown`, conflict `already_answered`,
     * `introduction_over`.
     */
    async answer(actor: Actor, id: IntroductionId, answer: Answer): Promise<void> {
      const { me, other, found } = await mine(actor, id);
      const answered = await say(id, me, other, answer);
      if (!answered) {
        const isMine = found.yes.includes(me) || found.no.includes(me);
        throw conflict(isMine ? 'already_answered' : 'introduction_over');
      }
      const now = clock.now();
      tell({ name: 'introduction.answered', ...newsOf(answered, now), by: me, yes: answer === 'yes' });
      if (answered.state === 'accepted') tell({ name: 'introduction.accepted', ...newsOf(answered, now) });
    },

    /** "We talked." @throws DomainError missing `introduction_unknown`, conflict `not_yet_introduced`. */
    async talked(actor: Actor, id: IntroductionId): Promise<void> {
      const { me } = await mine(actor, id);
      const now = clock.now();
      const met = await writes.meet(id, me, now);
      if (met) tell({ name: 'introduction.met', ...newsOf(met, now), focuses: met.focuses });
      else if (!(await writes.alsoTalked(id, me))) throw conflict('not_yet_introduced');
    },

    /** "Not with this person again": nobody else is told. @throws DomainError missing `introduction_unknown`. */
    block: async (actor: Actor, id: IntroductionId): Promise<void> => apart.block(await mine(actor, id)),

    /** With them again. @throws DomainError missing `introduction_unknown`. */
    unblock: async (actor: Actor, id: IntroductionId): Promise<void> => apart.unblock(await mine(actor, id)),

    /** Was it useful? Said once. @throws DomainError missing `introduction_unknown`, conflict `not_yet_introduced`. */
    async value(actor: Actor, id: IntroductionId, useful: boolean): Promise<void> {
      const { me, found } = await mine(actor, id);
      const now = clock.now();
      const valued = await writes.value(id, me, useful, now);
      if (valued) tell({ name: 'introduction.valued', ...newsOf(valued, now), by: me, useful });
      else if (!found.valued?.some(({ by }) => by === me)) throw conflict('not_yet_introduced');
    },

    /**
     * A host offers a suggestion to both. @throws DomainError missing `introduction_unknown`, conflict
     * `introduction_over`, `introduction_not_possible` when one of them has an offer or has had the day's.
     */
    async offerByHost(actor: Actor, id: IntroductionId): Promise<void> {
      const found = await writes.byId(id);
      if (!found || isForeign(actor, found.spaceId)) throw missing('introduction_unknown');
      if (found.state !== 'suggested') throw conflict('introduction_over');
      const space = await spaces.space(found.spaceId);
      if (!(await arranging.offer(space, found))) throw conflict('introduction_not_possible');
    },

    /** The best set at once, of all who have nothing before them. @throws DomainError conflict `no_round_possible`. */
    async proposeRound(actor: Actor): Promise<{ proposed: number }> {
      const proposed = await round.propose(await spaces.spaceFor(actor));
      if (proposed === 0) throw conflict('no_round_possible');
      return { proposed };
    },

    /** Offers these of the best set to both of each, and puts the rest away. */
    async offerRound(actor: Actor, ids: readonly IntroductionId[]): Promise<{ offered: number }> {
      return { offered: await round.offerThese(await spaces.spaceFor(actor), ids) };
    },

    /** What hosts see of the introductions among those who are here, since an instant. */
    async onBoard(spaceId: SpaceId, since: Date, here: ReadonlySet<PersonId>): Promise<HostIntroduction[]> {
      const all = await writes.today(spaceId, since);
      return all.filter(({ pair }) => pair.every((person) => here.has(person))).flatMap(hostViewOf);
    },

    /** What one person sees of their introductions, since an instant. */
    async seenBy(me: PersonId, since: Date): Promise<PersonalIntroduction[]> {
      const [recent, blocks] = await Promise.all([writes.ofPerson(me, since), people.blocksOf(me)]);
      const blocked = new Set(blocks.map(({ personId }) => personId));
      const looks = { me, blocked, now: clock.now() };
      const seen = await Promise.all(recent.map((one) => personalViewOf(one, looks, counterpart)));
      return seen.flat();
    },

    /** How many introductions of a space led to a talk on a day on which one of the two was on one of these visits. */
    async metOn(
      { id, timeZone }: Space,
      visits: readonly { personId: PersonId; date: string }[],
    ): Promise<number> {
      const dates = [...new Set(visits.map(({ date }) => date))];
      const counts = dates.map((date) => {
        const people = visits.filter((visit) => visit.date === date).map(({ personId }) => personId);
        const day = { from: beginningOfDate(date, timeZone), to: endOfDate(date, timeZone) };
        return writes.metBetween(id, people, day);
      });
      return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    },

    /** The events that the documents imply. */
    history: async (): Promise<DomainEvent[]> => (await writes.find({})).flatMap(historyOf),
  };
}
