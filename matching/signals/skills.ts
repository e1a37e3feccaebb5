import type { Moment } from '../rank.ts';
import { rarity } from '../state/bm25.ts';
import { isWritten } from '../state/column.ts';
import { leftOf } from '../state/evidence.ts';
import { type Holdings, habitOf, holdingsOf, isOffered, lastingOf } from '../state/holdings.ts';
import type { Person, State } from '../state/state.ts';
import type { PersonId } from '../types.ts';
import { NONE } from '../vocabulary/lexicon.ts';
import type { Asked, Yardstick } from './sheet.ts';

/** Evidence at which a skill counts half of what endless evidence would. */
const SATURATION = 6;
/** Skills held at which breadth starts to tell against depth. */
const BREADTH = 8;
/** A skill shown by helping counts as much as an offer after about one lasting help. */
const SHOWN = 1.2;

/** What somebody's skills say of a need: all of them added up, and the best single one, in [0, 1]. */
export interface Skilled {
  score: number;
  best: number;
}

/** How much the skill at a place counts, of some rarity: how much of it was declared or shown of late. */
function depth(holdings: Holdings, place: number, rare: number, { at, settings }: Moment): number {
  const { s, age } = habitOf(holdings, place, at);
  const n = (isOffered(holdings, place) ? 1 : 0) + leftOf(s, age, settings.habitHalfLifeDays);
  return (rare * n * (SATURATION + 1)) / (n + SATURATION);
}

const rarityOf = (number: number, { holders, people }: State) => rarity(people.size, holders.of(number));

/** How surely somebody has the skill at a place, in [0, 1]: by offering it, or by having ever shown it. */
function certainty(holdings: Holdings, place: number, { at, settings }: Moment): number {
  if (isOffered(holdings, place)) return 1;
  const { s, age } = lastingOf(holdings, place, at);
  const left = leftOf(s, age, settings.halfLifeDays);
  return Math.min(1, (left * (SHOWN + 1)) / (left + SHOWN));
}

const breadth = ({ held }: Person) => (1 + held.size / BREADTH) ** 0.25;

/** Writes down what every skill that answers the need is worth, and how well it fits by kinship alone. */
function layOut({ asked }: Yardstick, state: State): void {
  const { associations, sheets } = state;
  const [worths, best] = sheets;
  for (const { weight, meant } of asked) {
    const { number, kin, fits } = meant;
    for (let place = 0; place < kin.length; place++) {
      const skill = kin[place] ?? NONE;
      const fit = fits[place] ?? 0;
      worths.add(skill, weight * Math.max(fit, associations.strength(number, skill)));
      best.set(skill, Math.max(weight * fit, best.values[skill] ?? 0));
    }
    for (const [place, other] of associations.beside(number).entries()) {
      if (!kin.includes(other)) worths.add(other, weight * associations.strengthThere(number, place));
    }
  }
}

/**
 * The need's skills against what each of some people offers or has shown, the very skill or one of its kin or company:
 * `Σ worth·rarity·n·(k+1)/(n+k) / (1 + breadth/8)^¼`, where n is 1 for an offer plus the recent evidence.
 * O(skills of the need + skills of the people).
 */
export function skillsAmong(
  yardstick: Yardstick,
  people: readonly Person[],
  state: State,
  moment: Moment,
): Skilled[] {
  const [worths, fits, rare] = state.sheets;
  layOut(yardstick, state);
  const { values, bits } = worths;
  const found = people.map((person) => {
    const holdings = holdingsOf(person);
    const { numbers } = holdings;
    state.counters.skillsRead += numbers.length;
    let [score, best] = [0, 0];
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i] ?? 0;
      if (!isWritten(bits, number)) continue;
      const worth = values[number] ?? 0;
      let rareness = rare.values[number] ?? 0;
      if (rareness === 0) {
        rareness = rarityOf(number, state);
        rare.set(number, rareness);
      }
      score += worth * depth(holdings, i, rareness, moment);
      const fit = fits.values[number] ?? 0;
      if (fit > best) best = Math.max(best, fit * certainty(holdings, i, moment));
    }
    return { score: score / breadth(person), best };
  });
  worths.wipe();
  fits.wipe();
  rare.wipe();
  return found;
}

/** The skills channel for the candidates that it touches; scores are > 0. */
export function skillScores(
  yardstick: Yardstick,
  candidates: readonly PersonId[],
  state: State,
  moment: Moment,
): Map<PersonId, number> {
  const people = candidates.flatMap((id) => state.people.get(id) ?? []);
  const found = skillsAmong(yardstick, people, state, moment);
  const scores = people.map(({ facts }, i) => [facts.personId, found[i]?.score ?? 0] as const);
  return new Map(scores.filter(([, score]) => score > 0));
}

/** What one person gives to whoever needs one skill, all answers added up; the sheets have the depths and how sure they are. */
function given(asked: Asked | undefined, state: State): Skilled {
  if (asked === undefined) return { score: 0, best: 0 };
  const { number, kin, fits } = asked.meant;
  const { associations, counters, sheets } = state;
  const [{ values: depths, bits }, { values: certainties }] = sheets;
  let [score, best] = [0, 0];
  for (let place = 0; place < kin.length; place++) {
    const answer = kin[place] ?? NONE;
    if (!isWritten(bits, answer)) continue;
    const fit = fits[place] ?? 0;
    score += Math.max(fit, associations.strength(number, answer)) * (depths[answer] ?? 0);
    best = Math.max(best, fit * (certainties[answer] ?? 0));
  }
  const beside = associations.beside(number);
  counters.skillsRead += kin.length + beside.length;
  for (let place = 0; place < beside.length; place++) {
    const other = beside[place] ?? NONE;
    if (!isWritten(bits, other) || kin.includes(other)) continue;
    score += associations.strengthThere(number, place) * (depths[other] ?? 0);
  }
  return { score, best };
}

/**
 * `skillsAmong` the other way: one person's skills for each of some needs of people present. Each skill that anybody needs is
 * read once.
 */
export function skillsFor(
  person: Person,
  yardsticks: readonly Yardstick[],
  state: State,
  moment: Moment,
): Skilled[] {
  const [depths, certainties] = state.sheets;
  const holdings = holdingsOf(person);
  for (const [place, number] of holdings.numbers.entries()) {
    depths.set(number, depth(holdings, place, rarityOf(number, state), moment));
    certainties.set(number, certainty(holdings, place, moment));
  }
  const known = new Map<number, Skilled>();
  const broad = breadth(person);
  const found = yardsticks.map(({ terms, words, wanted, asked }) => {
    let [score, best] = [0, 0];
    const first = words.numbers.length;
    for (let place = first; place < terms.numbers.length; place++) {
      const number = terms.numbers[place] ?? NONE;
      const weight = wanted[place] ?? 0;
      const one = known.get(number) ?? given(asked[place - first], state);
      known.set(number, one);
      score += weight * one.score;
      best = Math.max(best, weight * one.best);
    }
    return { score: score / broad, best };
  });
  depths.wipe();
  certainties.wipe();
  return found;
}
