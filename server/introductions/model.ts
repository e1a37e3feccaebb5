import { type Connection, Schema } from 'mongoose';
import type { CheckInId, Focus } from '#contract/checkins';
import type { PersonId } from '#contract/people';
import type { SpaceId } from '#contract/spaces';
import type { Fact as EngineFact } from '#matching';
import type { IntroductionId, RefusalReason } from './contract.ts';
import type { IntroductionState } from './lifecycle.ts';

/** Whose place a suggestion fills, which of the places of one arrival, and which share of such places chance fills. */
export interface Choice {
  asked: PersonId;
  /** From 0. */
  place: number;
  randomShare: number;
}

export interface IntroductionDocument {
  _id: IntroductionId;
  spaceId: SpaceId;
  pair: [PersonId, PersonId];
  /** The two while the introduction is suggested or offered: by index, a pair has one such at a time. */
  openPair?: string;
  checkIns: [CheckInId, CheckInId];
  focuses: [Focus, Focus];
  state: IntroductionState;
  reasons: [EngineFact[], EngineFact[]];
  shared: EngineFact[];
  value: number;
  /** What pair[1] can do for pair[0], and the reverse, in [0, 1], when it was suggested. */
  relevance: [number, number];
  surprise: number;
  arm: 'engine' | 'random';
  propensity: number;
  /** Not of one of a round, in which chance has no say. */
  choice?: Choice;
  suggestedAt: Date;
  offeredAt?: Date;
  expiresAt?: Date;
  /** Who has an offer before them because of this one: by index, one a person at a time. */
  occupied?: PersonId[];
  /** `person:date:n`: by index, the n-th offer of that day to that person, which is what caps a day. */
  slots?: string[];
  yes: PersonId[];
  no: PersonId[];
  answers: { by: PersonId; yes: boolean; at: Date }[];
  acceptedAt?: Date;
  metAt?: Date;
  /** Whether it is one of the best set at once that a host has asked for and not yet decided about. */
  inRound?: true;
  /** Lapsed, and nobody has looked yet whom the two could meet instead: goes on after a crash. */
  lookAgain?: true;
  /** Who has said that they talked. */
  talked: PersonId[];
  /** What each said of the talk, once. */
  valued?: { by: PersonId; useful: boolean; at: Date }[];
  /** Why a host put it away; "not today" with its end. */
  refused?: Refusal;
  endedAt?: Date;
}

export interface Refusal {
  reason: RefusalReason;
  at: Date;
  until?: Date;
}

const required = { type: String, required: true } as const;
const instant = { type: Date, required: true } as const;
const focus = { _id: false, text: { type: String, default: '' }, skills: { type: [String], required: true } };

const schema = new Schema<IntroductionDocument>(
  {
    _id: required,
    spaceId: required,
    pair: { type: [String], required: true },
    openPair: String,
    checkIns: { type: [String], required: true },
    focuses: { type: [focus], required: true },
    state: required,
    // Facts are a closed union of the engine's; the reply's contract checks them before they leave.
    reasons: { type: Schema.Types.Mixed, required: true },
    shared: { type: Schema.Types.Mixed, required: true },
    value: { type: Number, required: true },
    relevance: { type: [Number], required: true },
    surprise: { type: Number, required: true },
    arm: required,
    propensity: { type: Number, required: true },
    choice: {
      type: {
        _id: false,
        asked: required,
        place: { type: Number, required: true },
        randomShare: { type: Number, required: true },
      },
      default: undefined,
    },
    suggestedAt: instant,
    offeredAt: Date,
    expiresAt: Date,
    occupied: { type: [String], default: undefined },
    slots: { type: [String], default: undefined },
    yes: { type: [String], required: true },
    no: { type: [String], required: true },
    answers: [{ _id: false, by: required, yes: { type: Boolean, required: true }, at: instant }],
    acceptedAt: Date,
    metAt: Date,
    inRound: Boolean,
    lookAgain: Boolean,
    talked: { type: [String], required: true },
    valued: {
      type: [{ _id: false, by: required, useful: { type: Boolean, required: true }, at: instant }],
      default: undefined,
    },
    refused: { type: { _id: false, reason: required, at: instant, until: Date }, default: undefined },
    endedAt: Date,
  },
  { versionKey: false },
);
const onlyWith = (field: string) => ({ partialFilterExpression: { [field]: { $exists: true } } });
schema.index({ openPair: 1 }, { unique: true, name: 'one_open_a_pair', ...onlyWith('openPair') });
schema.index({ occupied: 1 }, { unique: true, name: 'one_offer_a_person', ...onlyWith('occupied') });
schema.index({ slots: 1 }, { unique: true, name: 'capped_a_day', ...onlyWith('slots') });
schema.index({ spaceId: 1, suggestedAt: 1 });
schema.index({ pair: 1, suggestedAt: 1 });
schema.index({ state: 1, expiresAt: 1 });
schema.index({ lookAgain: 1 }, onlyWith('lookAgain'));
schema.index({ spaceId: 1, inRound: 1 }, onlyWith('inRound'));

export function createIntroductionModel(connection: Connection) {
  return connection.model<IntroductionDocument>('introduction', schema, 'introductions');
}
