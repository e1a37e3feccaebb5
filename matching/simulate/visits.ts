import { chance } from '../chance.ts';
import type { Focus, Openness, SkillId } from '../index.ts';
import { between, happens, normal, oneOf } from './lots.ts';
import { needed, type Townsperson } from './townspeople.ts';

/** One stay: hours of the local day, what is on the mind, and changes of openness in between. */
export interface Visit {
  person: Townsperson;
  arrives: number;
  leaves: number;
  /** When they said they would leave, if they did. */
  until?: number;
  /** What they really need today; the focus says it more or less well. */
  need: SkillId;
  focus: Focus;
  openness: Openness;
  changes: readonly { hour: number; openness: Openness }[];
  /** Hidden, on the logit scale: the mood of the day. */
  mood: number;
}

const OPENS = 8.5;
const CLOSES = 18;
/** Monday to Friday. */
const WEEKDAYS = [0.85, 1.2, 1.05, 1.15, 0.7];
/** A quarter of the visits come and go over the twelve weeks. */
const SEASON = 0.25;

const SAYS = [
  (skill: string) => `I am stuck with ${skill}, who knows about it?`,
  (skill: string) => `looking for somebody who understands ${skill}`,
  (skill: string) => `today: ${skill} for a new client`,
  (skill: string) => `how do you get ${skill} right the first time`,
];
const VAGUE = ['catching up on mail', 'planning the quarter', 'just working', 'a deadline on Friday'];

/** Whether somebody comes on a day, by habit, weekday and season. */
function comes({ habit, facts }: Townsperson, day: number, seed: number): boolean {
  if (day < habit.joins || day > habit.leaves) return false;
  if (day === Math.ceil(habit.joins)) return true;
  const season = 1 + SEASON * Math.sin((2 * Math.PI * day) / 60);
  const share = (habit.visitsAWeek / 5) * (WEEKDAYS[day % 5] ?? 1) * season;
  return happens(`${seed}|comes|${facts.personId}|${day}`, Math.min(0.95, share));
}

/** What somebody works on: the same for about a week, then something else. */
function projectOf({ facts, trade }: Townsperson, day: number, seed: number): SkillId {
  const week = Math.floor((day + 7 * chance(`${seed}|shift|${facts.personId}`)) / 7);
  return needed(`${seed}|project|${facts.personId}|${week}`, trade);
}

function focusOn(need: SkillId, lot: string): Focus {
  if (happens(`${lot}|vague`, 0.15)) return { text: oneOf(`${lot}|what`, VAGUE), skills: [] };
  const skills = happens(`${lot}|taps`, 0.5) ? [need] : [];
  return { text: oneOf(`${lot}|says`, SAYS)(need), skills };
}

function opennessOf(lot: string, arrives: number, leaves: number) {
  const within = (share: number) => arrives + share * (leaves - arrives);
  const mood = chance(`${lot}|open`);
  const turn = within(0.2 + 0.6 * chance(`${lot}|turn`));
  if (mood < 0.72) {
    const changes = happens(`${lot}|closes`, 0.15) ? [{ hour: turn, openness: 'closed' as const }] : [];
    return { openness: 'open' as const, changes };
  }
  const changes = happens(`${lot}|opens`, 0.5) ? [{ hour: turn, openness: 'open' as const }] : [];
  return { openness: mood < 0.9 ? ('breaks' as const) : ('closed' as const), changes };
}

function visitOf(person: Townsperson, day: number, seed: number): Visit {
  const lot = `${seed}|visit|${person.facts.personId}|${day}`;
  const arrives = Math.min(16, Math.max(OPENS, person.habit.arrives + 0.8 * normal(`${lot}|arrives`)));
  const stay = Math.max(0.75, person.habit.stays + normal(`${lot}|stays`));
  const leaves = Math.min(CLOSES, arrives + stay);
  const need = projectOf(person, day, seed);
  return {
    person,
    arrives,
    leaves,
    need,
    focus: focusOn(need, lot),
    mood: 0.5 * normal(`${lot}|mood`),
    ...opennessOf(lot, arrives, leaves),
    ...(happens(`${lot}|tells`, 0.6) ? { until: leaves + between(`${lot}|error`, -1, 1) / 4 } : {}),
  };
}

/** Who comes on a day, in the order they arrive. */
export function visitsOf(people: readonly Townsperson[], day: number, seed: number): Visit[] {
  return people
    .filter((person) => comes(person, day, seed))
    .map((person) => visitOf(person, day, seed))
    .sort((a, b) => a.arrives - b.arrives);
}
