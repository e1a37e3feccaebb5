import type { Moment } from '../rank.ts';
import { rarity } from '../state/bm25.ts';
import { strengthAt } from '../state/evidence.ts';
import { type Holding, holdingsOf } from '../state/holdings.ts';
import type { Person, State } from '../state/state.ts';
import type { PersonId, SkillId } from '../types.ts';
import type { Need, NeededSkill } from '../vocabulary/need.ts';

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

/** How much a skill that somebody holds counts: its rarity, and how much of it was declared or shown of late. */
function depth(
  { number, isOffered, shown }: Holding,
  { holders, people }: State,
  { at, settings }: Moment,
): number {
  const n = (isOffered ? 1 : 0) + strengthAt(shown?.habit, at, settings.habitHalfLifeDays);
  const rare = rarity(people.size, holders.keepers(number));
  return (rare * n * (SATURATION + 1)) / (n + SATURATION);
}

/** How surely somebody has a skill, in [0, 1]: by offering it, or by having ever shown it. */
function certainty({ isOffered, shown }: Holding, { at, settings }: Moment): number {
  if (isOffered) return 1;
  const left = strengthAt(shown?.lasting, at, settings.halfLifeDays);
  return Math.min(1, (left * (SHOWN + 1)) / (left + SHOWN));
}

const breadth = ({ held }: Person) => (1 + held.size / BREADTH) ** 0.25;

/** Writes down what every skill that answers the need is worth, and how well it fits by kinship alone. */
function layOut(need: Need, { associations, holders, sheets }: State): void {
  const [worths, fits] = sheets;
  for (const [skill, { weight, answers }] of need.skills) {
    const number = associations.numberOf(skill);
    for (const [kin, fit] of answers) {
      const company = associations.strength(number, associations.numberOf(kin));
      const held = holders.of(kin);
      worths.add(held, weight * Math.max(fit, company));
      if (held >= 0) fits.set(held, Math.max(weight * fit, fits.values[held] ?? 0));
    }
    for (const other of associations.beside(number)) {
      const skillBeside = associations.skillOf(other);
      if (answers.has(skillBeside)) continue;
      worths.add(holders.of(skillBeside), weight * associations.strength(number, other));
    }
  }
}

/**
 * The need's skills against what each of some people offers or has shown, the very skill or one of its kin or company:
 * `Σ worth·rarity·n·(k+1)/(n+k) / (1 + breadth/8)^¼`, where n is 1 for an offer plus the recent evidence.
 * O(skills of the need + skills of the people).
 */
export function skillsAmong(need: Need, people: readonly Person[], state: State, moment: Moment): Skilled[] {
  const [worths, fits] = state.sheets;
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
      score += worth * depth(holding, state, moment);
      const fit = fits.values[number] ?? 0;
      if (fit > best) best = Math.max(best, fit * certainty(holding, moment));
    }
    return { score: score / breadth(person), best };
  });
  worths.wipe();
  fits.wipe();
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

/** What one person has of each skill they hold: how much it counts, and how sure it is. */
type Having = ReadonlyMap<SkillId, { depth: number; certainty: number }>;

/** What one person gives to whoever needs one skill, all answers added up; the first sheet has the depths by association. */
function given([skill, { answers }]: [SkillId, NeededSkill], having: Having, state: State): Skilled {
  const { associations, counters, sheets } = state;
  const { values } = sheets[0];
  const number = associations.numberOf(skill);
  let [score, best] = [0, 0];
  for (const [kin, fit] of answers) {
    const own = having.get(kin);
    if (own === undefined) continue;
    const company = associations.strength(number, associations.numberOf(kin));
    score += Math.max(fit, company) * own.depth;
    best = Math.max(best, fit * own.certainty);
  }
  const beside = associations.beside(number);
  counters.skillsRead += answers.size + beside.length;
  for (const other of beside) {
    const deep = values[other] ?? 0;
    if (deep > 0 && !answers.has(associations.skillOf(other)))
      score += associations.strength(number, other) * deep;
  }
  return { score, best };
}

/** `skillsAmong` the other way: one person's skills for each of some needs. Each skill that anybody needs is read once. */
export function skillsFor(person: Person, needs: readonly Need[], state: State, moment: Moment): Skilled[] {
  const [depths] = state.sheets;
  const having = new Map<SkillId, { depth: number; certainty: number }>();
  for (const holding of holdingsOf(person).holdings) {
    const own = { depth: depth(holding, state, moment), certainty: certainty(holding, moment) };
    having.set(holding.skill, own);
    depths.set(state.associations.numberOf(holding.skill), own.depth);
  }
  const known = new Map<SkillId, Skilled>();
  const broad = breadth(person);
  const found = needs.map(({ skills }) => {
    let [score, best] = [0, 0];
    for (const needed of skills) {
      const [skill, { weight }] = needed;
      const one = known.get(skill) ?? given(needed, having, state);
      known.set(skill, one);
      score += weight * one.score;
      best = Math.max(best, weight * one.best);
    }
    return { score: score / broad, best };
  });
  depths.wipe();
  return found;
}
