import { LOAD_HALF_LIFE, strengthAt } from '../evidence.ts';
import type { Person, State } from '../state.ts';
import type { SkillId } from '../types.ts';
import { contactsInCommon, type Encounter } from './circle.ts';

/** How much each ground alone makes a meeting expected, at its fullest (start values). */
const EXPECTED = { company: 0.7, zone: 0.2, closeness: 0.6, rivalry: 0.7, trade: 0.8, popularity: 0.3 };
const POPULAR = 10;

/** How far two sets are the same (Jaccard), in [0, 1]. */
function overlap(a: ReadonlySet<SkillId>, b: ReadonlySet<SkillId>): number {
  const shared = [...a].filter((skill) => b.has(skill)).length;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/** Whether two people have a language or any topic in common; without either a meeting falls flat. */
function haveCommonGround(a: Person, b: Person): boolean {
  if (a.facts.languages.some((language) => b.facts.languages.includes(language))) return true;
  const topicsOf = ({ facts, need }: Person) => new Set([...facts.offers, ...(need?.skills.keys() ?? [])]);
  const isNear = (topics: ReadonlySet<SkillId>, { need }: Person) =>
    [...(need?.skills.values() ?? [])].some(({ answers }) => [...topics].some((skill) => answers.has(skill)));
  const [ours, theirs] = [topicsOf(a), topicsOf(b)];
  return [...ours].some((skill) => theirs.has(skill)) || isNear(ours, b) || isNear(theirs, a);
}

/**
 * How unexpected a meeting is, 0…1: `S = 1 − E`, `E = 1 − Π(1 − e_i)` over having met before, the same company,
 * the same zone, shared contacts, the same offers (rivals more likely than helpers), the same trades (whose people
 * meet anyway), and popularity; halved when the two share neither language nor
 * topic. Closeness is subtracted, never rewarded. Source: Adamopoulos & Tuzhilin (2014).
 */
export function surprise({ a, b, at }: Encounter, state: State): number {
  const first = state.people.get(a);
  const second = state.people.get(b);
  if (first === undefined || second === undefined) return 0;
  const company = first.facts.company !== undefined && first.facts.company === second.facts.company;
  const zone = first.presence?.seat !== undefined && first.presence.seat.zone === second.presence?.seat?.zone;
  const shared = contactsInCommon({ a, b, at }, state);
  const load = Math.max(...[first, second].map(({ load: busy }) => strengthAt(busy, at, LOAD_HALF_LIFE)));
  const grounds = [
    Math.min(1, state.graph.tie(a, b, at)),
    company ? EXPECTED.company : 0,
    zone ? EXPECTED.zone : 0,
    EXPECTED.closeness * (shared / (1 + shared)),
    EXPECTED.rivalry * overlap(new Set(first.facts.offers), new Set(second.facts.offers)),
    EXPECTED.trade * overlap(first.trades, second.trades),
    EXPECTED.popularity * (load / (load + POPULAR)),
  ];
  const unexpected = grounds.reduce((product, e) => product * (1 - e), 1);
  return haveCommonGround(first, second) ? unexpected : unexpected / 2;
}
