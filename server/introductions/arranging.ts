import type { CheckIn } from '#contract/checkins';
import type { PersonId } from '#contract/people';
import type { Space, SpaceId } from '#contract/spaces';
import type { Suggestion } from '#matching';
import { newId } from '#platform/tokens';
import type { Turns } from '#platform/turns';
import { type Clock, later, MINUTE } from '#values/clock';
import { beginningOfDay, wallTime } from '#values/local-time';
import type { CheckInService } from '../checkins/service.ts';
import type { GraphService } from '../graph/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import { introductionId } from './contract.ts';
import { type IntroductionNews, newsOf, offeredOf } from './history.ts';
import type { IntroductionDocument } from './model.ts';
import { freeSlots, slotsOf } from './slots.ts';
import type { IntroductionWrites } from './writes.ts';

interface ArrangingNeeds {
  clock: Clock;
  spaces: SpaceService;
  checkIns: CheckInService;
  graph: GraphService;
  writes: IntroductionWrites;
  /** In which a space is arranged, one thing after another. */
  turns: Turns;
  tell(news: IntroductionNews): void;
}

/** How many suggestions one arrival may put on the board; the best that both are free for is offered at once. */
const SUGGESTIONS_AN_ARRIVAL = 3;

/** What still waits for somebody's word. */
const OPEN = { state: { $in: ['suggested', 'offered'] } };

export type Arranging = ReturnType<typeof createArranging>;

/** A suggestion as it is kept. */
export function documentOf(
  suggestion: Suggestion,
  [a, b]: readonly [CheckIn, CheckIn],
  now: Date,
): IntroductionDocument {
  const { reasons, shared, value, relevance, surprise, arm, propensity } = suggestion;
  return {
    _id: introductionId.parse(newId()),
    spaceId: a.spaceId,
    pair: [a.personId, b.personId],
    openPair: `${a.personId} ${b.personId}`,
    checkIns: [a.checkInId, b.checkInId],
    focuses: [a.focus, b.focus],
    state: 'suggested',
    reasons: [[...reasons[0]], [...reasons[1]]],
    shared: [...shared],
    value,
    relevance: [...relevance],
    surprise,
    arm,
    propensity,
    suggestedAt: now,
    yes: [],
    no: [],
    answers: [],
    talked: [],
  };
}

/** Who is put before whom, and when it is over: the part of introductions that nobody asks for. */
export function createArranging({ clock, spaces, checkIns, graph, writes, turns, tell }: ArrangingNeeds) {
  /** A place in the day of each of the two, or `undefined` when one of them has had the day's offers. */
  async function placesOf(space: Space, pair: readonly PersonId[], now: Date): Promise<string[] | undefined> {
    const { perDay } = space.introductions;
    const { date } = wallTime(now, space.timeZone);
    const taken = await writes.takenOf(pair.flatMap((person) => slotsOf(person, date, perDay)));
    return freeSlots(pair, date, perDay, taken);
  }

  /** Puts a suggestion before both, if both have a place left today and nothing else before them. */
  async function offer(space: Space, { _id, pair }: IntroductionDocument): Promise<boolean> {
    const now = clock.now();
    const { lapseMinutes } = space.introductions;
    const slots = await placesOf(space, pair, now);
    if (!slots) return false;
    const offered = await writes.offer(_id, {
      now,
      expiresAt: later(now, lapseMinutes * MINUTE),
      slots,
      pair,
    });
    if (offered) tell(offeredOf(offered, now));
    return offered !== null;
  }

  /** Offers the best of what already stands on the board for somebody who has become free for it. */
  async function offerWaiting(space: Space, person: PersonId): Promise<void> {
    const waiting = await writes.find({ spaceId: space.id, state: 'suggested', pair: person });
    for (const suggestion of waiting.sort((a, b) => b.value - a.value))
      if (await offer(space, suggestion)) return;
  }

  /** Whom somebody could meet now, best first: nobody whose day is full, nobody who stands beside them already. */
  async function suggestionsFor(space: Space, person: PersonId, now: Date): Promise<Suggestion[]> {
    const { perDay } = space.introductions;
    const standing = await writes.find({ pair: person, ...OPEN });
    return graph.suggest(person, {
      at: now.getTime(),
      limit: SUGGESTIONS_AN_ARRIVAL,
      day: { since: beginningOfDay(now, space.timeZone).getTime(), perPerson: perDay },
      except: standing.flatMap(({ pair }) => pair.filter((other) => other !== person)),
    });
  }

  /** The best introductions for somebody now: up to three on the board, and the best possible one offered. */
  async function arrange(spaceId: SpaceId, person: PersonId): Promise<void> {
    const space = await spaces.space(spaceId);
    const here = new Map<string, CheckIn>();
    for (const checkIn of await checkIns.present(spaceId)) here.set(checkIn.personId, checkIn);
    if (!here.has(person)) return;
    const now = clock.now();
    let hasOffer = false;
    for (const [place, suggestion] of (await suggestionsFor(space, person, now)).entries()) {
      const [a, b] = suggestion.pair.map((id) => here.get(id));
      if (!a || !b) continue;
      const choice = { asked: person, place, randomShare: graph.randomShare };
      const document = { ...documentOf(suggestion, [a, b], now), choice };
      if (!(await writes.suggest(document))) continue;
      hasOffer = hasOffer || (await offer(space, document));
      tell({ name: 'introduction.listed', ...newsOf(document, now) });
    }
    if (!hasOffer) await offerWaiting(space, person);
  }

  /** Offers somebody new what stands beside them as soon as it can be, or looks anew where nothing does. */
  async function careFor(space: Space, newcomer: PersonId): Promise<void> {
    const standing = await writes.find({ pair: newcomer, ...OPEN });
    if (standing.length === 0) return arrange(space.id, newcomer);
    if (standing.every(({ state }) => state === 'suggested')) await offerWaiting(space, newcomer);
  }

  async function lapse(introduction: IntroductionDocument): Promise<void> {
    const now = clock.now();
    const ended = await writes.lapse(introduction._id, now);
    if (ended) tell({ name: 'introduction.listed', ...newsOf(ended, now) });
  }

  /** Looks whom the two of what is over could meet instead, and notes that it was done. */
  async function lookAgain({ _id, spaceId, pair }: IntroductionDocument): Promise<void> {
    for (const person of pair) await turns.take(spaceId, () => arrange(spaceId, person));
    await writes.lookedAgain(_id);
  }

  async function withdraw(person: PersonId): Promise<void> {
    for (const introduction of await writes.find({ pair: person, ...OPEN })) await lapse(introduction);
  }

  return {
    offer,
    lookAgain,
    lapse,

    /** Finds introductions for somebody who has arrived, opened up or changed what they need; in turn a space. */
    arrangeFor: (spaceId: SpaceId, person: PersonId) => turns.take(spaceId, () => arrange(spaceId, person)),

    /** Withdraws what is open with somebody who has left; in turn, so that nothing is arranged behind its back. */
    withdraw: (spaceId: SpaceId, person: PersonId) => turns.take(spaceId, () => withdraw(person)),

    /** Ends what is open with somebody who has left, and looks for those whom nobody has looked for yet. */
    async takeUp(spaceId: SpaceId): Promise<void> {
      const present = await checkIns.present(spaceId);
      const here = present.map(({ checkInId }) => checkInId);
      for (const introduction of await writes.find({ spaceId, ...OPEN }))
        if (!introduction.checkIns.every((id) => here.includes(id))) await lapse(introduction);
      const known = await writes.find({ spaceId, checkIns: { $in: here } });
      const lookedFor = new Set(known.flatMap((introduction) => introduction.checkIns));
      for (const { checkInId, personId, openness } of present)
        if (openness === 'open' && !lookedFor.has(checkInId)) await arrange(spaceId, personId);
    },

    /** Looks again for those who are new here and still wait, since others may have become free. */
    async welcome(): Promise<void> {
      for (const space of await spaces.all())
        for (const newcomer of graph.newcomers(space.id))
          await turns.take(space.id, () => careFor(space, newcomer));
    },

    /**
     * Ends the offers whose time is up, says so, and looks again for those who are still here. What is still to be said
     * and done is in the document from the write that ended it, so whatever stops in between, the next turn goes on.
     */
    async lapseDue(): Promise<void> {
      const now = clock.now();
      for (const { _id } of await writes.find({ state: 'offered', expiresAt: { $lte: now } }))
        await writes.lapse(_id, now, { lookAgain: true });
      for (const lapsed of await writes.find({ lookAgain: true })) {
        tell({ name: 'introduction.listed', ...newsOf(lapsed, now) });
        await lookAgain(lapsed);
      }
    },
  };
}
