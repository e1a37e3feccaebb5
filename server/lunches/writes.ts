import type { Connection } from 'mongoose';
import type { PersonId } from '#contract/people';
import type { SpaceId } from '#contract/spaces';
import { isDuplicate } from '#platform/duplicate-key';
import { statesBefore } from '#values/lifecycle';
import type { LunchTableId } from './contract.ts';
import { LIFECYCLE, type LunchTableState } from './lifecycle.ts';
import type { LunchTime } from './lunch-time.ts';
import { createLunchTableModel, type LunchTableDocument } from './model.ts';
import { ENOUGH } from './seating.ts';

type Found = Promise<LunchTableDocument | null>;

/** The condition of every step, read from the lifecycle's table. */
const before = (to: LunchTableState) => ({ state: { $in: statesBefore<LunchTableState>(LIFECYCLE, to) } });

/** Three have said yes. */
const enough = { [`yes.${ENOUGH - 1}`]: { $exists: true } };
const tooFew = { [`yes.${ENOUGH - 1}`]: { $exists: false } };

export type LunchTableWrites = ReturnType<typeof createLunchTableWrites>;

/** Every step of a table as one conditional write: its filter is the rule, and losing a race finds nothing. */
export function createLunchTableWrites(connection: Connection) {
  const Tables = createLunchTableModel(connection);

  const step = (filter: object, update: object): Found =>
    Tables.findOneAndUpdate(filter, update, { returnDocument: 'after' }).lean<LunchTableDocument>();

  const find = (filter: object) =>
    Tables.find(filter).sort({ date: 1, number: 1, proposedAt: 1 }).lean<LunchTableDocument[]>();

  return {
    find,

    byId: (id: LunchTableId): Found => Tables.findById(id).lean<LunchTableDocument>(),

    /** Everything of a space's day, what is over included. */
    ofDay: (spaceId: SpaceId, date: string) => find({ spaceId, date }),

    /** Writes a proposal, unless somebody of it has a table already, or the number is another's. */
    async propose(document: LunchTableDocument): Promise<boolean> {
      try {
        await Tables.insertOne(document);
        return true;
      } catch (fault) {
        if (isDuplicate(fault)) return false;
        throw fault;
      }
    },

    drop: (id: LunchTableId, now: Date): Found =>
      step(
        { _id: id, ...before('dropped') },
        { $set: { state: 'dropped', endedAt: now }, $unset: { place: 1, seats: 1 } },
      ),

    ask: (id: LunchTableId, now: Date, { beginsAt, answersUntil }: LunchTime): Found =>
      step(
        { _id: id, ...before('asked') },
        { $set: { state: 'asked', askedAt: now, beginsAt, answersUntil } },
      ),

    /** One answer of one who was asked, once, in time. */
    answer(id: LunchTableId, me: PersonId, yes: boolean, now: Date): Found {
      const unanswered = { people: me, $nor: [{ yes: me }, { no: me }], answersUntil: { $gt: now } };
      const said = { [yes ? 'yes' : 'no']: me, answers: { by: me, yes, at: now } };
      return step({ _id: id, ...before('set'), ...unanswered }, { $push: said });
    },

    /** Sets a table: early, where nobody is left to wait for; else when its time is up and enough said yes. */
    set: ({ _id, people }: LunchTableDocument, now: Date): Found =>
      step(
        {
          _id,
          ...before('set'),
          $or: [{ yes: { $size: people.length } }, { answersUntil: { $lte: now }, ...enough }],
        },
        { $set: { state: 'set', setAt: now } },
      ),

    /**
     * Ends a table to which too few said yes in time. Whoever did may be asked to another; nobody else twice a day.
     * @param seats what stays taken: no yes can come any more that would change it.
     */
    lapse: (id: LunchTableId, now: Date, seats: readonly string[]): Found =>
      step(
        { _id: id, ...before('lapsed'), answersUntil: { $lte: now }, ...tooFew },
        {
          $set: { state: 'lapsed', endedAt: now, ...(seats.length > 0 ? { seats } : {}) },
          $unset: { place: 1, ...(seats.length > 0 ? {} : { seats: 1 }) },
        },
      ),

    /** Somebody who was asked has left or closed: not a word to the others, as if they were silent. */
    giveUp: (id: LunchTableId, me: PersonId): Found =>
      step(
        { _id: id, ...before('set'), people: me, no: { $ne: me } },
        { $pull: { yes: me }, $push: { no: me } },
      ),

    /** "We have talked", once a person. */
    talk: (id: LunchTableId, me: PersonId, now: Date): Found =>
      step(
        { _id: id, state: 'set', yes: me, 'talked.by': { $ne: me } },
        { $push: { talked: { by: me, at: now } } },
      ),
  };
}
