import type { SkillId } from '../types.ts';

/** A phrase of the vocabulary found in a text: offsets in the normalised text, and how surely, in (0, 1]. */
export interface PhraseHit {
  skill: SkillId;
  start: number;
  end: number;
  score: number;
}

/** Skills by phrase. */
export type Phrases = Map<string, Set<SkillId>>;
