import type { State } from '../state/state.ts';
import type { PersonId } from '../types.ts';
import type { Need } from '../vocabulary/need.ts';

/** A word that more than this share of documents holds says nothing. */
const FREQUENT = 0.12;
/** So many times as often as chance would have it must a document say a word to speak of it. */
const LIFT = 3;
/** What the shared words must make up of all that was typed, by rarity: a word alone, and several together. */
const ENOUGH = { alone: 0.5, together: 0.2 };

/** The most documents that may hold a word which still says something. */
export function mostHolders({ documents }: Pick<State, 'documents'>): number {
  return Math.max(3, FREQUENT * documents.size);
}

/** Whether some words that weigh so much together are enough of all that was typed to be a reason. */
export function isEnough(words: number, shared: number, all: number): boolean {
  return words > 1 ? shared >= ENOUGH.together * all : shared > ENOUGH.alone * all;
}

/** How much of what others write a word makes up, given how many documents hold it and how many words they hold in all. */
export function amongOthers(frequency: number, postings: number): number {
  return (frequency - 1) / postings;
}

/**
 * Whether a document of some length speaks of a word that it says so often: at least three times as often as it would if
 * it were like those of others. Who has written much has used every word once, and that is no sign that they know of it.
 */
export function isSpokenOf(count: number, length: number, others: number): boolean {
  return count > 0 && count >= LIFT * length * others;
}

function speaksOf(word: number, id: PersonId, { documents }: State): boolean {
  const others = amongOthers(documents.frequency(word), documents.postings);
  return isSpokenOf(documents.countOf(id, word), documents.length(id), others);
}

/** The name of one of the need's skills that a document says whole, in whatever language. */
function nameSaid(need: Need, id: PersonId, state: State): [stem: string, word: string][] {
  const { documents, lexicon } = state;
  const most = mostHolders(state);
  const isSaid = (stem: string) => {
    const word = lexicon.of(stem);
    return documents.frequency(word) <= most && speaksOf(word, id, state);
  };
  for (const { meaning } of need.skills.values()) {
    for (const name of meaning.names) if ([...name.keys()].every(isSaid)) return [...name];
  }
  return [];
}

/**
 * The words of a need that somebody's document speaks of, by stem as they were typed, else the name of a skill it asks for.
 * None where they are too little of what was said to be a reason: a bare word such as "site", which names no skill, must be
 * more than half of it.
 */
export function tellingWords(need: Need, id: PersonId, state: State): [stem: string, word: string][] {
  const { documents, lexicon } = state;
  if (!documents.has(id)) return [];
  const most = mostHolders(state);
  let all = 0;
  let shared = 0;
  const telling: [string, string][] = [];
  for (const [stem, word] of need.spoken) {
    const number = lexicon.of(stem);
    const weight = documents.idf(number);
    all += weight;
    if (documents.frequency(number) > most || !speaksOf(number, id, state)) continue;
    shared += weight;
    telling.push([stem, word]);
  }
  return isEnough(telling.length, shared, all) ? telling : nameSaid(need, id, state);
}
