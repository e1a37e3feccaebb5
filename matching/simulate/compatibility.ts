import type { SkillId } from '../index.ts';
import { happens, logistic, normal, waiting } from './lots.ts';
import type { Townsperson } from './townspeople.ts';
import { tradeOf } from './trades.ts';
import type { Visit } from './visits.ts';

/**
 * What decides how people answer and what comes of it. The engine sees none of it: neither what somebody can really do
 * (`able`, of which profiles tell a part and add what is not so), nor what they really need when their focus is vague,
 * nor sociability, curiosity, mood or temper. Chance keyed by the two and the day does the rest, so two engines that
 * offer the same pair on the same day get the same answers.
 *
 * ```
 * help(x←y)  = able_y(need_x), or .45 of y's best ability in that trade
 * yes_x      = σ(−1.5 + sociability_x + mood_x + 2.6·seen(x←y) + 1.3·seen(y←x) ± ½·curiosity_x − .4·offers before today)
 * met        = σ(1.2 + temper), if both said yes and have twenty minutes left
 * useful_x   = σ(−1.8 + 3.2·help(x←y) + .8·temper ± .25)
 * ```
 * `seen` is help with an error of .2, for a reason says less than the truth; ± is plus where the two share neither team
 * nor interest group, minus where they do; temper is the cosine of the two. One offer in eight is never looked at.
 */
export interface Pairing {
  x: Visit;
  y: Visit;
  day: number;
  seed: number;
}

const TWENTY_MINUTES = 1 / 3;

/** Whether two people share neither a team nor an interest group. */
export function crosses(a: Townsperson, b: Townsperson): boolean {
  return a.team !== b.team && a.group !== b.group;
}

function helpOf(giver: Townsperson, need: SkillId): number {
  const exact = giver.able.get(need);
  if (exact !== undefined) return exact;
  const trade = tradeOf(need);
  const near = [...giver.able].filter(([skill]) => tradeOf(skill) === trade).map(([, level]) => level);
  return 0.45 * Math.max(0, ...near);
}

const lotOf = ({ x, y, day, seed }: Pairing) =>
  `${seed}|${x.person.facts.personId}|${y.person.facts.personId}|${day}`;

const bothWays = ({ x, y, day, seed }: Pairing) => {
  const [first, second] = x.person.facts.personId < y.person.facts.personId ? [x, y] : [y, x];
  return lotOf({ x: first, y: second, day, seed });
};

const temperOf = ({ x, y }: Pairing) =>
  x.person.temper.reduce((sum, part, i) => sum + part * (y.person.temper[i] ?? 0), 0);

/** How x answers an offer to meet y: yes, no, or never; and after how many hours. */
export function answerOf(
  pairing: Pairing,
  offersBefore: number,
): { yes: boolean; after: number } | undefined {
  const { x, y } = pairing;
  const lot = lotOf(pairing);
  if (happens(`${lot}|ignores`, 1 / 8)) return undefined;
  const gain = helpOf(y.person, x.need) + 0.2 * normal(`${lot}|gain`);
  const gives = helpOf(x.person, y.need) + 0.2 * normal(`${lot}|gives`);
  const other = (crosses(x.person, y.person) ? 0.5 : -0.5) * x.person.curiosity;
  const score = -1.5 + x.person.sociability + x.mood + 2.6 * gain + 1.3 * gives + other - 0.4 * offersBefore;
  return { yes: happens(`${lot}|yes`, logistic(score)), after: waiting(`${lot}|after`, 0.1) };
}

/** Whether two who both said yes meet, with so many hours left for both. */
export function meet(pairing: Pairing, hoursLeft: number): boolean {
  if (hoursLeft < TWENTY_MINUTES) return false;
  return happens(`${bothWays(pairing)}|met`, logistic(1.2 + temperOf(pairing)));
}

/** Whether x found it useful to have met y. */
export function isUseful(pairing: Pairing): boolean {
  const { x, y } = pairing;
  const other = crosses(x.person, y.person) ? 0.25 : -0.25;
  const score = -1.8 + 3.2 * helpOf(y.person, x.need) + 0.8 * temperOf(pairing) + other;
  return happens(`${lotOf(pairing)}|useful`, logistic(score));
}
