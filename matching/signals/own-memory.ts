import type { Moment } from '../rank.ts';
import { NONE } from '../room/term-numbers.ts';
import { strengthAt } from '../state/evidence.ts';
import { type Past, pastOf } from '../state/past.ts';
import type { Person, State } from '../state/state.ts';
import type { Need } from '../vocabulary/need.ts';
import { modesty, type Remembered, VOTERS } from './memory.ts';
import { yardstickOf } from './yardstick.ts';

/** Where each term stands in a past: the needs that say it, and how often. */
type Places = ReadonlyMap<number, readonly { need: number; saturated: number }[]>;

function placesOf({ lengths, starts, terms, counts }: Past, state: State): Places {
  const places = new Map<number, { need: number; saturated: number }[]>();
  for (let need = 0; need < lengths.length; need++) {
    for (let i = starts[need] ?? 0; i < (starts[need + 1] ?? 0); i++) {
      const term = terms[i] ?? 0;
      const saturated = state.needWords.saturated(counts[i] ?? 0, lengths[need] ?? 0);
      const there = places.get(term);
      if (there === undefined) places.set(term, [{ need, saturated }]);
      else there.push({ need, saturated });
    }
  }
  return places;
}

/**
 * What one person's own past says of each of some needs: `rememberedAmong` the other way. The past is laid out by term
 * once, so that a need reads only where its terms stand. Up to a hundred past needs vote.
 */
export function rememberedFor(
  person: Person,
  needs: readonly Need[],
  state: State,
  { at, settings }: Moment,
): Remembered[] {
  const past = pastOf(person, state);
  const places = placesOf(past, state);
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

  return needs.map((need) => {
    const { terms, memory: ideal } = yardstickOf(need, state);
    const touched: number[] = [];
    for (let i = 0; i < terms.numbers.length; i++) {
      const weight = terms.weights[i] ?? 0;
      if (weight === 0) continue;
      for (const place of places.get(terms.numbers[i] ?? NONE) ?? []) {
        if (similarity[place.need] === 0) touched.push(place.need);
        similarity[place.need] = (similarity[place.need] ?? 0) + weight * place.saturated;
        covered[place.need] = (covered[place.need] ?? 0) + weight;
      }
    }
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
}
