import { type Connection, Schema } from 'mongoose';
import type { PersonId } from '#contract/people';
import type { SeatId, SpaceId } from '#contract/spaces';
import type { CheckIn, CheckInId, CheckInRequest, Ending, Focus, Openness } from './contract.ts';

export interface CheckInDocument {
  _id: CheckInId;
  spaceId: SpaceId;
  personId: PersonId;
  seatId: SeatId;
  openness: Openness;
  focus: Focus;
  /** What was said at the door, kept because the first two fields change. */
  began: { openness: Openness; focus: Focus };
  changes: { at: Date; openness: Openness; focus: Focus }[];
  startedAt: Date;
  until?: Date;
  /** True while the person is here, and gone afterwards: both unique indexes hold for those who are here. */
  active?: true;
  endedAt?: Date;
  ending?: Ending;
}

const required = { type: String, required: true } as const;
const focus = { text: { type: String, default: '' }, skills: { type: [String], required: true } };

const schema = new Schema<CheckInDocument>(
  {
    _id: required,
    spaceId: required,
    personId: required,
    seatId: required,
    openness: required,
    focus,
    began: { openness: required, focus },
    changes: [{ _id: false, at: { type: Date, required: true }, openness: required, focus }],
    startedAt: { type: Date, required: true },
    until: Date,
    active: Boolean,
    endedAt: Date,
    ending: String,
  },
  { versionKey: false },
);
const here = { partialFilterExpression: { active: true } };
schema.index({ spaceId: 1, seatId: 1 }, { unique: true, name: 'one_person_a_seat', ...here });
schema.index({ personId: 1 }, { unique: true, name: 'one_seat_a_person', ...here });
schema.index({ startedAt: 1 });

export function createCheckInModel(connection: Connection) {
  return connection.model<CheckInDocument>('check_in', schema, 'check_ins');
}

export function checkInOf(document: CheckInDocument): CheckIn {
  const { _id, spaceId, personId, seatId, openness, focus, startedAt, until } = document;
  return {
    checkInId: _id,
    spaceId,
    personId,
    seatId,
    openness,
    focus,
    startedAt: startedAt.toISOString(),
    ...(until ? { until: until.toISOString() } : {}),
  };
}

/** Somebody who arrives, as they asked to be checked in. */
export function arrivalOf(spaceId: SpaceId, request: CheckInRequest, startedAt: Date): CheckInDocument {
  const { checkInId, personId, seatId, openness, focus, until } = request;
  return {
    _id: checkInId,
    spaceId,
    personId,
    seatId,
    openness,
    focus,
    began: { openness, focus },
    changes: [],
    startedAt,
    ...(until === undefined ? {} : { until: new Date(until) }),
    active: true,
  };
}
