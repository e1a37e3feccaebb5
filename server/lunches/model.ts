import { type Connection, Schema } from 'mongoose';
import type { PersonId } from '#contract/people';
import type { SkillId } from '#contract/skills';
import type { SpaceId } from '#contract/spaces';
import type { LunchTableId, TablePair } from './contract.ts';
import type { LunchTableState } from './lifecycle.ts';

export interface LunchTableDocument {
  _id: LunchTableId;
  spaceId: SpaceId;
  /** The local day of the lunch. */
  date: string;
  number: number;
  /** `space date number` while the table stands: by index, one table a number. */
  place?: string;
  /** `person date`: by index, one table a person and day. Free again where nothing was asked, or a yes came to nothing. */
  seats?: string[];
  people: PersonId[];
  state: LunchTableState;
  topic?: SkillId;
  pairs: TablePair[];
  proposedAt: Date;
  beginsAt: Date;
  askedAt?: Date;
  answersUntil?: Date;
  yes: PersonId[];
  /** Who said no, or has left, or is closed now: silence to everybody else. */
  no: PersonId[];
  answers: { by: PersonId; yes: boolean; at: Date }[];
  setAt?: Date;
  talked: { by: PersonId; at: Date }[];
  endedAt?: Date;
}

const required = { type: String, required: true } as const;
const instant = { type: Date, required: true } as const;

const schema = new Schema<LunchTableDocument>(
  {
    _id: required,
    spaceId: required,
    date: required,
    number: { type: Number, required: true },
    place: String,
    seats: { type: [String], default: undefined },
    people: { type: [String], required: true },
    state: required,
    topic: String,
    // Facts are a closed union; the contract of every view checks them before they leave.
    pairs: { type: Schema.Types.Mixed, required: true },
    proposedAt: instant,
    beginsAt: instant,
    askedAt: Date,
    answersUntil: Date,
    yes: { type: [String], required: true },
    no: { type: [String], required: true },
    answers: [{ _id: false, by: required, yes: { type: Boolean, required: true }, at: instant }],
    setAt: Date,
    talked: [{ _id: false, by: required, at: instant }],
    endedAt: Date,
  },
  { versionKey: false },
);
const onlyWith = (field: string) => ({ partialFilterExpression: { [field]: { $exists: true } } });
schema.index({ place: 1 }, { unique: true, name: 'one_table_a_number', ...onlyWith('place') });
schema.index({ seats: 1 }, { unique: true, name: 'one_table_a_person', ...onlyWith('seats') });
schema.index({ spaceId: 1, date: 1 });
schema.index({ people: 1, date: 1 });
schema.index({ state: 1, beginsAt: 1 });

export function createLunchTableModel(connection: Connection) {
  return connection.model<LunchTableDocument>('lunchTable', schema, 'lunch_tables');
}
