import type { EngineEvent, Fact, PersonFacts, PersonId, SkillId } from '../../matching/index.ts';
import { stem, wordsOf } from '../../matching/words.ts';
import { vocabulary } from './builders.ts';

const words = vocabulary();
const stems = (text: string) => wordsOf(text).map(({ word, script }) => stem(word, script));

/** What the events say of a person, told anew and without the engine. */
function told(events: readonly EngineEvent[], personId: PersonId) {
  let facts: PersonFacts | undefined;
  let focus = { text: '', skills: [] as readonly SkillId[] };
  let offered = 0;
  const said: string[] = [];
  const helps: { skills: readonly SkillId[]; at: number }[] = [];
  let everHelped = false;
  for (const event of events) {
    if (event.type === 'person.changed' && event.person.personId === personId) facts = event.person;
    if (
      (event.type === 'presence.started' || event.type === 'presence.changed') &&
      event.personId === personId
    )
      focus = event.focus;
    if (event.type === 'pair.offered' && event.pair.includes(personId)) offered++;
    if (event.type !== 'need.helped' || event.helper !== personId) continue;
    everHelped = true;
    if (event.weight === 0) continue;
    helps.push({ skills: event.need.skills, at: event.at });
    said.push(event.text ?? '', event.need.text, ...event.need.skills.map((skill) => words.namesOf(skill)));
  }
  said.push(facts?.about ?? '', ...(facts?.offers ?? []).map((skill) => words.namesOf(skill)));
  return { facts, focus, offered, everHelped, said: new Set(stems(said.join(' '))), helps };
}

/** The stems of what somebody typed and of the names of the skills they ask for. */
const asked = (text: string, needed: readonly SkillId[]) =>
  stems([text, ...needed.map((skill) => words.namesOf(skill))].join(' '));

function kin(need: SkillId, offer: SkillId): boolean {
  return need === offer || words.parentsOf(need).includes(offer) || words.parentsOf(offer).includes(need);
}

/** Whether a fact told to `self` about `other` follows from the events. Needs a history without erasures. */
export function isTrue(fact: Fact, self: PersonId, other: PersonId, events: readonly EngineEvent[]): boolean {
  const mine = told(events, self);
  const theirs = told(events, other);
  const read = words.propose(mine.focus.text).map(({ skill }) => skill);
  const needed = [...(mine.facts?.needs ?? []), ...mine.focus.skills, ...read];
  switch (fact.code) {
    case 'offers_what_you_need':
      return (
        needed.includes(fact.need) &&
        theirs.facts?.offers.includes(fact.offer) === true &&
        kin(fact.need, fact.offer)
      );
    case 'helped_with_this_before':
      return (
        needed.some((need) => kin(need, fact.skill)) &&
        theirs.helps.some(({ skills, at }) => skills.includes(fact.skill) && at === fact.at)
      );
    case 'speaks_of_it':
      return (
        fact.words.length > 0 &&
        fact.words.length <= 3 &&
        fact.words.every((word) => asked(mine.focus.text, needed).some((key) => stems(word).includes(key))) &&
        fact.words.every((word) => stems(word).every((key) => theirs.said.has(key)))
      );
    case 'same_focus':
      return mine.focus.skills.includes(fact.skill) && theirs.focus.skills.includes(fact.skill);
    case 'never_met':
      return !events.some(
        (event) =>
          (event.type === 'pair.met' && event.pair.includes(self) && event.pair.includes(other)) ||
          (event.type === 'need.helped' &&
            event.weight > 0 &&
            [event.asker, event.helper].every((id) => id === self || id === other)),
      );
    case 'another_trade':
      return !mine.facts?.offers.some((skill) => theirs.facts?.offers.includes(skill));
    case 'another_company':
      return mine.facts?.company !== theirs.facts?.company;
    case 'newcomer':
      return [mine, theirs].some(({ offered, everHelped }) => offered === 0 && !everHelped);
  }
}
