import type { CheckIn } from '#contract/checkins';
import type { Space } from '#contract/spaces';
import type { Turns } from '#platform/turns';
import type { Clock } from '#values/clock';
import { beginningOfDay } from '#values/local-time';
import type { CheckInService } from '../checkins/service.ts';
import type { GraphService } from '../graph/service.ts';
import { documentOf } from './arranging.ts';
import type { IntroductionId } from './contract.ts';
import { type IntroductionNews, newsOf } from './history.ts';
import type { IntroductionDocument } from './model.ts';
import type { IntroductionWrites } from './writes.ts';

interface RoundNeeds {
  clock: Clock;
  checkIns: CheckInService;
  graph: GraphService;
  writes: IntroductionWrites;
  turns: Turns;
  offer(space: Space, introduction: IntroductionDocument): Promise<boolean>;
  tell(news: IntroductionNews): void;
}

/** The room introduced at once: the best set of pairs in which nobody is twice, put before a host to decide. */
export function createRound({ clock, checkIns, graph, writes, turns, offer, tell }: RoundNeeds) {
  const standing = ({ id }: Space) => writes.find({ spaceId: id, inRound: true });

  function listed(introduction: IntroductionDocument | null): boolean {
    if (introduction) tell({ name: 'introduction.listed', ...newsOf(introduction, clock.now()) });
    return introduction !== null;
  }

  async function putAway(introductions: readonly IntroductionDocument[]): Promise<void> {
    for (const { _id } of introductions) listed(await writes.outOfRound(_id));
  }

  /** Whoever has an offer before them is left out, so that all of the set can be offered at once. */
  async function propose(space: Space): Promise<number> {
    const now = clock.now();
    await putAway(await standing(space));
    const here = new Map<string, CheckIn>();
    for (const checkIn of await checkIns.present(space.id)) here.set(checkIn.personId, checkIn);
    const offered = await writes.find({ spaceId: space.id, state: 'offered' });
    const best = graph.pairing(space.id, {
      at: now,
      day: {
        since: beginningOfDay(now, space.timeZone).getTime(),
        perPerson: space.introductions.perDay,
      },
      except: offered.flatMap(({ occupied = [] }) => occupied),
    });
    let proposed = 0;
    for (const suggestion of best) {
      const [a, b] = suggestion.pair.map((id) => here.get(id));
      if (!a || !b) continue;
      const document = documentOf(suggestion, [a, b], now);
      // A pair that stands on the board already is taken from there.
      await writes.suggest(document);
      if (listed(await writes.intoRound(document.openPair ?? ''))) proposed++;
    }
    return proposed;
  }

  /** Offers these of the round, and lets the others go back to the board; what cannot be offered any more is passed over. */
  async function offerThese(space: Space, ids: readonly IntroductionId[]): Promise<number> {
    let offered = 0;
    const round = await standing(space);
    for (const introduction of round)
      if (ids.includes(introduction._id) && (await offer(space, introduction))) offered++;
    await putAway(await standing(space));
    return offered;
  }

  return {
    propose: (space: Space) => turns.take(space.id, () => propose(space)),
    offerThese: (space: Space, ids: readonly IntroductionId[]) =>
      turns.take(space.id, () => offerThese(space, ids)),
  };
}
