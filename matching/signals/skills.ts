import { rarity } from '../bm25.ts';
import { strengthAt } from '../evidence.ts';
import type { Need, NeededSkill } from '../need.ts';
import type { Person, State } from '../state.ts';
import type { PersonId, SkillId } from '../types.ts';

/** Evidence at which a skill counts half of what endless evidence would. */
const SATURATION = 6;
/** Skills held at which breadth starts to tell against depth. */
const BREADTH = 8;
/** A skill shown by helping counts as much as an offer after about one lasting help. */
const SHOWN = 1.2;

interface When {
  at: number;
  halfLifeDays: number;
}

/** What holding a skill counts for, by rarity and by how much of it was declared or shown of late. */
function depth(
  person: Person,
  skill: SkillId,
  { holders, people }: State,
  { at, halfLifeDays }: When,
): number {
  const declared = person.facts.offers.includes(skill) ? 1 : 0;
  const n = declared + strengthAt(person.shown.get(skill)?.habit, at, halfLifeDays);
  const rare = rarity(people.size, holders.keepers(holders.of(skill)));
  return (rare * n * (SATURATION + 1)) / (n + SATURATION);
}

const breadth = ({ held }: Person) => (1 + held.size / BREADTH) ** 0.25;

/** Tells every skill that answers a needed one, by kinship or by company, and how well, in (0, 1]. */
function answersOf(
  [skill, { answers }]: [SkillId, NeededSkill],
  { associations }: State,
  tell: (held: SkillId, worth: number) => void,
): void {
  const number = associations.numberOf(skill);
  const company = (held: SkillId) => associations.strength(number, associations.numberOf(held));
  for (const [kin, fit] of answers) tell(kin, Math.max(fit, company(kin)));
  for (const other of associations.beside(number)) {
    const held = associations.skillOf(other);
    if (!answers.has(held)) tell(held, associations.strength(number, other));
  }
}

/**
 * The need's skills against what each candidate offers or has shown, the very skill or one of its kin or company:
 * `Σ worth·rarity·n·(k+1)/(n+k) / (1 + breadth/8)^¼`, where n is 1 for an offer plus the recent evidence.
 * Scores are ≥ 0. O(skills of the candidates).
 */
export function skillScores(
  need: Need,
  candidates: readonly PersonId[],
  state: State,
  when: When,
): Map<PersonId, number> {
  const scores = new Map<PersonId, number>();
  const [, worth] = state.sheets;
  for (const needed of need.skills) {
    answersOf(needed, state, (held, well) => worth.add(state.holders.of(held), needed[1].weight * well));
  }
  for (const id of candidates) {
    const person = state.people.get(id);
    if (person === undefined) continue;
    state.counters.skillsRead += person.held.size;
    let score = 0;
    for (const [skill, number] of person.held) {
      const well = worth.values[number] ?? 0;
      if (well > 0) score += well * depth(person, skill, state, when);
    }
    if (score > 0) scores.set(id, score / breadth(person));
  }
  worth.wipe();
  return scores;
}

/**
 * The same for one person and many needs: what the person has is laid out once, and each skill that anybody needs is
 * looked up once. What a need gets is the sum over its skills, weighed.
 */
export function skillsGiven(person: Person, needs: readonly Need[], state: State, when: When): number[] {
  const { associations, counters } = state;
  const [, depths] = state.sheets;
  for (const skill of person.held.keys()) {
    depths.set(associations.numberOf(skill), depth(person, skill, state, when));
  }
  const given = new Map<SkillId, number>();
  function give(skill: SkillId, { answers }: NeededSkill): number {
    const number = associations.numberOf(skill);
    let sum = 0;
    for (const [kin, fit] of answers) {
      if (!person.held.has(kin)) continue;
      const company = associations.strength(number, associations.numberOf(kin));
      sum += Math.max(fit, company) * depth(person, kin, state, when);
    }
    const beside = associations.beside(number);
    counters.skillsRead += answers.size + beside.length;
    for (const other of beside) {
      const deep = depths.values[other] ?? 0;
      if (deep === 0 || answers.has(associations.skillOf(other))) continue;
      sum += associations.strength(number, other) * deep;
    }
    return sum;
  }
  const scores = needs.map(({ skills }) => {
    let score = 0;
    for (const [skill, needed] of skills) {
      const known = given.get(skill) ?? give(skill, needed);
      given.set(skill, known);
      score += needed.weight * known;
    }
    return score / breadth(person);
  });
  depths.wipe();
  return scores;
}

/** The best single answer of one person's skills to a need, by what they offer or ever showed, in [0, 1]. */
export function bestAnswer(need: Need, person: Person, { at, halfLifeDays }: When): number {
  let best = 0;
  for (const { weight, answers } of need.skills.values()) {
    for (const [kin, fit] of answers) {
      const worth = weight * fit;
      if (worth <= best || !person.held.has(kin)) continue;
      const shown = strengthAt(person.shown.get(kin)?.lasting, at, halfLifeDays);
      const has = person.facts.offers.includes(kin)
        ? 1
        : Math.min(1, (shown * (SHOWN + 1)) / (shown + SHOWN));
      best = Math.max(best, worth * has);
    }
  }
  return best;
}
