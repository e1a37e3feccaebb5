import type { Moment } from '../rank.ts';
import { saturation } from '../state/bm25.ts';
import { type Column, isWritten } from '../state/column.ts';
import { strengthAt } from '../state/evidence.ts';
import { type Past, pastOf } from '../state/past.ts';
import { createShortlist } from '../state/shortlist.ts';
import type { PastNeed, Person, State } from '../state/state.ts';
import type { PersonId } from '../types.ts';
import { NONE } from '../vocabulary/lexicon.ts';
import type { Yardstick } from './sheet.ts';

/** How many past needs may vote for an introduction. */
export const VOTERS = 100;
/** Days in which a vote for who helps with a question fades by half; set on the validation rooms. */
const VOICE_HALF_LIFE = 5;

/** A past need, and how it resembles the one that is asked. */
interface Memory {
  need: PastNeed;
  similarity: number;
  /** The share of the need's words and skills, by rarity, that the past need names, 0…1. */
  covered: number;
}

/** Past needs that resemble one, most similar first; `ideal` is what a word-for-word repetition would score. */
interface Recalled {
  similar: readonly Memory[];
  ideal: number;
}

/** Tells of a past need that names any of what is asked: its place, how it resembles that, and what weight it names. */
type Heard = (place: number, similarity: number, named: number) => void;

/** Reads a past against the weights of what is asked, by the number of each term; `mean` is the mean length of past needs. */
function read(
  { lengths, starts, terms, counts }: Past,
  { values, bits }: Column,
  mean: number,
  heard: Heard,
): void {
  for (let i = 0; i < lengths.length; i++) {
    let similarity = 0;
    let named = 0;
    const end = starts[i + 1] ?? 0;
    for (let place = starts[i] ?? 0; place < end; place++) {
      const term = terms[place] ?? NONE;
      if (!isWritten(bits, term)) continue;
      const weight = values[term] ?? 0;
      similarity += weight * saturation(counts[place] ?? 0, lengths[i] ?? 0, mean);
      named += weight;
    }
    if (similarity > 0) heard(i, similarity, named);
  }
}

/** Reads what each candidate helped with against a need; `told` says what to do with what resembles it. */
function readAll(
  { terms }: Yardstick,
  candidates: readonly Person[],
  state: State,
  told: (person: Person, past: Past) => Heard,
): void {
  const [asked] = state.sheets;
  const mean = state.needWords.meanLength;
  asked.lay(terms.numbers, terms.weights);
  for (const person of candidates) {
    if (person.helpedWith.size === 0) continue;
    const past = pastOf(person, state);
    state.counters.needsRead += past.terms.length;
    read(past, asked, mean, told(person, past));
  }
  asked.wipe();
}

/**
 * The past needs that candidates helped with, most similar to this one by BM25, at most a hundred. Needs that nobody
 * here helped with are not read, so the cost is that of the room and not that of the network.
 */
function recall(yardstick: Yardstick, candidates: readonly Person[], state: State): Recalled {
  const { memory: ideal } = yardstick;
  // A need that several of them helped with comes up once for each, and stays once.
  const similar = createShortlist<Memory>(
    VOTERS,
    (a, b) => b.similarity - a.similarity || (a.need === b.need ? 0 : a.need.key < b.need.key ? -1 : 1),
  );
  readAll(yardstick, candidates, state, (_, { needs }) => (place, similarity, named) => {
    if (similarity < (similar.all[VOTERS - 1]?.similarity ?? 0)) return;
    const past = needs[place];
    if (past !== undefined) similar.offer({ need: past, similarity, covered: named / ideal });
  });
  return { similar: similar.all, ideal };
}

/** What somebody's past says of a need: the best single past need, in [0, 1], and the votes of all. */
export interface Remembered {
  nearest: number;
  voted: number;
}

/** By how much the votes of somebody who helped often are divided. */
export const modesty = ({ helpedWith }: Person) => (1 + helpedWith.size) ** 0.25;

/** Past needs vote for those who helped with them: `Σ_k s_k/ideal·2^(−age_k/h)·o_ky / (1+n_y)^¼`, by helper. */
function votes(
  { similar, ideal }: Recalled,
  candidates: readonly PersonId[],
  state: State,
  { at, settings }: Moment,
): Map<PersonId, number> {
  const here = new Set(candidates);
  const sums = new Map<PersonId, number>();
  for (const { need, similarity } of similar) {
    const say = similarity / (ideal === 0 ? 1 : ideal);
    for (const [helper, { weight, at: then }] of need.helpers) {
      if (weight === 0 || !here.has(helper)) continue;
      const voice = strengthAt({ s: weight, t: then }, at, settings.habitHalfLifeDays);
      sums.set(helper, (sums.get(helper) ?? 0) + say * voice);
    }
  }
  for (const [helper, sum] of sums) {
    const person = state.people.get(helper);
    if (person !== undefined) sums.set(helper, sum / modesty(person));
  }
  return sums;
}

/**
 * The memory channel among candidates: every past need votes for those who helped with it, `m_y = Σ_k s_k·2^(−age_k/h)·o_ky`,
 * where s is its similarity by BM25 and o the outcome. Those without a vote are left out.
 */
export function memoryScores(
  yardstick: Yardstick,
  candidates: readonly PersonId[],
  state: State,
  at: number,
): Map<PersonId, number> {
  const scores = new Map<PersonId, number>();
  const people = candidates.flatMap((id) => state.people.get(id) ?? []);
  readAll(yardstick, people, state, ({ facts: { personId } }, { needs }) => (place, similarity) => {
    const { weight = 0, at: then = at } = needs[place]?.helpers.get(personId) ?? {};
    const voice = strengthAt({ s: weight, t: then }, at, VOICE_HALF_LIFE);
    if (voice > 0) scores.set(personId, (scores.get(personId) ?? 0) + similarity * voice);
  });
  return scores;
}

/** What each person's past says of a need, on a scale on which a word-for-word repetition is 1. */
export function rememberedAmong(
  yardstick: Yardstick,
  people: readonly Person[],
  state: State,
  moment: Moment,
): Remembered[] {
  const candidates = people.map(({ facts }) => facts.personId);
  const recalled = recall(yardstick, people, state);
  const nearest = new Map<PersonId, number>();
  for (const { need: past, covered } of recalled.similar) {
    for (const [helper, { weight }] of past.helpers) {
      nearest.set(helper, Math.max(weight * covered, nearest.get(helper) ?? 0));
    }
  }
  const voted = votes(recalled, candidates, state, moment);
  return candidates.map((id) => ({ nearest: nearest.get(id) ?? 0, voted: voted.get(id) ?? 0 }));
}
