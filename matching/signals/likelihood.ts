import type { State } from '../state/state.ts';
import type { PersonId } from '../types.ts';

/** How a document reads a few words: `touches` says whether it holds any of them. */
export interface Reading {
  likelihood: number;
  touches: boolean;
}

/**
 * How much likelier each candidate's document makes some words than the house as a whole does, a word:
 * `Σ v_w·ln((c_w + μ·p_w) / (n + μ)·p_w)` over words of weight v that somebody says, divided by Σ v. c counts the word in
 * a document of n words, p is its share among all documents, μ the mean length. Above 0 the document speaks of it, below
 * it is long and speaks of other things; an empty one says 0. Words are told by number; those nobody says are left out.
 * Source: Dirichlet smoothing, Zhai & Lafferty (2001). O(words × candidates).
 */
export function likelihoods(
  words: Iterable<readonly [word: number, weight: number]>,
  candidates: readonly PersonId[],
  { documents, counters }: State,
): Map<PersonId, Reading> {
  const mu = documents.meanLength;
  const said = [...words].flatMap(([word, weight]) => {
    const frequency = documents.frequency(word);
    return frequency === 0 ? [] : [{ word, weight, expected: (mu * frequency) / documents.postings }];
  });
  const sum = said.reduce((total, { weight }) => total + weight, 0);
  const readings = new Map<PersonId, Reading>();
  if (sum === 0) return readings;
  for (const id of candidates) {
    if (!documents.has(id)) continue;
    counters.documentsRead += said.length;
    let gained = sum * Math.log(mu / (documents.length(id) + mu));
    let touches = false;
    for (const { word, weight, expected } of said) {
      const count = documents.countOf(id, word);
      if (count === 0) continue;
      gained += weight * Math.log(1 + count / expected);
      touches = true;
    }
    readings.set(id, { likelihood: gained / sum, touches });
  }
  return readings;
}
