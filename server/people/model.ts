import { type Connection, Schema } from 'mongoose';
import type { IntroductionId } from '#contract/introductions';
import type { Consents, PersonId, Profile } from './contract.ts';

export interface Block {
  personId: PersonId;
  introductionId: IntroductionId;
  since: Date;
}

export interface PersonDocument {
  _id: PersonId;
  profile: Profile;
  consents: Consents;
  /** Every consent ever given or withdrawn, with the version of the text that was read. */
  consentLog: { at: Date; version: number; consents: Consents }[];
  /** Whom this person does not want to meet, and from which introduction on; nobody else is told. */
  blocked?: Block[];
  passCode: string;
  /** Raised when a pass is replaced, which makes the old PIN and QR code worthless. */
  passVersion: number;
  /** Counts the changes, from 1. */
  revision: number;
  createdAt: Date;
  changedAt: Date;
}

const required = { type: String, required: true } as const;
const yesOrNo = { type: Boolean, required: true } as const;
const consents = { matching: yesOrNo, wall: yesOrNo, network: yesOrNo, research: yesOrNo };

const schema = new Schema<PersonDocument>(
  {
    _id: required,
    profile: {
      name: required,
      language: required,
      languages: { type: [String], required: true },
      about: String,
      company: String,
      offers: { type: [String], required: true },
      needs: { type: [String], required: true },
    },
    consents,
    consentLog: [
      {
        _id: false,
        at: { type: Date, required: true },
        version: { type: Number, required: true },
        consents,
      },
    ],
    blocked: {
      type: [
        { _id: false, personId: required, introductionId: required, since: { type: Date, required: true } },
      ],
      default: undefined,
    },
    passCode: required,
    passVersion: { type: Number, required: true },
    revision: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    changedAt: { type: Date, required: true },
  },
  { versionKey: false },
);
schema.index({ passCode: 1 }, { unique: true });

export type PersonModel = ReturnType<typeof createPersonModel>;

export function createPersonModel(connection: Connection) {
  return connection.model<PersonDocument>('person', schema, 'people');
}
