import { strengthAt } from './evidence.ts';
import type { Need } from './need.ts';
import type { Moment } from './rank.ts';
import { memoryIdeal, similarNeeds } from './signals/memory.ts';
import { answersTo } from './signals/skills.ts';
import { textIdeal, textScores } from './signals/text.ts';
import type { State } from './state.ts';
import type { PersonId } from './types.ts';

/** How far each channel alone is trusted to say that somebody can help. */
const TRUST = { memory: 0.8, text: 0.7, skills: 1 };
/** A skill shown by helping counts in full after about one recent help. */
const SHOWN = 1.2;

/** The best answer of one person's skills to a need: the highest weight × fit, in [0, 1]. */
function skillFit(need: Need, id: PersonId, state: State, { at, settings, vocabulary }: Moment): number {
  const person = state.people.get(id);
  if (person === undefined) return 0;
  let best = 0;
  for (const [skill, weight] of need.skills) {
    for (const [answer, fit] of answersTo(skill, vocabulary)) {
      const shown = strengthAt(person.shown.get(answer), at, settings.halfLifeDays);
      const mastered = person.facts.offers.includes(answer)
        ? 1
        : Math.min(1, (shown * 2.2) / (shown + SHOWN));
      best = Math.max(best, weight * fit * mastered);
    }
  }
  return best;
}

/**
 * How well candidates can help with a need, on an absolute scale of 0…1 that does not depend on who else is here:
 * each channel as a share of what a perfect match would score, joined by noisy-or `1 − Π(1 − trust·share)`.
 * So nobody is lifted by the mere absence of better ones, and both directions of a pair compare.
 */
export function fitOf(
  need: Need,
  candidates: readonly PersonId[],
  state: State,
  moment: Moment,
): Map<PersonId, number> {
  const text = textScores(need, candidates, state);
  const perfectText = textIdeal(need, state);
  const perfectMemory = memoryIdeal(need, state);
  const remembered = new Map<PersonId, number>();
  for (const { key, similarity } of similarNeeds(need, candidates, state)) {
    for (const [helper, { weight }] of state.needs.get(key)?.helpers ?? []) {
      const share = (weight * similarity) / perfectMemory;
      remembered.set(helper, Math.max(share, remembered.get(helper) ?? 0));
    }
  }
  const fit = new Map<PersonId, number>();
  for (const id of candidates) {
    const shares = {
      memory: Math.min(1, remembered.get(id) ?? 0),
      text: perfectText === 0 ? 0 : Math.min(1, (text.get(id) ?? 0) / perfectText),
      skills: skillFit(need, id, state, moment),
    };
    const missed =
      (1 - TRUST.memory * shares.memory) *
      (1 - TRUST.text * shares.text) *
      (1 - TRUST.skills * shares.skills);
    if (missed < 1) fit.set(id, 1 - missed);
  }
  return fit;
}
