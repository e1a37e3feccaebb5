import assert from 'node:assert/strict';
import { chance } from '../../matching/chance.ts';
import {
  doublyRobust,
  type Modelled,
  selfNormalised,
  type WhatIf,
} from '../../matching/evaluate/off-policy.ts';

/** Three things may be shown; in the morning the first is liked, in the afternoon the last. */
const LIKED = { morning: [0.7, 0.4, 0.1], afternoon: [0.2, 0.3, 0.8] } as const;
/** What the log was written by, and what we ask of: the one mostly shows the first, the other what is liked. */
const LOGGED = [0.8, 0.1, 0.1];
const ASKED = { morning: [0.8, 0.1, 0.1], afternoon: [0.1, 0.1, 0.8] } as const;

const mean = (shares: readonly number[], values: readonly number[]) =>
  shares.reduce((total, share, i) => total + share * (values[i] ?? 0), 0);

/** What the other policy really earns, known because we made the world. */
const TRUTH = (mean(ASKED.morning, LIKED.morning) + mean(ASKED.afternoon, LIKED.afternoon)) / 2;

function drawn(lot: string, shares: readonly number[]): number {
  let left = chance(lot);
  return Math.max(
    0,
    shares.findIndex((share) => {
      left -= share;
      return left < 0;
    }),
  );
}

/** A log of so many showings. `model` says what is expected of each thing; `wrong` falsifies the propensities. */
function logOf(
  lot: string,
  model: (time: 'morning' | 'afternoon', i: number) => number,
  wrong = 1,
): Modelled[] {
  return Array.from({ length: 4000 }, (_, i) => {
    const time = chance(`${lot}|${i}|time`) < 0.5 ? 'morning' : 'afternoon';
    const shown = drawn(`${lot}|${i}|shown`, LOGGED);
    return {
      reward: chance(`${lot}|${i}|reward`) < (LIKED[time][shown] ?? 0) ? 1 : 0,
      propensity: Math.min(1, (LOGGED[shown] ?? 1) * wrong),
      target: ASKED[time][shown] ?? 0,
      predicted: model(time, shown),
      predictedByTarget: mean(
        ASKED[time],
        [0, 1, 2].map((j) => model(time, j)),
      ),
    };
  });
}

const blind = () => 0.5;
const knowing = (time: 'morning' | 'afternoon', i: number) => LIKED[time][i] ?? 0;
const isNear = ({ value, standardError }: WhatIf) => Math.abs(value - TRUTH) < 2.6 * standardError;

describe('what another policy would have earned', () => {
  it('is told by the logged propensities, where the plain mean of the log is far off', () => {
    const log = logOf('plain', blind);
    const plain = mean(
      log.map(() => 1 / log.length),
      log.map(({ reward }) => reward),
    );

    const whatIf = selfNormalised(log);

    assert.ok(Math.abs(plain - TRUTH) > 0.15, `${plain} against ${TRUTH}`);
    assert.ok(isNear(whatIf), `${whatIf.value} ± ${whatIf.standardError} against ${TRUTH}`);
    assert.ok(whatIf.effective > 100 && whatIf.effective < log.length);
  });

  it('is told as well by a blind model with right propensities, and by a right model with wrong ones', () => {
    const blindly = doublyRobust(logOf('blind', blind));
    const wrongly = doublyRobust(logOf('wrong', knowing, 0.5));

    assert.ok(isNear(blindly), `${blindly.value} against ${TRUTH}`);
    assert.ok(Math.abs(wrongly.value - TRUTH) < 0.03, `${wrongly.value} against ${TRUTH}`);
  });

  it('is surer with a model that knows something', () => {
    const log = logOf('sure', blind);
    const informed = logOf('sure', knowing);

    assert.ok(doublyRobust(informed).standardError < doublyRobust(log).standardError);
    assert.ok(isNear(doublyRobust(informed)));
  });

  it('lies within twice its standard error about 95 times in a hundred', () => {
    const rounds = Array.from({ length: 60 }, (_, round) => logOf(`round ${round}`, blind));

    for (const estimate of [selfNormalised, doublyRobust]) {
      const inside = rounds.filter((log) => {
        const { value, standardError } = estimate(log);
        return Math.abs(value - TRUTH) < 1.96 * standardError;
      }).length;
      assert.ok(inside >= 53, `${inside} of 60`);
    }
  });

  it('is not known of a policy that would have shown nothing of it, nor by probabilities that are none', () => {
    const [one] = logOf('none', blind);
    assert.ok(one !== undefined);

    assert.ok(Number.isNaN(selfNormalised([{ ...one, target: 0 }]).value));
    assert.throws(() => selfNormalised([{ ...one, propensity: 0 }]), /^RangeError: propensity/);
    assert.throws(() => doublyRobust([{ ...one, target: 1.5 }]), /^RangeError: target/);
  });
});
