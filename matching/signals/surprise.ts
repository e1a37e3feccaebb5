import type { Moment } from '../rank.ts';
import { LOAD_HALF_LIFE, strengthAt } from '../state/evidence.ts';
import type { Person } from '../state/state.ts';
import type { SkillId } from '../types.ts';
import { contactsInCommon } from './circle.ts';

/** How much each ground alone makes a meeting expected, at its fullest (start values). */
const EXPECTED = { company: 0.7, zone: 0.2, closeness: 0.6, rivalry: 0.7, trade: 0.8, popularity: 0.3 };
const POPULAR = 10;

/** How far two sets are the same (Jaccard), in [0, 1]; `size` is that of theirs, which holds each skill once. */
export function overlap(ours: ReadonlySet<SkillId>, theirs: Iterable<SkillId>, size: number): number {
  let shared = 0;
  for (const skill of theirs) if (ours.has(skill)) shared++;
  return shared === 0 ? 0 : shared / (ours.size + size - shared);
}

/** Whether two people have a language or any topic in common; without either a meeting falls flat. */
function haveCommonGround(a: Person, b: Person): boolean {
  if (a.facts.languages.some((language) => b.facts.languages.includes(language))) return true;
  const topicsOf = ({ facts, need }: Person) => new Set([...facts.offers, ...(need?.skills.keys() ?? [])]);
  const isNear = (topics: ReadonlySet<SkillId>, { need }: Person) =>
    [...(need?.skills.values() ?? [])].some(({ meaning }) =>
      [...topics].some((skill) => meaning.answers.has(skill)),
    );
  const [ours, theirs] = [topicsOf(a), topicsOf(b)];
  return [...ours].some((skill) => theirs.has(skill)) || isNear(ours, b) || isNear(theirs, a);
}

/**
 * How unexpected a meeting with each of some others is, 0…1: `S = 1 − E`, `E = 1 − Π(1 − e_i)` over having met before,
 * the same company, the same zone, shared contacts, the same offers (rivals more likely than helpers), the same trades
 * (whose people meet anyway), and popularity; halved when the two share neither language nor topic. Closeness is
 * subtracted, never rewarded. Source: Adamopoulos & Tuzhilin (2014).
 */
export function surprises(x: Person, others: readonly Person[], moment: Moment): number[] {
  const { at, settings } = moment;
  const shared = contactsInCommon(x, others, moment);
  const offers = new Set(x.facts.offers);
  const { company } = x.facts;
  const zone = x.presence?.seat?.zone;
  const busy = strengthAt(x.load, at, LOAD_HALF_LIFE);
  return others.map((y, i) => {
    const tie = strengthAt(x.pairs.get(y.facts.personId)?.tie, at, settings.halfLifeDays);
    const near = shared[i] ?? 0;
    const load = Math.max(busy, strengthAt(y.load, at, LOAD_HALF_LIFE));
    const isColleague = company !== undefined && company === y.facts.company;
    const isNeighbour = zone !== undefined && zone === y.presence?.seat?.zone;
    const unexpected =
      (1 - Math.min(1, tie)) *
      (1 - (isColleague ? EXPECTED.company : 0)) *
      (1 - (isNeighbour ? EXPECTED.zone : 0)) *
      (1 - EXPECTED.closeness * (near / (1 + near))) *
      (1 - EXPECTED.rivalry * overlap(offers, y.facts.offers, y.facts.offers.length)) *
      (1 - EXPECTED.trade * overlap(x.trades, y.trades, y.trades.size)) *
      (1 - EXPECTED.popularity * (load / (load + POPULAR)));
    return haveCommonGround(x, y) ? unexpected : unexpected / 2;
  });
}
