import { FREQUENT, SAYABLE, THE_SAME } from './explain.ts';
import { SKILL_MARK } from './need.ts';
import type { Person, State } from './state.ts';
import type { PersonId, SkillId } from './types.ts';

const OFFER_MARK = '!';
/** The term under which a skill is filed that somebody offers or has shown. */
const marked = (skill: SkillId) => SKILL_MARK + skill;
/** The term under which it is filed once more where it is offered. */
const offered = (skill: SkillId) => OFFER_MARK + skill;
const isSkill = (term: string) => term.startsWith(SKILL_MARK) || term.startsWith(OFFER_MARK);

function* termsHad(person: Person, state: State): Generator<string> {
  for (const skill of person.held.keys()) yield marked(skill);
  for (const skill of person.facts.offers) yield offered(skill);
  yield* state.documents.bag(person.facts.personId)?.keys() ?? [];
}

/**
 * The words as typed, and every skill that answers well enough to be said aloud; whoever was not so close as to be the
 * same must offer it. Two people have a reason to meet exactly where a term sought is one had (`hasReason`).
 */
function* termsSought({ need }: Person): Generator<string> {
  if (need === undefined) return;
  yield* need.spoken.keys();
  const skills = new Map<SkillId, number>();
  for (const { answers } of need.skills.values()) {
    for (const [skill, fit] of answers) skills.set(skill, Math.max(fit, skills.get(skill) ?? 0));
  }
  for (const [skill, fit] of skills) {
    if (fit >= SAYABLE) yield fit >= THE_SAME ? marked(skill) : offered(skill);
  }
}

/** Files somebody in the index of the room they are in, as they are now; whoever is away is taken out. */
export function post(id: PersonId, state: State): void {
  const person = state.people.get(id);
  if (person?.presence === undefined) {
    state.room.remove(id);
    return;
  }
  state.room.place(id, person.presence.spaceId, { has: termsHad(person, state), seeks: termsSought(person) });
}

/** Files the words and skills that somebody has now and had not before. */
export function postHelp(
  id: PersonId,
  { words, skills }: { words: readonly string[]; skills: readonly SkillId[] },
  { people, room }: State,
): void {
  if (people.get(id)?.presence === undefined) return;
  room.add(id, words);
  room.add(id, skills.map(marked));
}

/** Who of the room can have a reason to meet a person. Words that too many documents hold are none, and skipped. */
export function reachable(id: PersonId, state: State): PersonId[] {
  const { documents, counters } = state;
  const most = Math.max(3, FREQUENT * documents.size);
  return state.room.sharing(id, {
    isSkipped: (term) => !isSkill(term) && documents.frequency(term) > most,
    read: (postings) => {
      counters.postingsRead += postings;
    },
  });
}
