import { DAY } from '../evidence.ts';
import { pastOf } from '../past.ts';
import type { Moment } from '../rank.ts';
import type { Person, State } from '../state.ts';
import type { Yardstick } from '../yardstick.ts';
import { modesty, type Remembered, VOTERS } from './memory.ts';

/** Where each term stands in a past: the needs that say it, and how often. */
type Places = ReadonlyMap<number, readonly { need: number; saturated: number }[]>;

function placesOf(person: Person, state: State): Places {
  const { lengths, starts, terms, counts } = pastOf(person, state);
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
 * What one person's own past says of any need: `rememberedAmong` the other way. The past is laid out by term once, so
 * that a need reads only where its terms stand. Up to a hundred past needs vote.
 */
export function ownMemory(
  person: Person,
  state: State,
  { at, settings }: Moment,
): (asked: Yardstick) => Remembered {
  const { needs } = pastOf(person, state);
  const places = placesOf(person, state);
  const helps = needs.map(({ helpers }) => helpers.get(person.facts.personId));
  const weights = helps.map((help) => help?.weight ?? 0);
  const voices = helps.map((help) => {
    const age = Math.max(0, at - (help?.at ?? at));
    return (help?.weight ?? 0) * 2 ** (-age / (settings.habitHalfLifeDays * DAY));
  });
  const similarity = new Float64Array(needs.length);
  const covered = new Float64Array(needs.length);
  const humble = modesty(person);

  return ({ terms, memory: ideal }) => {
    const touched: number[] = [];
    for (const { number, weight } of terms) {
      for (const { need, saturated } of places.get(number) ?? []) {
        if (similarity[need] === 0) touched.push(need);
        similarity[need] = (similarity[need] ?? 0) + weight * saturated;
        covered[need] = (covered[need] ?? 0) + weight;
      }
    }
    state.counters.needsRead += touched.length;
    const order = (a: number, b: number) =>
      (similarity[b] ?? 0) - (similarity[a] ?? 0) || ((needs[a]?.key ?? '') < (needs[b]?.key ?? '') ? -1 : 1);
    const voters = touched.length > VOTERS ? touched.toSorted(order).slice(0, VOTERS) : touched;
    let [nearest, sum] = [0, 0];
    for (const need of voters) {
      nearest = Math.max(nearest, ((weights[need] ?? 0) * (covered[need] ?? 0)) / ideal);
      sum += ((similarity[need] ?? 0) / ideal) * (voices[need] ?? 0);
    }
    for (const need of touched) {
      similarity[need] = 0;
      covered[need] = 0;
    }
    return { nearest, voted: sum / humble };
  };
}
