import { z } from 'zod';
import { openness } from '#contract/checkins';
import type { Fact } from '#contract/introductions';
import { language } from '#contract/platform';
import {
  type Change,
  type Character,
  type DayPlan,
  type Mind,
  type Question,
  TODAY,
  type Visit,
} from './day.ts';
import { drawn, lot } from './lot.ts';
import { createRoom } from './room.ts';
import written from './town.json' with { type: 'json' };

const neighbour = z.strictObject({
  id: z.string(),
  name: z.string(),
  languages: z.tuple([language], language),
  about: z.string().optional(),
  company: z.string().optional(),
  offers: z.array(z.string()),
  needs: z.array(z.string()),
  focuses: z.array(z.string()).min(1),
  habits: z.strictObject({
    arrivesAround: z.string().regex(/^\d\d:\d\d$/),
    staysHours: z.number().positive(),
    days: z.array(z.int().min(1).max(7)),
  }),
  openness,
});

/** Somebody of the written town, with their habits. */
export type Neighbour = z.infer<typeof neighbour>;

const JITTER_MINUTES = 20;
/** The last are gone a little before the doors close. */
const LAST_CALL_MINUTES = 10;

/** The written town of Utrecht. */
export function readTown(): Neighbour[] {
  return z.array(neighbour).parse(written);
}

/** How well a fact speaks for a meeting, to the one who gains by it. */
const WEIGHT = {
  offers_what_you_need: 0.4,
  helped_with_this_before: 0.4,
  speaks_of_it: 0.2,
  same_focus: 0.15,
  never_met: 0,
  another_trade: 0.05,
  another_company: 0,
  newcomer: 0.05,
} as const satisfies Record<Fact['code'], number>;

const weightOf = (facts: readonly Fact[]) => facts.reduce((sum, { code }) => sum + WEIGHT[code], 0);

/** The chance of a yes: how well the reasons fit, what one can give, and the mood of the day. 0…1. */
export function inclination({ forYou, forThem, shared }: Question['introduction'], mood: number): number {
  const fit = Math.min(0.8, weightOf(forYou)) + Math.min(0.3, weightOf(forThem) / 2) + weightOf(shared);
  return Math.min(0.95, fit + 0.4 * mood);
}

const mindOf = (text: string): Mind => ({ text });

function characterOf({ id, name, languages, about, company, offers, needs }: Neighbour): Character {
  return { personId: id, name, languages, about, company, offers, offerWords: [], needs };
}

/** Some close for three quarters of an hour of work, some get something else on their mind. */
function changesOf(person: Neighbour, arrives: number, leaves: number, lots: string): Change[] {
  const kind = lot(`${lots} change`);
  const minute = Math.round(arrives + (0.3 + 0.4 * lot(`${lots} when`)) * (leaves - arrives));
  if (person.openness === 'open' && kind < 0.25 && minute + 45 < leaves)
    return [
      { minute, openness: 'breaks' },
      { minute: minute + 45, openness: 'open' },
    ];
  if (kind > 0.75) return [{ minute, mind: mindOf(drawn(person.focuses, `${lots} next`)) }];
  return [];
}

function visitOf(person: Neighbour, seed: string): Visit {
  const lots = `${seed} ${person.id}`;
  const jitter = (what: string) => Math.round((lot(`${lots} ${what}`) * 2 - 1) * JITTER_MINUTES);
  const [hours = 0, minutes = 0] = person.habits.arrivesAround.split(':').map(Number);
  const arrives = Math.max(TODAY.opens + 1, hours * 60 + minutes + jitter('arrival'));
  const latest = TODAY.closes - LAST_CALL_MINUTES - Math.round(lot(`${lots} last`) * 10);
  const leaves = Math.min(latest, arrives + person.habits.staysHours * 60 + jitter('leaving'));
  return {
    person: characterOf(person),
    arrives,
    leaves,
    openness: person.openness,
    mind: mindOf(drawn(person.focuses, `${lots} focus`)),
    changes: changesOf(person, arrives, leaves, lots),
  };
}

/** Those for whom there is a place all the while, first come, first served. */
function seatedOf(visits: readonly Visit[]): Visit[] {
  const room = createRoom();
  return visits.filter((visit) => {
    const hasPlace = room.hasPlaceFor(visit);
    if (hasPlace) room.take(visit);
    return hasPlace;
  });
}

/** A day of the written town: whoever comes on this weekday, around their own hour. */
export function townDay(town: readonly Neighbour[], seed: string): DayPlan {
  const visits = town
    .filter(({ habits }) => habits.days.includes(TODAY.weekday))
    .map((person) => visitOf(person, seed))
    .sort((a, b) => a.arrives - b.arrives);
  return {
    visits: seatedOf(visits),
    saysYes: ({ me, other, introduction }) =>
      lot(`${seed} ${me} ${other}`) < inclination(introduction, lot(`${seed} ${me} mood`)),
  };
}

const QUICK = { people: 8, leaves: 12 * 60 };

/** A few people who come at once and are in the best of moods: the shortest day in which somebody meets. */
export function quickDay(town: readonly Neighbour[], seed: string): DayPlan {
  const visits = town.slice(0, QUICK.people).map((person): Visit => {
    const visit = visitOf(person, seed);
    return { ...visit, arrives: TODAY.opens + 1, leaves: QUICK.leaves, openness: 'open', changes: [] };
  });
  return { visits, saysYes: () => true };
}
