import type { Person, State } from '../state/state.ts';
import type { PersonId, SkillId } from '../types.ts';
import { marked, offered } from '../vocabulary/need.ts';
import { SAYABLE, THE_SAME } from '../vocabulary/relations.ts';

function* termsHad(person: Person, state: State): Generator<string> {
  for (const skill of person.held.keys()) yield marked(skill);
  for (const skill of person.facts.offers) yield offered(skill);
  yield* state.documents.bag(person.facts.personId)?.keys() ?? [];
}

/**
 * The words as typed, the names of the skills, and every skill that answers well enough to be said aloud; whoever was not
 * so close as to be the same must offer it. Two people share a skill sought exactly where it is a reason to meet
 * (`hasReason`); where they share words only, the words must also tell something.
 */
function* termsSought({ need }: Person): Generator<[term: string, weight: number]> {
  if (need === undefined) return;
  const words = new Set(need.spoken.keys());
  const skills = new Map<SkillId, { fit: number; weight: number }>();
  for (const { weight, answers, names } of need.skills.values()) {
    for (const name of names) for (const word of name.keys()) words.add(word);
    for (const [skill, fit] of answers) {
      const known = skills.get(skill) ?? { fit: 0, weight: 0 };
      skills.set(skill, { fit: Math.max(fit, known.fit), weight: Math.max(weight * fit, known.weight) });
    }
  }
  for (const word of words) yield [word, need.words.get(word) ?? 1];
  for (const [skill, { fit, weight }] of skills) {
    if (fit >= SAYABLE) yield [fit >= THE_SAME ? marked(skill) : offered(skill), weight];
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

/** Files anew what somebody seeks, if they are here. */
export function postNeed(person: Person, { room }: State): void {
  room.seek(person.facts.personId, termsSought(person));
}

/** Files the words and skills that somebody has now and had not before, if they are here. */
export function postHelp(
  id: PersonId,
  { words, skills }: { words: readonly string[]; skills: readonly SkillId[] },
  { room }: State,
): void {
  room.add(id, words);
  room.add(id, skills.map(marked));
}

/** What a profile said before it was changed. */
export interface FormerProfile {
  held: ReadonlySet<SkillId>;
  offers: readonly SkillId[];
  words: ReadonlyMap<string, number>;
}

/** Files what a changed profile adds, and takes out what it no longer says, if the person is here. */
export function postProfile(person: Person, before: FormerProfile, { documents, room }: State): void {
  const id = person.facts.personId;
  const document = documents.bag(id);
  const offers = new Set(person.facts.offers);
  const gone = new Set([
    ...[...before.held].filter((skill) => !person.held.has(skill)).map(marked),
    ...before.offers.filter((skill) => !offers.has(skill)).map(offered),
    ...[...before.words.keys()].filter((word) => !document?.has(word)),
  ]);
  if (gone.size > 0) room.drop(id, gone);
  room.add(id, [...person.held.keys()].filter((skill) => !before.held.has(skill)).map(marked));
  room.add(id, [...offers].filter((skill) => !before.offers.includes(skill)).map(offered));
  // A word that the profile says as often as the whole document was said by nothing else.
  const isNews = ([word, count]: [string, number]) =>
    !before.words.has(word) && document?.get(word) === count;
  room.add(
    id,
    [...person.profile].filter(isNews).map(([word]) => word),
  );
}
