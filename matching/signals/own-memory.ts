import type { Moment } from '../rank.ts';
import { saturation } from '../state/bm25.ts';
import { isWritten } from '../state/column.ts';
import { strengthAt } from '../state/evidence.ts';
import { type Past, pastOf } from '../state/past.ts';
import type { Person, State } from '../state/state.ts';
import { NONE } from '../vocabulary/lexicon.ts';
import { modesty, type Remembered, VOTERS } from './memory.ts';
import type { Yardstick } from './sheet.ts';

const NOTHING: Remembered = { nearest: 0, voted: 0 };

/** Where each term stands in a past: the entries of one behind the other, in the order of the needs. */
interface Places {
  /** The need of each entry of the past, how much its term says there, and the next entry of the same term, or `NONE`. */
  needs: Int32Array;
  saturated: Float64Array;
  next: Int32Array;
}

/** Lays a past out by term; on the sheet then stands, by term, one more than its first entry. */
function placesOf({ lengths, starts, terms, counts }: Past, { sheets, needWords }: State): Places {
  const [first] = sheets;
  const mean = needWords.meanLength;
  const [needs, next] = [new Int32Array(terms.length), new Int32Array(terms.length)];
  const saturated = new Float64Array(terms.length);
  for (let need = lengths.length - 1; need >= 0; need--) {
    for (let i = starts[need] ?? 0; i < (starts[need + 1] ?? 0); i++) {
      const term = terms[i] ?? 0;
      needs[i] = need;
      saturated[i] = saturation(counts[i] ?? 0, lengths[need] ?? 0, mean);
      next[i] = (first.values[term] ?? 0) - 1;
      first.set(term, i + 1);
    }
  }
  return { needs, saturated, next };
}

/**
 * What one person's own past says of each of some needs: `rememberedAmong` the other way. The past is laid out by term
 * once, so that a need reads only where its terms stand. Up to a hundred past needs vote.
 */
export function rememberedFor(
  person: Person,
  yardsticks: readonly Yardstick[],
  state: State,
  { at, settings }: Moment,
): Remembered[] {
  const past = pastOf(person, state);
  if (past.needs.length === 0) return yardsticks.map(() => NOTHING);
  const [first] = state.sheets;
  const { needs: owners, saturated, next } = placesOf(past, state);
  const { values: starts, bits } = first;
  const helps = past.needs.map(({ helpers }) => helpers.get(person.facts.personId));
  const weights = helps.map((help) => help?.weight ?? 0);
  const voices = helps.map((help) =>
    strengthAt(help && { s: help.weight, t: help.at }, at, settings.habitHalfLifeDays),
  );
  const similarity = new Float64Array(weights.length);
  const covered = new Float64Array(weights.length);
  const keyOf = (need: number) => past.needs[need]?.key ?? '';
  const order = (a: number, b: number) =>
    (similarity[b] ?? 0) - (similarity[a] ?? 0) || (keyOf(a) < keyOf(b) ? -1 : 1);
  const humble = modesty(person);

  const found = yardsticks.map(({ terms, memory: ideal }) => {
    const touched: number[] = [];
    for (let i = 0; i < terms.numbers.length; i++) {
      const term = terms.numbers[i] ?? NONE;
      const weight = terms.weights[i] ?? 0;
      if (weight === 0 || !isWritten(bits, term)) continue;
      const start = (starts[term] ?? 0) - 1;
      for (let place = start; place !== NONE; place = next[place] ?? NONE) {
        const past = owners[place] ?? 0;
        if (similarity[past] === 0) touched.push(past);
        similarity[past] = (similarity[past] ?? 0) + weight * (saturated[place] ?? 0);
        covered[past] = (covered[past] ?? 0) + weight;
      }
    }
    if (touched.length === 0) return NOTHING;
    state.counters.needsRead += touched.length;
    const voters = touched.length > VOTERS ? touched.sort(order).slice(0, VOTERS) : touched;
    let [nearest, sum] = [0, 0];
    for (const voter of voters) {
      nearest = Math.max(nearest, ((weights[voter] ?? 0) * (covered[voter] ?? 0)) / ideal);
      sum += ((similarity[voter] ?? 0) / ideal) * (voices[voter] ?? 0);
    }
    for (const one of touched) {
      similarity[one] = 0;
      covered[one] = 0;
    }
    return { nearest, voted: sum / humble };
  });
  first.wipe();
  return found;
}
