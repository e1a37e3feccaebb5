import type { RealNeed, Records } from './benchmark.ts';
import {
  type Change,
  type Character,
  type DayPlan,
  type Mind,
  NOTHING_ON_MIND,
  TODAY,
  type Visit,
} from './day.ts';
import { lot } from './lot.ts';
import { madeUpName } from './made-up-name.ts';
import { createRoom, type Span } from './room.ts';

/** So many days of the records make one of the house: a single one asks too little to fill it. */
const DAYS_IN_ONE = 2;
const MOST_OFFERS = 6;
/** Who helped within so many days counts as active. */
const ACTIVE_DAYS = 30;
/** A yes to somebody who, in the records, did not help. */
const CHANCE_OF_YES = 0.2;

const FIRST_MINUTE = TODAY.opens + 5;
const LAST_MINUTE = TODAY.closes - 15;

/** Public ids of the records as the house spells ids. */
const idOf = (person: string) => person.replace(/[^A-Za-z0-9_-]/g, '-');

/** What the sites make every question about themselves carry: it says of which kind a post is, not what it is about. */
const KIND_OF_POST = /^(?:bug|discussion|feature-request|support|faq|featured|status-.*)$/;

const subjectsOf = ({ tags }: RealNeed) => tags.filter((tag) => !KIND_OF_POST.test(tag));

const wordsOf = (tags: readonly string[]) => tags.map((tag) => tag.replaceAll('-', ' '));

const mindOf = (need: RealNeed): Mind => ({ text: need.title, tags: wordsOf(subjectsOf(need)) });

/**
 * What everybody had helped with before `day`, most often first: at most six tags a person. Nothing that was said
 * on that day or later is known.
 */
export function offersBefore({ needs, helps }: Records, day: number): Map<string, string[]> {
  const asked = new Map(needs.map((need) => [need.id, need]));
  const counts = new Map<string, Map<string, number>>();
  for (const { need, helper, t } of helps) {
    const found = asked.get(need);
    if (t >= day || !found || found.asker === helper) continue;
    const own = counts.get(helper) ?? new Map<string, number>();
    for (const tag of subjectsOf(found)) own.set(tag, (own.get(tag) ?? 0) + 1);
    counts.set(helper, own);
  }
  const best = (own: Map<string, number>) =>
    [...own].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, MOST_OFFERS);
  return new Map([...counts].map(([helper, own]) => [helper, best(own).map(([tag]) => tag)]));
}

/** When somebody has to be here, and what they ask meanwhile. */
interface Stay extends Span {
  asks: { minute: number; need: RealNeed }[];
}

function spanOf(from: number, to: number): Span {
  const arrives = Math.max(FIRST_MINUTE, Math.round(from));
  return { arrives, leaves: Math.min(LAST_MINUTE, Math.max(arrives + 30, Math.round(to))) };
}

/** Who stays when. A person who is wanted twice stays from the first to the last; where the room is full, not. */
function createStays() {
  const room = createRoom();
  const stays = new Map<string, Stay>();
  return {
    stays,
    add(person: string, span: Span): Stay | undefined {
      const before = stays.get(person);
      const arrives = Math.min(before?.arrives ?? span.arrives, span.arrives);
      const leaves = Math.max(before?.leaves ?? span.leaves, span.leaves);
      const wider: Stay = { arrives, leaves, asks: before?.asks ?? [] };
      if (before) room.give(before);
      const kept = room.hasPlaceFor(wider) ? wider : before;
      if (!kept) return undefined;
      room.take(kept);
      stays.set(person, kept);
      return kept === wider ? kept : undefined;
    },
  };
}

/** Those who helped lately, the more active the likelier first (Efraimidis and Spirakis, 2006). */
function activeBefore({ helps }: Records, day: number, seed: string): string[] {
  const counts = new Map<string, number>();
  for (const { helper, t } of helps)
    if (t < day && t >= day - ACTIVE_DAYS) counts.set(helper, (counts.get(helper) ?? 0) + 1);
  const keyed = [...counts].map(([person, n]) => ({
    person,
    key: lot(`${seed} crowd ${person}`) ** (1 / n),
  }));
  return keyed.sort((a, b) => b.key - a.key).map(({ person }) => person);
}

/** The stays of one day of the house: its askers, those who really helped them, and others active then. */
function staysOf(records: Records, day: number, seed: string): Map<string, Stay> {
  const { stays, add } = createStays();
  const today = records.needs.filter(({ t }) => t >= day && t < day + DAYS_IN_ONE);
  const minuteOf = ({ t }: RealNeed) =>
    FIRST_MINUTE + 45 + ((t - day) / DAYS_IN_ONE) * (LAST_MINUTE - FIRST_MINUTE - 120);
  for (const need of today) {
    const minute = Math.round(minuteOf(need));
    const length = (what: string) => 40 + 80 * lot(`${seed} ${need.id} ${what}`);
    const stay = add(need.asker, spanOf(minute, minute + length('asks')));
    if (!stay) continue;
    stay.asks.push({ minute, need });
    const helpers = records.helps.filter((help) => help.need === need.id && help.helper !== need.asker);
    for (const { helper } of helpers)
      add(helper, spanOf(minute - length(helper) / 2, minute + length(helper)));
  }
  for (const person of activeBefore(records, day, seed)) {
    if (stays.has(person)) continue;
    const from = FIRST_MINUTE + lot(`${seed} ${person} from`) * (LAST_MINUTE - FIRST_MINUTE - 90);
    add(person, spanOf(from, from + 90 + 120 * lot(`${seed} ${person} stays`)));
  }
  return stays;
}

function visitOf(person: Character, { arrives, leaves, asks }: Stay): Visit {
  const [first] = asks;
  const asksAtTheDoor = first !== undefined && first.minute <= arrives;
  const later = asksAtTheDoor ? asks.slice(1) : asks;
  const changes = later.map(({ minute, need }): Change => ({ minute, mind: mindOf(need) }));
  const mind = asksAtTheDoor ? mindOf(first.need) : NOTHING_ON_MIND;
  return { person, arrives, leaves, openness: 'open', mind, changes };
}

function realPairs(records: Records, day: number): Set<string> {
  const today = new Map(
    records.needs.filter(({ t }) => t >= day && t < day + DAYS_IN_ONE).map((need) => [need.id, need]),
  );
  return new Set(
    records.helps.flatMap(({ need, helper }) => {
      const asker = today.get(need)?.asker;
      return asker === undefined ? [] : [`${idOf(asker)} ${idOf(helper)}`];
    }),
  );
}

/**
 * A stretch of the records, played as one day of the house: real needs are asked by their askers, with what was known before
 * that day; phones say yes to whoever really helped, and otherwise seldom.
 */
export function dataDay(records: Records, day: number, seed: string): DayPlan {
  const offers = offersBefore(records, day);
  const pairs = realPairs(records, day);
  const characterOf = (person: string): Character => ({
    personId: idOf(person),
    name: madeUpName(person),
    languages: ['en'],
    offers: [],
    offerWords: wordsOf(offers.get(person) ?? []),
    needs: [],
  });
  const reallyHelped = ([a, b]: readonly [string, string]) =>
    pairs.has(`${a} ${b}`) || pairs.has(`${b} ${a}`);
  const visits = [...staysOf(records, day, seed)].map(([person, stay]) => visitOf(characterOf(person), stay));
  return {
    visits: visits.sort((a, b) => a.arrives - b.arrives),
    reallyHelped,
    saysYes: ({ me, other }) => reallyHelped([me, other]) || lot(`${seed} ${me} ${other}`) < CHANCE_OF_YES,
  };
}
