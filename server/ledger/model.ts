import { type Connection, Schema } from 'mongoose';
import type { SpaceId } from '#contract/spaces';
import { LINK_FIELDS, type Link } from '#platform/chain';
import type { Currency } from '#values/money';
import type { About, Entry, Part, Posting, Use } from './contract.ts';

/** What an entry says; its place in its book is the chain's. */
export interface EntryContent {
  spaceId: SpaceId;
  unit: Currency;
  at: Date;
  about: About;
  postings: Posting[];
  uses: Use[];
  parts?: Part[];
}

export type EntryDocument = Link & EntryContent;

const required = { type: String, required: true } as const;
const amount = { type: Number, required: true };

const schema = new Schema<EntryDocument>(
  {
    ...LINK_FIELDS,
    spaceId: required,
    unit: required,
    at: { type: Date, required: true },
    about: {
      kind: required,
      invoice: String,
      booking: String,
      room: String,
      company: String,
      payment: String,
      person: String,
      date: String,
      reverses: String,
    },
    postings: [{ _id: false, account: required, amount }],
    uses: [{ _id: false, entry: { type: Number, required: true }, booking: String, amount }],
    parts: {
      type: [{ _id: false, booking: required, room: String, rooms: amount, amount }],
      default: undefined,
    },
  },
  { versionKey: false },
);
schema.index({ chain: 1, number: 1 }, { unique: true, name: 'one_entry_a_number' });
schema.index({ chain: 1, 'postings.account': 1, number: 1 });
schema.index({ 'about.invoice': 1, number: 1 }, { sparse: true });
schema.index({ 'about.booking': 1, number: 1 }, { sparse: true });
schema.index({ 'parts.booking': 1, number: 1 }, { sparse: true });
schema.index({ 'about.person': 1, 'about.date': 1 }, { sparse: true });
schema.index({ chain: 1, 'uses.entry': 1 });
schema.index({ chain: 1, at: 1 });

export function createEntryModel(connection: Connection) {
  return connection.model<EntryDocument>('entry', schema, 'entries');
}

/** What the last nightly walk through a book found. */
export interface ProofDocument {
  _id: string;
  at: Date;
  entries: number;
  fault?: { number: number; rule: 'gap' | 'hash' | 'sum' };
}

const proofSchema = new Schema<ProofDocument>(
  {
    _id: required,
    at: { type: Date, required: true },
    entries: amount,
    fault: { number: Number, rule: String },
  },
  { versionKey: false },
);

export function createProofModel(connection: Connection) {
  return connection.model<ProofDocument>('proof', proofSchema, 'proofs');
}

export function entryOf({ _id, chain: _chain, at, ...rest }: EntryDocument): Entry {
  return { entryId: _id, at: at.toISOString(), ...rest };
}
