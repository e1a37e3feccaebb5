import type { PersonId } from '#contract/people';
import type { Turns } from '#platform/turns';
import { type Actor, isForeign } from '#values/actor';
import type { Clock } from '#values/clock';
import { conflict, missing } from '#values/errors';
import { endOfDate, wallTime } from '#values/local-time';
import type { PeopleService } from '../people/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import type { Arranging } from './arranging.ts';
import type { IntroductionId, OwnBlock, RefusalReason } from './contract.ts';
import { type IntroductionNews, newsOf, refusedOf } from './history.ts';
import type { IntroductionDocument, Refusal } from './model.ts';
import type { IntroductionWrites } from './writes.ts';

interface ApartNeeds {
  clock: Clock;
  spaces: SpaceService;
  people: PeopleService;
  writes: IntroductionWrites;
  arranging: Arranging;
  /** In which a space is arranged, one thing after another. */
  turns: Turns;
  tell(news: IntroductionNews): void;
}

/** One of two, the other, and an introduction between them. */
interface Mine {
  me: PersonId;
  other: PersonId;
  found: IntroductionDocument;
}

/** Who is not to be introduced: because a host knows better, or because one of the two does not want it. */
export function createKeepingApart({ clock, spaces, people, writes, arranging, turns, tell }: ApartNeeds) {
  async function refusalOf(reason: RefusalReason, { spaceId }: IntroductionDocument): Promise<Refusal> {
    const at = clock.now();
    if (reason !== 'not_today') return { reason, at };
    const { timeZone } = await spaces.space(spaceId);
    return { reason, at, until: endOfDate(wallTime(at, timeZone).date, timeZone) };
  }

  /** In one turn, so that nothing is arranged between the write and the graph's hearing of it. */
  async function putAway(id: IntroductionId, refusal: Refusal) {
    const refused = await writes.refuse(id, refusal);
    if (refused) tell(refusedOf(refused, refusal));
    return refused;
  }

  /**
   * Ends what is open between two of whom one does not want the other. The other sees of an offer what they see of any
   * no: nothing, until it lapses.
   */
  async function withdrawBetween({ me, other, found }: Mine): Promise<void> {
    const [open] = await writes.find({ openPair: found.pair.join(' ') });
    if (!open) return;
    if (open.state === 'suggested') return arranging.lapse(open);
    const now = clock.now();
    const declined = await writes.sayNo(open._id, me, other, now);
    if (declined)
      return tell({ name: 'introduction.answered', ...newsOf(declined, now), by: me, yes: false });
    const takenBack = await writes.takeBack(open._id, me, other);
    if (takenBack) tell({ name: 'introduction.listed', ...newsOf(takenBack, now) });
  }

  return {
    /**
     * A host says "not these two". Said twice with the same reason, it is said once. @throws DomainError missing
     * `introduction_unknown`, conflict `introduction_over`.
     */
    async refuse(actor: Actor, id: IntroductionId, reason: RefusalReason): Promise<void> {
      const found = await writes.byId(id);
      if (!found || isForeign(actor, found.spaceId)) throw missing('introduction_unknown');
      const refusal = await refusalOf(reason, found);
      const refused = await turns.take(found.spaceId, () => putAway(id, refusal));
      if (refused) return arranging.lookAgain(refused);
      if ((await writes.byId(id))?.refused?.reason !== reason) throw conflict('introduction_over');
    },

    /** "Not with this person again." */
    async block(mine: Mine): Promise<void> {
      const { me, other, found } = mine;
      await people.block(me, { personId: other, introductionId: found._id, since: clock.now() });
      await turns.take(found.spaceId, () => withdrawBetween(mine));
    },

    unblock: ({ me, other }: Mine): Promise<void> => people.unblock(me, other, clock.now()),

    /** Whom somebody does not want to meet, as they see it: by name only whom they have been introduced to. */
    async blocksSeenBy(me: PersonId): Promise<OwnBlock[]> {
      const blocks = await people.blocksOf(me);
      if (blocks.length === 0) return [];
      const introduced = await writes.find({ pair: me, state: { $in: ['accepted', 'met'] } });
      const known = await people.people(introduced.flatMap(({ pair }) => pair));
      return blocks.map(({ personId, introductionId, since }) => {
        const name = known.get(personId)?.profile.name;
        return { introductionId, since: since.toISOString(), ...(name === undefined ? {} : { name }) };
      });
    },
  };
}
