import { chance } from '../chance.ts';
import type { PersonFacts, SkillId } from '../index.ts';
import { LANGUAGES } from '../vocabulary/words.ts';
import { between, happens, normal, oneOf, waiting } from './lots.ts';
import { groupOf, skillsOf, type Trade, trades } from './trades.ts';

/** Somebody of the town: what the engine is told of them, and what it is not. */
export interface Townsperson {
  /** All that the engine is told. */
  facts: PersonFacts;
  trade: Trade;
  /** Where their friends are, 0…5: mostly, not always, that of the trade. */
  group: number;
  team: string;
  /** Hidden: what they can really do, 0…1. */
  able: ReadonlyMap<SkillId, number>;
  /** Hidden, on the logit scale: how readily they say yes to anybody. */
  sociability: number;
  /** Hidden, on the logit scale: what meeting people of other circles is worth to them. */
  curiosity: number;
  /** Hidden: whom they get on with, as a point on a sphere. */
  temper: readonly [number, number, number];
  habit: Habit;
}

/** When somebody comes. Days are opening days, counted from 0; hours are of the local day. */
export interface Habit {
  joins: number;
  leaves: number;
  visitsAWeek: number;
  arrives: number;
  stays: number;
}

/** A true ability or two outside the own trade, and three to five within. */
function abilities(lot: string, trade: Trade): Map<SkillId, number> {
  const able = new Map<SkillId, number>();
  const level = (skill: SkillId) => 0.4 + 0.6 * chance(`${lot}|level|${skill}`);
  for (let i = 0; i < between(`${lot}|depth`, 3, 5); i++) {
    const skill = oneOf(`${lot}|own|${i}`, skillsOf(trade));
    able.set(skill, level(skill));
  }
  for (let i = 0; i < between(`${lot}|breadth`, 0, 2); i++) {
    const skill = oneOf(`${lot}|other|${i}`, skillsOf(oneOf(`${lot}|side|${i}`, trades)));
    able.set(skill, 0.8 * level(skill));
  }
  return able;
}

/** Profiles are wrong in both directions: a fifth of what people can is not said, and a fifth is said without ground. */
function profile(lot: string, trade: Trade, able: ReadonlyMap<SkillId, number>) {
  const offers = [...able.keys()].filter((skill) => happens(`${lot}|says|${skill}`, 0.8));
  if (happens(`${lot}|stale`, 0.6)) offers.push(oneOf(`${lot}|stale what`, skillsOf(trade)));
  const boast = oneOf(`${lot}|boast`, skillsOf(oneOf(`${lot}|boast of`, trades)));
  const told = [...able.keys()].find((skill) => happens(`${lot}|tells|${skill}`, 0.3));
  const about = [
    'We started two years ago and are growing.',
    happens(`${lot}|boasts`, 0.5) ? `I am fascinated by ${boast}.` : '',
    told === undefined ? '' : `I have done a lot of ${told}.`,
  ];
  return { offers, about: about.join(' ') };
}

function temperOf(lot: string): [number, number, number] {
  const [x, y, z] = [normal(`${lot}|x`), normal(`${lot}|y`), normal(`${lot}|z`)];
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

function habitOf(lot: string, joins: number): Habit {
  return {
    joins,
    leaves: joins + 5 + waiting(`${lot}|leaves`, 60),
    visitsAWeek: 0.7 + 3.5 * chance(`${lot}|visits`) ** 1.5,
    arrives: 9.6 + 1.2 * normal(`${lot}|arrives`),
    stays: 3 + 4.5 * chance(`${lot}|stays`),
  };
}

function townsperson(lot: string, personId: string, { team, trade, joins }: Team): Townsperson {
  const own = happens(`${lot}|odd one`, 0.15) ? oneOf(`${lot}|trade`, trades) : trade;
  const able = abilities(lot, own);
  const languages = LANGUAGES.filter((_, i) => happens(`${lot}|speaks|${i}`, i === 0 ? 0.85 : 0.25));
  const { offers, about } = profile(lot, own, able);
  const needs = happens(`${lot}|keeps`, 0.3) ? [needed(`${lot}|kept`, own)] : [];
  return {
    facts: { personId, languages, offers, needs, about, company: team, consents: true },
    trade: own,
    group: happens(`${lot}|elsewhere`, 0.25) ? between(`${lot}|group`, 0, 5) : groupOf(own),
    team,
    able,
    sociability: normal(`${lot}|sociability`),
    curiosity: 0.2 + 0.5 * normal(`${lot}|curiosity`),
    temper: temperOf(lot),
    habit: habitOf(lot, joins + (happens(`${lot}|later`, 0.5) ? between(`${lot}|when`, 1, 15) : 0)),
  };
}

/** Most questions are of one's own trade, where one's friends are; that is what a good introduction must get past. */
export function needed(lot: string, trade: Trade): SkillId {
  const field = happens(`${lot}|own`, 0.7) ? trade : oneOf(`${lot}|field`, trades);
  return oneOf(`${lot}|skill`, skillsOf(field));
}

interface Team {
  team: string;
  trade: Trade;
  joins: number;
}

/** The people of a town over some days: teams of one to five, half of them there from the first day. */
export function populate(seed: number, { teams, days }: { teams: number; days: number }): Townsperson[] {
  const people: Townsperson[] = [];
  for (let i = 0; i < teams; i++) {
    const lot = `${seed}|team|${i}`;
    const joins = happens(`${lot}|early`, 0.5) ? 0 : between(`${lot}|joins`, 1, days - 1);
    const team = { team: `team ${i}`, trade: oneOf(`${lot}|trade`, trades), joins };
    for (let j = 0; j < between(`${lot}|size`, 1, 5); j++)
      people.push(townsperson(`${lot}|${j}`, `person ${i}.${j}`, team));
  }
  return people;
}
