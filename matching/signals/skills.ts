import type { Moment } from '../rank.ts';
import { rarity } from '../state/bm25.ts';
import { strengthAt } from '../state/evidence.ts';
import { type Holding, holdingsOf } from '../state/holdings.ts';
import type { Person, State } from '../state/state.ts';
import type { PersonId } from '../types.ts';
import { NONE } from '../vocabulary/lexicon.ts';
import type { Need } from '../vocabulary/need.ts';
import type { Asked } from './sheet.ts';
import { yardstickOf } from './yardstick.ts';

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

/** How much a skill of some rarity counts that somebody holds: how much of it was declared or shown of late. */
function depth({ isOffered, shown }: Holding, rare: number, { at, settings }: Moment): number {
  const n = (isOffered ? 1 : 0) + strengthAt(shown?.habit, at, settings.habitHalfLifeDays);
  return (rare * n * (SATURATION + 1)) / (n + SATURATION);
}

const rarityOf = (number: number, { holders, people }: State) => rarity(people.size, holders.of(number));

/** How surely somebody has a skill, in [0, 1]: by offering it, or by having ever shown it. */
function certainty({ isOffered, shown }: Holding, { at, settings }: Moment): number {
  if (isOffered) return 1;
  const left = strengthAt(shown?.lasting, at, settings.halfLifeDays);
  return Math.min(1, (left * (SHOWN + 1)) / (left + SHOWN));
}

const breadth = ({ held }: Person) => (1 + held.size / BREADTH) ** 0.25;

/** Writes down what every skill that answers the need is worth, and how well it fits by kinship alone. */
function layOut(need: Need, state: State): void {
  const { associations, sheets } = state;
  const [worths, best] = sheets;
  for (const { needed, number, kin, fits } of yardstickOf(need, state).asked) {
    const { weight } = needed;
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
export function skillsAmong(need: Need, people: readonly Person[], state: State, moment: Moment): Skilled[] {
  const [worths, fits, rare] = state.sheets;
  layOut(need, state);
  const { values } = worths;
  const found = people.map((person) => {
    const { numbers, holdings } = holdingsOf(person);
    state.counters.skillsRead += numbers.length;
    let [score, best] = [0, 0];
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i] ?? 0;
      const worth = values[number] ?? 0;
      if (worth === 0) continue;
      const holding = holdings[i];
      if (holding === undefined) continue;
      let rareness = rare.values[number] ?? 0;
      if (rareness === 0) {
        rareness = rarityOf(number, state);
        rare.set(number, rareness);
      }
      score += worth * depth(holding, rareness, moment);
      const fit = fits.values[number] ?? 0;
      if (fit > best) best = Math.max(best, fit * certainty(holding, moment));
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
  need: Need,
  candidates: readonly PersonId[],
  state: State,
  moment: Moment,
): Map<PersonId, number> {
  const people = candidates.flatMap((id) => state.people.get(id) ?? []);
  const found = skillsAmong(need, people, state, moment);
  const scores = people.map(({ facts }, i) => [facts.personId, found[i]?.score ?? 0] as const);
  return new Map(scores.filter(([, score]) => score > 0));
}

/** What one person gives to whoever needs one skill, all answers added up; the sheets have the depths and how sure they are. */
function given({ number, kin, fits }: Asked, state: State): Skilled {
  const { associations, counters, sheets } = state;
  const [{ values: depths }, { values: certainties }] = sheets;
  let [score, best] = [0, 0];
  for (let place = 0; place < kin.length; place++) {
    const answer = kin[place] ?? NONE;
    const deep = depths[answer] ?? 0;
    const sure = certainties[answer] ?? 0;
    if (deep === 0 && sure === 0) continue;
    const fit = fits[place] ?? 0;
    score += Math.max(fit, associations.strength(number, answer)) * deep;
    best = Math.max(best, fit * sure);
  }
  const beside = associations.beside(number);
  counters.skillsRead += kin.length + beside.length;
  for (let place = 0; place < beside.length; place++) {
    const other = beside[place] ?? NONE;
    const deep = depths[other] ?? 0;
    if (deep > 0 && !kin.includes(other)) score += associations.strengthThere(number, place) * deep;
  }
  return { score, best };
}

/**
 * `skillsAmong` the other way: one person's skills for each of some needs of people present. Each skill that anybody needs is
 * read once.
 */
export function skillsFor(person: Person, needs: readonly Need[], state: State, moment: Moment): Skilled[] {
  const [depths, certainties] = state.sheets;
  for (const holding of holdingsOf(person).holdings) {
    const { number } = holding;
    depths.set(number, depth(holding, rarityOf(number, state), moment));
    certainties.set(number, certainty(holding, moment));
  }
  const known = new Map<number, Skilled>();
  const broad = breadth(person);
  const found = needs.map((need) => {
    let [score, best] = [0, 0];
    for (const asked of yardstickOf(need, state).asked) {
      const { weight } = asked.needed;
      const one = known.get(asked.number) ?? given(asked, state);
      known.set(asked.number, one);
      score += weight * one.score;
      best = Math.max(best, weight * one.best);
    }
    return { score: score / broad, best };
  });
  depths.wipe();
  certainties.wipe();
  return found;
}
