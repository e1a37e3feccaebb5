import { rarity } from '../bm25.ts';
import { strengthAt } from '../evidence.ts';
import type { Need } from '../need.ts';
import type { Person, State } from '../state.ts';
import type { PersonId, SkillId } from '../types.ts';

/** Evidence at which a skill counts half of what endless evidence would. */
const SATURATION = 6;
/** Skills held at which breadth starts to tell against depth. */
const BREADTH = 8;
/** A skill shown by helping counts as much as an offer after about one lasting help. */
const SHOWN = 1.2;

/** What each held skill is worth to a need: over its skills, how well each is answered by kinship or by company. */
function worthOf(need: Need, { associations }: State): (held: SkillId) => number {
  const needed = [...need.skills].map(([skill, { weight, answers }]) => ({
    weight,
    answers,
    company: associations.company(skill),
  }));
  return (held) => {
    let worth = 0;
    for (const { weight, answers, company } of needed) {
      worth += weight * Math.max(answers.get(held) ?? 0, company(held));
    }
    return worth;
  };
}

/**
 * The need's skills against what each candidate offers or has shown, the very skill or one of its kin or company:
 * `Σ worth·rarity·n·(k+1)/(n+k) / (1 + breadth/8)^¼`, where n is 1 for an offer plus the recent evidence.
 * Scores are ≥ 0. O(skills of the need × skills of the candidates).
 */
export function skillScores(
  need: Need,
  candidates: readonly PersonId[],
  state: State,
  { at, halfLifeDays }: { at: number; halfLifeDays: number },
): Map<PersonId, number> {
  const scores = new Map<PersonId, number>();
  if (need.skills.size === 0) return scores;
  const answered = worthOf(need, state);
  for (const id of candidates) {
    const person = state.people.get(id);
    if (person === undefined) continue;
    const { held } = person;
    state.counters.skillsRead += held.size * need.skills.size;
    let score = 0;
    for (const skill of held) {
      const worth = answered(skill);
      if (worth === 0) continue;
      const declared = person.facts.offers.includes(skill) ? 1 : 0;
      const n = declared + strengthAt(person.shown.get(skill)?.habit, at, halfLifeDays);
      const rare = rarity(state.people.size, state.holders.get(skill) ?? 0);
      score += (worth * rare * n * (SATURATION + 1)) / (n + SATURATION);
    }
    if (score > 0) scores.set(id, score / (1 + held.size / BREADTH) ** 0.25);
  }
  return scores;
}

/** The best single answer of one person's skills to a need, by what they offer or ever showed, in [0, 1]. */
export function bestAnswer(
  need: Need,
  person: Person,
  { at, halfLifeDays }: { at: number; halfLifeDays: number },
): number {
  let best = 0;
  for (const held of person.held) {
    for (const { weight, answers } of need.skills.values()) {
      const worth = weight * (answers.get(held) ?? 0);
      if (worth <= best) continue;
      const shown = strengthAt(person.shown.get(held)?.lasting, at, halfLifeDays);
      const has = person.facts.offers.includes(held)
        ? 1
        : Math.min(1, (shown * (SHOWN + 1)) / (shown + SHOWN));
      best = Math.max(best, worth * has);
    }
  }
  return best;
}
