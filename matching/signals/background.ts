import type { State } from '../state/state.ts';
import type { PersonId } from '../types.ts';
import { isSkill } from '../vocabulary/lexicon.ts';

/** How many words tell what somebody is about. */
const TELLING = 40;

/** All that somebody wrote or was asked, by number: their document and the needs they put before. */
function wordsOf(id: PersonId, { people, documents, needWords }: State): Map<number, number> {
  const words = new Map(documents.counts(id));
  for (const key of people.get(id)?.asked ?? []) {
    for (const [word, count] of needWords.counts(key)) words.set(word, (words.get(word) ?? 0) + count);
  }
  return words;
}

/**
 * The forty most telling words of an asker's past, by number, with their weights `(1 + ln n)·rarity`: the same question means
 * another thing to a baker than to a bank, and who speaks the asker's words has heard it before. Nothing for a newcomer.
 */
export function backgroundOf(
  asker: PersonId | undefined,
  state: State,
): readonly (readonly [word: number, weight: number])[] {
  if (asker === undefined) return [];
  const { documents, lexicon } = state;
  return [...wordsOf(asker, state)]
    .filter(([word]) => !isSkill(word))
    .map(([word, n]) => [word, (1 + Math.log(n)) * documents.idf(word)] as const)
    .sort(([a, x], [b, y]) => y - x || (lexicon.term(a) < lexicon.term(b) ? -1 : 1))
    .slice(0, TELLING);
}
