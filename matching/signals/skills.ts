import { rarity } from '../bm25.ts';
import { strengthAt } from '../evidence.ts';
import type { Need } from '../need.ts';
import type { Person, State } from '../state.ts';
import type { PersonId, SkillId } from '../types.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** How well an offer answers a need, by where the two stand in the vocabulary. */
const RELATION = { same: 1, narrower: 0.8, broader: 0.5, sibling: 0.3 };
/** Siblings count only under a parent so narrow that they are of one trade. */
const CLOSE_FAMILY = 12;
const ASSOCIATED = 24;
/** Evidence at which a skill counts half of what endless evidence would, and skills at which breadth starts to tell. */
const SATURATION = 6;
const BREADTH = 8;

/** The skills that answer a need for one skill, each with how well, in (0, 1]; the skill itself is 1. */
export function answersTo(skill: SkillId, vocabulary: Vocabulary): Map<SkillId, number> {
  const answers = new Map<SkillId, number>();
  const parent = vocabulary.parentsOf(skill)[0];
  const family = parent === undefined ? [] : vocabulary.childrenOf(parent);
  if (family.length <= CLOSE_FAMILY) for (const sibling of family) answers.set(sibling, RELATION.sibling);
  if (parent !== undefined) answers.set(parent, RELATION.broader);
  for (const child of vocabulary.childrenOf(skill)) answers.set(child, RELATION.narrower);
  answers.set(skill, RELATION.same);
  return answers;
}

/** Every skill that helps with the need, with its share of the need's weight. */
function spread(need: Need, state: State, vocabulary: Vocabulary): Map<SkillId, number> {
  const spreadOut = new Map<SkillId, number>();
  for (const [skill, weight] of need.skills) {
    const answers = answersTo(skill, vocabulary);
    for (const { skill: other, strength } of state.associations.nearest(skill, ASSOCIATED)) {
      answers.set(other, Math.max(answers.get(other) ?? 0, strength));
    }
    for (const [answer, fit] of answers) spreadOut.set(answer, (spreadOut.get(answer) ?? 0) + weight * fit);
  }
  return spreadOut;
}

/**
 * The need's skills, spread to narrower, broader, sibling and associated ones, against what each candidate offers
 * or has shown: `Σ weight·rarity·n·(k+1)/(n+k) / (1 + breadth/8)^¼`, where n is 1 for an offer plus the recent
 * evidence. Scores are ≥ 0. O(skills × candidates).
 */
export function skillScores(
  need: Need,
  candidates: readonly PersonId[],
  state: State,
  { at, halfLifeDays, vocabulary }: { at: number; halfLifeDays: number; vocabulary: Vocabulary },
): Map<PersonId, number> {
  const people = state.people.size;
  const wanted = [...spread(need, state, vocabulary)].map(([skill, weight]) => ({
    skill,
    weight: weight * rarity(people, state.holders.get(skill) ?? 0),
  }));
  const scores = new Map<PersonId, number>();
  for (const id of candidates) {
    const person = state.people.get(id);
    if (person === undefined) continue;
    state.counters.skillsRead += wanted.length;
    let score = 0;
    for (const { skill, weight } of wanted) {
      const declared = person.facts.offers.includes(skill) ? 1 : 0;
      const n = declared + strengthAt(person.shown.get(skill)?.habit, at, halfLifeDays);
      if (n > 0) score += (weight * n * (SATURATION + 1)) / (n + SATURATION);
    }
    const breadth = person.facts.offers.length + person.shown.size;
    if (score > 0) scores.set(id, score / (1 + breadth / BREADTH) ** 0.25);
  }
  return scores;
}

/** What somebody would score who offers exactly the skills of the need. */
export function skillIdeal(need: Need, state: State): number {
  let ideal = 0;
  for (const skill of need.skills.keys()) ideal += rarity(state.people.size, state.holders.get(skill) ?? 0);
  return ideal;
}

/** A skill shown by helping counts as much as an offer after about one lasting help. */
const SHOWN = 1.2;

/** The best single answer of one person's skills to a need, by what they offer or ever showed, in [0, 1]. */
export function bestAnswer(
  need: Need,
  person: Person,
  { at, halfLifeDays, vocabulary }: { at: number; halfLifeDays: number; vocabulary: Vocabulary },
): number {
  let best = 0;
  for (const [skill, weight] of need.skills) {
    for (const [answer, fit] of answersTo(skill, vocabulary)) {
      const shown = strengthAt(person.shown.get(answer)?.lasting, at, halfLifeDays);
      const has = person.facts.offers.includes(answer)
        ? 1
        : Math.min(1, (shown * (SHOWN + 1)) / (shown + SHOWN));
      best = Math.max(best, weight * fit * has);
    }
  }
  return best;
}
