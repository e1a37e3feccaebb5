import type { PastNeed, Person, State } from './state.ts';

/** The past needs that somebody helped with, one behind the other: the terms of `needs[i]` from `starts[i]` on. */
export interface Past {
  needs: readonly PastNeed[];
  /** Words of each need, counted with repeats. */
  lengths: Int32Array;
  /** One longer than `needs`. */
  starts: Int32Array;
  /** Numbers of `State.needWords`. */
  terms: Int32Array;
  counts: Int32Array;
}

function laidOut({ helpedWith }: Person, state: State): Past {
  const needs = [...helpedWith].flatMap((key) => state.needs.get(key) ?? []);
  const documents = needs.map(({ key }) => state.needWords.numbered(key));
  const starts = new Int32Array(needs.length + 1);
  for (const [i, document] of documents.entries()) {
    starts[i + 1] = (starts[i] ?? 0) + (document?.terms.length ?? 0);
  }
  const terms = new Int32Array(starts[needs.length] ?? 0);
  const counts = new Int32Array(terms.length);
  for (const [i, document] of documents.entries()) {
    if (document === undefined) continue;
    terms.set(document.terms, starts[i]);
    counts.set(document.counts, starts[i]);
  }
  return { needs, lengths: Int32Array.from(documents, (one) => one?.length ?? 0), starts, terms, counts };
}

/** What somebody has helped with, laid out to be read in one go. */
export function pastOf(person: Person, state: State): Past {
  person.past ??= laidOut(person, state);
  return person.past;
}
