import type { Need } from './need.ts';
import type { Moment } from './rank.ts';
import { recall, votes } from './signals/memory.ts';
import { bestAnswer, skillScores, skillsGiven } from './signals/skills.ts';
import { textCovered, textScores } from './signals/text.ts';
import type { Person, State } from './state.ts';
import type { PersonId } from './types.ts';
import { yardstickOf } from './yardstick.ts';

interface Shares {
  memory: number;
  text: number;
  skills: number;
}

/** How far each channel alone is trusted to say that somebody can help at all (start values). */
const ABLE: Shares = { memory: 0.8, text: 0.7, skills: 1 };
/** How far each channel alone is trusted to say that somebody helps with this now; set on the validation rooms. */
const APT: Shares = { memory: 0.8, text: 0.7, skills: 0.9 };
/** The share of a perfect match at which a channel has said two thirds of what it can say. */
const HALFWAY: Shares = { memory: 0.1, text: 0.5, skills: 1 };

/** Any channel may be the one that knows: `1 − Π(1 − trust·share)` (noisy-or, Pearl 1988). */
function either(shares: Shares, trust: Shares): number {
  return (
    1 -
    (1 - trust.memory * shares.memory) * (1 - trust.text * shares.text) * (1 - trust.skills * shares.skills)
  );
}

const share = (score: number, ideal: number) => (ideal === 0 ? 0 : score / ideal);

/** What there is to say of one person and one need. */
interface Evidence {
  /** The best that a single past need says. */
  nearest: number;
  voted: number;
  text: number;
  skills: number;
}

/** Able and apt, as in `fitOf`, from what each channel says. */
function weighedUp(
  said: Evidence,
  person: Person,
  need: Need,
  state: State,
  { at, settings }: Moment,
): number {
  const perfect = yardstickOf(need, state);
  const upTo = (part: number, halfway: number) => 1 - Math.exp(-part / halfway);
  const able = either(
    {
      memory: said.nearest ** 2,
      text: textCovered(need, person.facts.personId, state) ** 2,
      skills: bestAnswer(need, person, { at, halfLifeDays: settings.halfLifeDays }),
    },
    ABLE,
  );
  if (able === 0) return 0;
  const apt = either(
    {
      memory: upTo(said.voted, HALFWAY.memory),
      text: upTo(share(said.text, perfect.text), HALFWAY.text),
      skills: upTo(share(said.skills, perfect.skills), HALFWAY.skills),
    },
    APT,
  );
  return able * (0.5 + 0.5 * apt);
}

/** What past needs say of each candidate: the best single one, and the votes of all. */
function remembered(need: Need, candidates: readonly PersonId[], state: State, moment: Moment) {
  const recalled = recall(need, candidates, state);
  const nearest = new Map<PersonId, number>();
  for (const { need: past, covered } of recalled.similar) {
    for (const [helper, { weight }] of past.helpers) {
      nearest.set(helper, Math.max(weight * covered, nearest.get(helper) ?? 0));
    }
  }
  const scale = recalled.ideal === 0 ? 1 : recalled.ideal;
  const halfLifeDays = moment.settings.habitHalfLifeDays;
  return {
    nearest,
    voted: votes(recalled, candidates, state, { at: moment.at, halfLifeDays, scale, sharpness: 1 }),
  };
}

/**
 * How well candidates can help with a need, on an absolute scale of 0…1 that does not depend on who else is here, so
 * that nobody is lifted by the mere absence of better ones and both directions of a pair compare:
 * `able·(½ + ½·apt)`. `able` asks for the single best piece of evidence, however old; `apt` adds all evidence up
 * and prefers who helps lately. Coverage is squared in `able`, because one word out of five may be an accident.
 */
export function fitOf(need: Need, candidates: readonly Person[], state: State, moment: Moment): number[] {
  const ids = candidates.map(({ facts }) => facts.personId);
  const { nearest, voted } = remembered(need, ids, state, moment);
  const text = textScores(need, ids, state);
  const habit = { at: moment.at, halfLifeDays: moment.settings.habitHalfLifeDays };
  const skills = skillScores(need, ids, state, habit);
  return candidates.map((person, i) => {
    const id = ids[i] ?? '';
    const said = {
      nearest: nearest.get(id) ?? 0,
      voted: voted.get(id) ?? 0,
      text: text.get(id) ?? 0,
      skills: skills.get(id) ?? 0,
    };
    return weighedUp(said, person, need, state, moment);
  });
}

/** The same the other way: how well one person can help with each of some needs. */
export function fitFor(person: Person, needs: readonly Need[], state: State, moment: Moment): number[] {
  const id = person.facts.personId;
  const habit = { at: moment.at, halfLifeDays: moment.settings.habitHalfLifeDays };
  const skills = skillsGiven(person, needs, state, habit);
  return needs.map((need, i) => {
    const { nearest, voted } = remembered(need, [id], state, moment);
    const said = {
      nearest: nearest.get(id) ?? 0,
      voted: voted.get(id) ?? 0,
      text: textScores(need, [id], state).get(id) ?? 0,
      skills: skills[i] ?? 0,
    };
    return weighedUp(said, person, need, state, moment);
  });
}
