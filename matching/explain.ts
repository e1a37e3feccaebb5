import { isNewcomer } from './fair-shares.ts';
import { tellingWords } from './signals/telling.ts';
import type { Person, State } from './state/state.ts';
import type { Fact, PersonId, SkillId } from './types.ts';
import type { Need } from './vocabulary/need.ts';
import { SAYABLE, THE_SAME } from './vocabulary/relations.ts';

const MOST_OF_A_KIND = 2;
const MOST_WORDS = 3;

function offersFor(need: Need, other: Person): Fact[] {
  const found: { fact: Fact; worth: number }[] = [];
  for (const [skill, { weight, meaning }] of need.skills) {
    for (const offer of other.facts.offers) {
      const fit = meaning.answers.get(offer) ?? 0;
      if (fit < SAYABLE) continue;
      found.push({ fact: { code: 'offers_what_you_need', need: skill, offer }, worth: weight * fit });
    }
  }
  return best(found);
}

function helpBefore(need: Need, other: Person): Fact[] {
  const found = new Map<SkillId, { fact: Fact; worth: number }>();
  for (const { weight, meaning } of need.skills.values()) {
    for (const [skill, fit] of meaning.answers) {
      const shown = other.shown.get(skill);
      if (fit < THE_SAME || shown === undefined || found.has(skill)) continue;
      const fact: Fact = { code: 'helped_with_this_before', skill, at: shown.lasting.t };
      found.set(skill, { fact, worth: weight * fit });
    }
  }
  return best([...found.values()]);
}

function best(found: { fact: Fact; worth: number }[]): Fact[] {
  return found
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_OF_A_KIND)
    .map(({ fact }) => fact);
}

/** The words of a need, as typed, that somebody's document speaks of; rarest first, at most three. */
function sharedWords(need: Need, otherId: PersonId, state: State): string[] {
  const { documents, lexicon } = state;
  const rarityOf = (stem: string) => documents.idf(lexicon.of(stem));
  return tellingWords(need, otherId, state)
    .sort(([a], [b]) => rarityOf(b) - rarityOf(a) || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([, word]) => word);
}

/** Whether anything at all can be said of what one person can do for another's need; what `reasonsFor` would find. */
export function hasReason(need: Need, otherId: PersonId, state: State): boolean {
  const other = state.people.get(otherId);
  if (other === undefined) return false;
  for (const { meaning } of need.skills.values()) {
    for (const [skill, fit] of meaning.answers) {
      if (fit < SAYABLE || !other.held.has(skill)) continue;
      if (other.facts.offers.includes(skill) || (fit >= THE_SAME && other.shown.has(skill))) return true;
    }
  }
  return tellingWords(need, otherId, state).length > 0;
}

/** What one person can do for another's need: the facts that were scored, strongest kind first. */
export function reasonsFor(need: Need, otherId: PersonId, state: State): Fact[] {
  const other = state.people.get(otherId);
  if (other === undefined) return [];
  const words = sharedWords(need, otherId, state);
  return [
    ...helpBefore(need, other),
    ...offersFor(need, other),
    ...(words.length > 0 ? [{ code: 'speaks_of_it', words } as const] : []),
  ];
}

/** Facts that hold for two people as such. */
export function sharedFacts(a: Person, b: Person, hasMet: boolean): Fact[] {
  const facts: Fact[] = [];
  const focus = new Set(b.presence?.focus.skills);
  for (const skill of a.presence?.focus.skills ?? []) {
    if (focus.has(skill)) facts.push({ code: 'same_focus', skill });
  }
  if (!hasMet) facts.push({ code: 'never_met' });
  const offers = new Set(b.facts.offers);
  const bothOffer = a.facts.offers.length > 0 && offers.size > 0;
  if (bothOffer && !a.facts.offers.some((skill) => offers.has(skill))) facts.push({ code: 'another_trade' });
  const { company } = a.facts;
  if (company && b.facts.company && company !== b.facts.company) facts.push({ code: 'another_company' });
  if (isNewcomer(a) || isNewcomer(b)) facts.push({ code: 'newcomer' });
  return facts;
}
