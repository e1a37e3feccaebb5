import { FREQUENT, SAYABLE } from './explain.ts';
import { SKILL_MARK } from './need.ts';
import type { Person, State } from './state.ts';
import type { PersonId, SkillId } from './types.ts';

/** The term under which a skill is filed. */
const marked = (skill: SkillId) => SKILL_MARK + skill;

function* termsHad(person: Person, state: State): Generator<string> {
  for (const skill of person.held.keys()) yield marked(skill);
  yield* state.documents.bag(person.facts.personId)?.keys() ?? [];
}

/** The words as typed, and every skill that answers well enough to be said aloud; a reason needs one of these. */
function* termsSought({ need }: Person): Generator<string> {
  if (need === undefined) return;
  yield* need.spoken.keys();
  const skills = new Set<SkillId>();
  for (const { answers } of need.skills.values()) {
    for (const [skill, fit] of answers) if (fit >= SAYABLE) skills.add(skill);
  }
  for (const skill of skills) yield marked(skill);
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

/** Files what a help has added to its helper: words and skills. Terms that fade out stay until the person leaves. */
export function postHelp(
  id: PersonId,
  words: Iterable<string>,
  skills: readonly SkillId[],
  state: State,
): void {
  if (state.people.get(id)?.presence === undefined) return;
  state.room.add(id, words);
  state.room.add(id, skills.map(marked));
}

/** Who of the room can have a reason to meet a person. Words that too many documents hold are none, and skipped. */
export function reachable(id: PersonId, state: State): PersonId[] {
  const { documents, counters } = state;
  const most = Math.max(3, FREQUENT * documents.size);
  return state.room.sharing(id, {
    isSkipped: (term) => !term.startsWith(SKILL_MARK) && documents.frequency(term) > most,
    read: (postings) => {
      counters.postingsRead += postings;
    },
  });
}
