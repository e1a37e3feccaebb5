import { type Connection, Schema } from 'mongoose';
import type { SkillEntry } from '#matching';

/** A skill that a host has brought in, beside those that ship. */
export interface AddedSkillDocument extends Omit<SkillEntry, 'id'> {
  _id: string;
  /** The file it came from. */
  source: string;
  /** The import that wrote it: an import that fails takes its own back. */
  batch: string;
}

const required = { type: String, required: true } as const;
const words = { type: [String], required: true };

const schema = new Schema<AddedSkillDocument>(
  {
    _id: required,
    labels: { en: required, nl: required, ar: required, ja: required },
    synonyms: { en: words, nl: words, ar: words, ja: words },
    parent: String,
    source: required,
    batch: required,
  },
  { versionKey: false },
);

export function createAddedSkillModel(connection: Connection) {
  return connection.model<AddedSkillDocument>('addedSkill', schema, 'added-skills');
}
