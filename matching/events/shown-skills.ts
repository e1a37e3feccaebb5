import { strengthened } from '../state/evidence.ts';
import type { Given, Person, ShownSkill, State } from '../state/state.ts';
import type { SkillId } from '../types.ts';
import type { Ground } from './ground.ts';

/** Puts a skill among those that a person holds, if it is not; returns its number. */
export function hold(person: Person, skill: SkillId, { holders, lexicon }: State): number {
  const known = person.held.get(skill);
  if (known !== undefined) return known;
  const number = lexicon.keepSkill(skill);
  person.held.set(skill, number);
  holders.add(number);
  return number;
}

/** Takes a skill from those that a person holds. */
export function letGoOf(person: Person, skill: SkillId, { holders, lexicon }: State): void {
  const number = person.held.get(skill);
  if (number === undefined) return;
  person.held.delete(skill);
  holders.take(number);
  lexicon.letGo(number);
}

/** A skill after it was shown once more. */
function shownOnceMore(
  before: ShownSkill | undefined,
  { weight, at }: Pick<Given, 'weight' | 'at'>,
  { settings }: Ground,
): ShownSkill {
  return {
    lasting: strengthened(before?.lasting, weight, at, settings.halfLifeDays),
    habit: strengthened(before?.habit, weight, at, settings.habitHalfLifeDays),
  };
}

/** Somebody showed some skills by helping. */
export function show(person: Person, skills: readonly SkillId[], given: Given, ground: Ground): void {
  const { state } = ground;
  person.holdings = undefined;
  for (const skill of skills) {
    hold(person, skill, state);
    const shown = shownOnceMore(person.shown.get(skill), given, ground);
    person.shown.set(skill, shown);
    state.graph.showed(person.facts.personId, skill, shown.lasting);
  }
}

/** Every help of somebody that is remembered, with the skills it showed, in the order in which they were given. */
function helpsOf({ facts, helpedWith }: Person, { needs }: State) {
  return [...helpedWith]
    .flatMap((key) => {
      const need = needs.get(key);
      const given = need?.helpers.get(facts.personId)?.given ?? [];
      return given.filter(({ weight }) => weight > 0).map((one) => ({ ...one, skills: need?.skills ?? [] }));
    })
    .sort((a, b) => a.order - b.order);
}

/** Tells some skills of a person anew from the helps that are remembered, after some of these were forgotten. */
export function showAnew(person: Person, skills: ReadonlySet<SkillId>, ground: Ground): void {
  const { state } = ground;
  const helps = helpsOf(person, state);
  person.holdings = undefined;
  person.lastHelped = undefined;
  for (const { at } of helps) person.lastHelped = Math.max(at, person.lastHelped ?? 0);
  for (const skill of skills) {
    let shown: ShownSkill | undefined;
    for (const help of helps) if (help.skills.includes(skill)) shown = shownOnceMore(shown, help, ground);
    state.graph.showed(person.facts.personId, skill, shown?.lasting);
    if (shown !== undefined) person.shown.set(skill, shown);
    else {
      person.shown.delete(skill);
      if (!person.facts.offers.includes(skill)) letGoOf(person, skill, state);
    }
  }
}
