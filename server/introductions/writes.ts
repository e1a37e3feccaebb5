import type { Connection } from 'mongoose';
import type { PersonId } from '#contract/people';
import type { SpaceId } from '#contract/spaces';
import { isDuplicate } from '#platform/duplicate-key';
import { statesBefore } from '#values/lifecycle';
import type { IntroductionId } from './contract.ts';
import { type IntroductionState, LIFECYCLE } from './lifecycle.ts';
import { createIntroductionModel, type IntroductionDocument, type Refusal } from './model.ts';

export type IntroductionWrites = ReturnType<typeof createIntroductionWrites>;

/** The condition of every step, read from the lifecycle's table. */
const before = (to: IntroductionState) => ({
  state: { $in: statesBefore<IntroductionState>(LIFECYCLE, to) },
});

type Found = Promise<IntroductionDocument | null>;

/** Every step of the lifecycle as one conditional write: its filter is the rule, and losing a race finds nothing. */
export function createIntroductionWrites(connection: Connection) {
  const Introductions = createIntroductionModel(connection);

  const step = (filter: object, update: object): Found =>
    Introductions.findOneAndUpdate(filter, update, { returnDocument: 'after' }).lean<IntroductionDocument>();

  /** An offer that this person has before them and has not answered. */
  const unanswered = (id: IntroductionId, me: PersonId, now: Date) => ({
    _id: id,
    ...before('accepted'),
    pair: me,
    $nor: [{ yes: me }, { no: me }],
    expiresAt: { $gt: now },
  });

  return {
    find: (filter: object) => Introductions.find(filter).lean<IntroductionDocument[]>(),
    byId: (id: IntroductionId): Found => Introductions.findById(id).lean<IntroductionDocument>(),

    /** Writes a suggestion, unless the pair has one open already. */
    async suggest(document: IntroductionDocument): Promise<boolean> {
      try {
        await Introductions.insertOne(document);
        return true;
      } catch (fault) {
        if (isDuplicate(fault)) return false;
        throw fault;
      }
    },

    /** Puts a suggestion before both, or finds that one of them has an offer, or has had the day's. */
    async offer(
      id: IntroductionId,
      {
        now,
        expiresAt,
        slots,
        pair,
      }: { now: Date; expiresAt: Date; slots: string[]; pair: readonly PersonId[] },
    ): Found {
      try {
        return await step(
          { _id: id, ...before('offered') },
          {
            $set: { state: 'offered', offeredAt: now, expiresAt, slots, occupied: [...pair] },
            $unset: { inRound: 1 },
          },
        );
      } catch (fault) {
        if (isDuplicate(fault)) return null;
        throw fault;
      }
    },

    /** The second yes: both are introduced. */
    accept: (id: IntroductionId, me: PersonId, other: PersonId, now: Date): Found =>
      step(
        { ...unanswered(id, me, now), yes: other },
        {
          $set: { state: 'accepted', acceptedAt: now },
          $push: { yes: me, answers: { by: me, yes: true, at: now } },
          $unset: { occupied: 1, openPair: 1 },
        },
      ),

    /** A yes that waits for the other's. */
    sayYes: (id: IntroductionId, me: PersonId, other: PersonId, now: Date): Found =>
      step(
        { ...unanswered(id, me, now), $nor: [{ yes: me }, { no: me }, { yes: other }] },
        { $push: { yes: me, answers: { by: me, yes: true, at: now } } },
      ),

    /**
     * A no frees this side for another offer and leaves the other side as it was. Where the other had said no
     * before, nobody is occupied any more, and the field goes: an empty list would be a value to a unique index.
     */
    async sayNo(id: IntroductionId, me: PersonId, other: PersonId, now: Date): Found {
      const said = { $push: { no: me, answers: { by: me, yes: false, at: now } } };
      const open = unanswered(id, me, now);
      const first = await step(
        { ...open, $nor: [...open.$nor, { no: other }] },
        { $set: { occupied: [other] }, ...said },
      );
      return first ?? step({ ...open, no: other }, { $unset: { occupied: 1 }, ...said });
    },

    meet: (id: IntroductionId, me: PersonId, now: Date): Found =>
      step(
        { _id: id, pair: me, ...before('met') },
        { $set: { state: 'met', metAt: now }, $push: { talked: me } },
      ),

    /** What one of two who have met says of it, once. */
    value(id: IntroductionId, me: PersonId, useful: boolean, now: Date): Found {
      const unsaid = { pair: me, state: 'met', 'valued.by': { $ne: me } };
      return step({ _id: id, ...unsaid }, { $push: { valued: { by: me, useful, at: now } } });
    },

    /** How many of these people's introductions in a space have led to a talk in [from, to). */
    metBetween: (
      spaceId: SpaceId,
      people: readonly PersonId[],
      { from, to }: { from: Date; to: Date },
    ): Promise<number> =>
      Introductions.countDocuments({ spaceId, pair: { $in: [...people] }, metAt: { $gte: from, $lt: to } }),

    alsoTalked: (id: IntroductionId, me: PersonId): Found =>
      step({ _id: id, pair: me, state: 'met' }, { $addToSet: { talked: me } }),

    /**
     * Ends a suggestion or an offer whose time is up; only now does a no become a `declined`.
     * @param then what is still to be done once it has ended, in the same write, so that no crash comes between.
     */
    async lapse(id: IntroductionId, now: Date, then: { lookAgain?: true } = {}): Found {
      const ended = { $unset: { occupied: 1, openPair: 1, inRound: 1 } };
      const over = { endedAt: now, ...then };
      const declined = await step(
        { _id: id, ...before('declined'), 'no.0': { $exists: true } },
        { $set: { state: 'declined', ...over }, ...ended },
      );
      if (declined) return declined;
      return step({ _id: id, ...before('expired') }, { $set: { state: 'expired', ...over }, ...ended });
    },

    /** A host puts away what waits for an answer; whom the two could meet instead is still to be looked for. */
    refuse: (id: IntroductionId, refused: Refusal): Found =>
      step(
        { _id: id, ...before('refused') },
        {
          $set: { state: 'refused', refused, endedAt: refused.at, lookAgain: true },
          $unset: { occupied: 1, openPair: 1, inRound: 1 },
        },
      ),

    /** A yes that still waits becomes a no, which leaves the other side as it was. */
    async takeBack(id: IntroductionId, me: PersonId, other: PersonId): Found {
      const waiting = { _id: id, ...before('accepted'), pair: me, yes: me };
      const said = { $pull: { yes: me }, $push: { no: me } };
      const first = await step({ ...waiting, no: { $ne: other } }, { $set: { occupied: [other] }, ...said });
      return first ?? step({ ...waiting, no: other }, { $unset: { occupied: 1 }, ...said });
    },

    /** Whom the two could meet instead has been looked for. */
    lookedAgain: (id: IntroductionId): Found => step({ _id: id }, { $unset: { lookAgain: 1 } }),

    /** Takes what still waits for a host's word into the round; finds nothing once it is offered or over. */
    intoRound: (openPair: string): Found =>
      step({ openPair, state: 'suggested' }, { $set: { inRound: true } }),

    outOfRound: (id: IntroductionId): Found => step({ _id: id }, { $unset: { inRound: 1 } }),

    /** Which of these slots are taken. */
    async takenOf(slots: readonly string[]): Promise<Set<string>> {
      const found = await Introductions.find({ slots: { $in: [...slots] } }, { slots: 1 }).lean<
        IntroductionDocument[]
      >();
      return new Set(found.flatMap((introduction) => introduction.slots ?? []));
    },

    today: (spaceId: SpaceId, since: Date) =>
      Introductions.find({ spaceId, suggestedAt: { $gte: since } })
        .sort({ suggestedAt: 1 })
        .lean<IntroductionDocument[]>(),

    ofPerson: (personId: PersonId, since: Date) =>
      Introductions.find({ pair: personId, suggestedAt: { $gte: since } })
        .sort({ suggestedAt: 1 })
        .lean<IntroductionDocument[]>(),
  };
}
