import type { Moment } from '../rank.ts';
import { saturation } from '../state/bm25.ts';
import type { Column } from '../state/column.ts';
import { strengthAt } from '../state/evidence.ts';
import { type Past, pastOf } from '../state/past.ts';
import { createShortlist, type Shortlist } from '../state/shortlist.ts';
import type { PastNeed, Person, State } from '../state/state.ts';
import type { PersonId } from '../types.ts';
import type { Need } from '../vocabulary/need.ts';
import { yardstickOf } from './yardstick.ts';

/** How many past needs may vote. */
export const VOTERS = 100;

/** A past need, and how it resembles the one that is asked. */
interface Memory {
  need: PastNeed;
  similarity: number;
  /** The share of the need's words and skills, by rarity, that the past need names, 0…1. */
  covered: number;
}

/** Past needs that resemble one, most similar first; `ideal` is what a word-for-word repetition would score. */
export interface Recalled {
  similar: readonly Memory[];
  ideal: number;
}

/** What is asked, by the number of each term, and the mean length of past needs. */
interface Question {
  asked: Column;
  mean: number;
  ideal: number;
}

/** Reads a past against the weights of what is asked, and offers every need that names any of it. */
function read(past: Past, { asked, mean, ideal }: Question, similar: Shortlist<Memory>): void {
  const { needs, lengths, starts, terms, counts } = past;
  const { values } = asked;
  for (let i = 0; i < needs.length; i++) {
    let similarity = 0;
    let covered = 0;
    const end = starts[i + 1] ?? 0;
    for (let place = starts[i] ?? 0; place < end; place++) {
      const weight = values[terms[place] ?? 0] ?? 0;
      if (weight === 0) continue;
      similarity += weight * saturation(counts[place] ?? 0, lengths[i] ?? 0, mean);
      covered += weight;
    }
    if (similarity === 0 || similarity < (similar.all[VOTERS - 1]?.similarity ?? 0)) continue;
    const need = needs[i];
    if (need !== undefined) similar.offer({ need, similarity, covered: covered / ideal });
  }
}

/**
 * The past needs that candidates helped with, most similar to this one by BM25, at most a hundred. Needs that nobody
 * here helped with are not read, so the cost is that of the room and not that of the network.
 */
export function recall(need: Need, candidates: readonly PersonId[], state: State): Recalled {
  const { terms, memory: ideal } = yardstickOf(need, state);
  const [asked] = state.sheets;
  const mean = state.needWords.meanLength;
  asked.lay(terms.numbers, terms.weights);
  // A need that several of them helped with comes up once for each, and stays once.
  const similar = createShortlist<Memory>(
    VOTERS,
    (a, b) => b.similarity - a.similarity || (a.need === b.need ? 0 : a.need.key < b.need.key ? -1 : 1),
  );
  for (const id of candidates) {
    const person = state.people.get(id);
    if (person === undefined || person.helpedWith.size === 0) continue;
    const past = pastOf(person, state);
    state.counters.needsRead += past.terms.length;
    read(past, { asked, mean, ideal }, similar);
  }
  asked.wipe();
  return { similar: similar.all, ideal };
}

/** What somebody's past says of a need: the best single past need, in [0, 1], and the votes of all. */
export interface Remembered {
  nearest: number;
  voted: number;
}

/** By how much the votes of somebody who helped often are divided. */
export const modesty = ({ helpedWith }: Person) => (1 + helpedWith.size) ** 0.25;

/** How past needs vote: similarity is divided by `scale` and raised to `sharpness`. */
export interface Ballot {
  at: number;
  halfLifeDays: number;
  scale: number;
  sharpness: 1 | 2;
}

/**
 * Past needs vote for those who helped with them: `m_y = Σ_k (s_k/scale)^sharpness·2^(−age_k/h)·o_ky / (1+n_y)^¼`, where
 * s is the need's similarity, o the outcome and n_y how often y helped. Scores are ≥ 0.
 */
function votes(
  { similar }: Recalled,
  candidates: readonly PersonId[],
  state: State,
  { at, halfLifeDays, scale, sharpness }: Ballot,
): Map<PersonId, number> {
  const here = new Set(candidates);
  const sums = new Map<PersonId, number>();
  for (const { need, similarity } of similar) {
    const say = (similarity / scale) ** sharpness;
    for (const [helper, { weight, at: then }] of need.helpers) {
      if (weight === 0 || !here.has(helper)) continue;
      const voice = strengthAt({ s: weight, t: then }, at, halfLifeDays);
      sums.set(helper, (sums.get(helper) ?? 0) + say * voice);
    }
  }
  for (const [helper, sum] of sums) {
    const person = state.people.get(helper);
    if (person !== undefined) sums.set(helper, sum / modesty(person));
  }
  return sums;
}

/** The memory channel within a room: votes relative to the most similar need. */
export function memoryScores(
  need: Need,
  candidates: readonly PersonId[],
  state: State,
  { at, halfLifeDays }: { at: number; halfLifeDays: number },
): Map<PersonId, number> {
  const recalled = recall(need, candidates, state);
  const scale = recalled.similar[0]?.similarity ?? 1;
  return votes(recalled, candidates, state, { at, halfLifeDays, scale, sharpness: 2 });
}

/** What each person's past says of a need, on a scale on which a word-for-word repetition is 1. */
export function rememberedAmong(
  need: Need,
  people: readonly Person[],
  state: State,
  { at, settings }: Moment,
): Remembered[] {
  const candidates = people.map(({ facts }) => facts.personId);
  const recalled = recall(need, candidates, state);
  const nearest = new Map<PersonId, number>();
  for (const { need: past, covered } of recalled.similar) {
    for (const [helper, { weight }] of past.helpers) {
      nearest.set(helper, Math.max(weight * covered, nearest.get(helper) ?? 0));
    }
  }
  const halfLifeDays = settings.habitHalfLifeDays;
  const scale = recalled.ideal === 0 ? 1 : recalled.ideal;
  const voted = votes(recalled, candidates, state, { at, halfLifeDays, scale, sharpness: 1 });
  return candidates.map((id) => ({ nearest: nearest.get(id) ?? 0, voted: voted.get(id) ?? 0 }));
}
