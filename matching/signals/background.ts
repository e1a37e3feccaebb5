import type { State } from '../state/state.ts';
import type { PersonId } from '../types.ts';
import { SKILL_MARK } from '../vocabulary/need.ts';
import { type Bag, pour } from '../vocabulary/words.ts';

/** How many words tell what somebody is about. */
const TELLING = 40;

/** All that somebody wrote or was asked: their document and the needs they put before. */
function wordsOf(id: PersonId, { people, documents, needWords }: State): Bag {
  const words: Bag = new Map(documents.bag(id));
  for (const key of people.get(id)?.asked ?? []) pour(words, needWords.bag(key) ?? new Map());
  return words;
}

/**
 * The forty most telling words of an asker's past with their weights `(1 + ln n)·rarity`: the same question means
 * another thing to a baker than to a bank, and who speaks the asker's words has heard it before. Nothing for a newcomer.
 */
export function backgroundOf(asker: PersonId | undefined, state: State): Map<string, number> {
  if (asker === undefined) return new Map();
  const telling = [...wordsOf(asker, state)]
    .filter(([word]) => !word.startsWith(SKILL_MARK))
    .map(([word, n]): [string, number] => [word, (1 + Math.log(n)) * state.documents.idf(word)]);
  telling.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return new Map(telling.slice(0, TELLING));
}
