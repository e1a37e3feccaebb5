import { trusted } from './learn.ts';
import type { Need } from './need.ts';
import type { Moment } from './rank.ts';
import { recall, votes } from './signals/memory.ts';
import { bestAnswer, skillScores } from './signals/skills.ts';
import { textCovered, textScores } from './signals/text.ts';
import type { Person, State } from './state.ts';
import type { PersonId } from './types.ts';
import { yardstickOf } from './yardstick.ts';

interface Shares {
  memory: number;
  text: number;
  skills: number;
}

/** How far each channel alone is trusted to say that somebody can help at all, before any outcome. */
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

const share = (score: number | undefined, ideal: number) => (ideal === 0 ? 0 : (score ?? 0) / ideal);

/** What each channel says of the candidates, as shares of what a perfect match would score. */
function measured(need: Need, people: readonly Person[], state: State, moment: Moment) {
  const { at, settings } = moment;
  const candidates = people.map(({ facts }) => facts.personId);
  const halfLifeDays = settings.habitHalfLifeDays;
  const recalled = recall(need, candidates, state);
  const scale = recalled.ideal === 0 ? 1 : recalled.ideal;
  const nearest = new Map<PersonId, number>();
  for (const { key, covered } of recalled.similar) {
    for (const [helper, { weight }] of state.needs.get(key)?.helpers ?? []) {
      nearest.set(helper, Math.max(weight * covered, nearest.get(helper) ?? 0));
    }
  }
  return {
    nearest,
    voted: votes(recalled, candidates, state, { at, halfLifeDays, scale, sharpness: 1 }),
    text: textScores(need, candidates, state),
    skills: skillScores(need, candidates, state, { at, halfLifeDays }),
  };
}

/**
 * How well candidates can help with a need, on an absolute scale of 0…1 that does not depend on who else is here, so
 * that nobody is lifted by the mere absence of better ones and both directions of a pair compare:
 * `able·(½ + ½·apt)`. `able` asks for the single best piece of evidence, however old; `apt` adds all evidence up
 * and prefers who helps lately. Coverage is squared in `able`, because one word out of five may be an accident. Candidates without any evidence are left out.
 */
export function fitOf(
  need: Need,
  candidates: readonly Person[],
  state: State,
  moment: Moment,
): Map<PersonId, number> {
  const { at, settings } = moment;
  const { nearest, voted, text, skills } = measured(need, candidates, state, moment);
  const perfect = yardstickOf(need, state);
  const trust = trusted(ABLE, state.learned);
  const upTo = (said: number, halfway: number) => 1 - Math.exp(-said / halfway);
  const fit = new Map<PersonId, number>();
  for (const person of candidates) {
    const id = person.facts.personId;
    const spoken = share(text.get(id), perfect.text);
    const able = either(
      {
        memory: (nearest.get(id) ?? 0) ** 2,
        text: textCovered(need, id, state) ** 2,
        skills: bestAnswer(need, person, { at, halfLifeDays: settings.halfLifeDays }),
      },
      trust,
    );
    if (able === 0) continue;
    const apt = either(
      {
        memory: upTo(voted.get(id) ?? 0, HALFWAY.memory),
        text: upTo(spoken, HALFWAY.text),
        skills: upTo(share(skills.get(id), perfect.skills), HALFWAY.skills),
      },
      APT,
    );
    fit.set(id, able * (0.5 + 0.5 * apt));
  }
  return fit;
}
