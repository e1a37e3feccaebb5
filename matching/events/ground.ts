import type { State } from '../state/state.ts';
import type { EngineEvent, EngineSettings, Focus } from '../types.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** One kind of event. */
export type Of<T extends EngineEvent['type']> = Extract<EngineEvent, { type: T }>;

/** What an event falls upon: the state, the vocabulary for the words of skills, half-lives for strengths. */
export interface Ground {
  state: State;
  vocabulary: Vocabulary;
  settings: Pick<EngineSettings, 'halfLifeDays' | 'habitHalfLifeDays'>;
}

/** A focus of its own, each skill once. */
export function copyOf(focus: Focus): Focus {
  return { text: focus.text, skills: [...new Set(focus.skills)] };
}
