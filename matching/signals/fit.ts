import { trusted } from '../learn.ts';
import type { Moment } from '../rank.ts';
import type { Person, State } from '../state/state.ts';
import type { Channel } from '../types.ts';
import { type Remembered, rememberedAmong } from './memory.ts';
import { rememberedFor } from './own-memory.ts';
import type { Yardstick } from './sheet.ts';
import { type Skilled, skillsAmong, skillsFor } from './skills.ts';
import { SILENT, type Spoken } from './text.ts';

/** A number a channel, each in [0, 1] or a share of a perfect match. */
type Shares = Record<Channel, number>;

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

const share = (score: number, ideal: number) => (ideal === 0 ? 0 : score / ideal);

const UNREMEMBERED: Remembered = { nearest: 0, voted: 0 };
const UNSKILLED: Skilled = { score: 0, best: 0 };

/** What the channels say of one person and one need. */
interface Said {
  remembered: Remembered;
  spoken: Spoken;
  skilled: Skilled;
}

/** `able·(½ + ½·apt)`, from what the channels say against what a perfect match would score. */
function joined({ remembered, spoken, skilled }: Said, perfect: Yardstick, trust: Shares): number {
  const able = either(
    { memory: remembered.nearest ** 2, text: spoken.covered ** 2, skills: skilled.best },
    trust,
  );
  if (able === 0) return 0;
  const upTo = (said: number, halfway: number) => 1 - Math.exp(-said / halfway);
  const apt = either(
    {
      memory: upTo(remembered.voted, HALFWAY.memory),
      text: upTo(share(spoken.score, perfect.text), HALFWAY.text),
      skills: upTo(share(skilled.score, perfect.skills), HALFWAY.skills),
    },
    APT,
  );
  return able * (0.5 + 0.5 * apt);
}

/**
 * How well each of some people can help with a need, on an absolute scale of 0…1 that does not depend on who else is
 * here, so that nobody is lifted by the mere absence of better ones and both directions of a pair compare:
 * `able·(½ + ½·apt)`. `able` asks for the single best piece of evidence, however old; `apt` adds all evidence up
 * and prefers who helps lately. Coverage is squared in `able`, because one word out of five may be an accident. `spoken`
 * is what the documents of the same people say of the need.
 */
export function fitAmong(
  perfect: Yardstick,
  { people, spoken }: { people: readonly Person[]; spoken: readonly Spoken[] },
  state: State,
  moment: Moment,
): number[] {
  const trust = trusted(ABLE, state.learned);
  const remembered = rememberedAmong(perfect, people, state, moment);
  const skilled = skillsAmong(perfect, people, state, moment);
  return people.map((_, i) =>
    joined(
      {
        remembered: remembered[i] ?? UNREMEMBERED,
        spoken: spoken[i] ?? SILENT,
        skilled: skilled[i] ?? UNSKILLED,
      },
      perfect,
      trust,
    ),
  );
}

/** The same the other way: how well one person can help with each of some needs, by what each weighs. */
export function fitFor(
  person: Person,
  { yardsticks, spoken }: { yardsticks: readonly Yardstick[]; spoken: readonly Spoken[] },
  state: State,
  moment: Moment,
): number[] {
  const trust = trusted(ABLE, state.learned);
  const remembered = rememberedFor(person, yardsticks, state, moment);
  const skilled = skillsFor(person, yardsticks, state, moment);
  return yardsticks.map((perfect, i) => {
    return joined(
      {
        remembered: remembered[i] ?? UNREMEMBERED,
        spoken: spoken[i] ?? SILENT,
        skilled: skilled[i] ?? UNSKILLED,
      },
      perfect,
      trust,
    );
  });
}
