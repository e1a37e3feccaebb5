import assert from 'node:assert/strict';
import { chance } from '../../matching/chance.ts';
import { choiceOf, type Filled, outlookOf, type Policy } from '../../matching/evaluate/policies.ts';

const SHARE = 0.05;
/** With which probability a place among so many shows the best, or one of the others. */
const best = (of: number) => 1 - SHARE + SHARE / of;
const other = (of: number) => SHARE / of;

const filled = (propensity: number, reward: number, relevance = 0.5): Filled => ({
  randomShare: SHARE,
  propensity,
  relevance: [relevance, 0.1],
  surprise: 0.5,
  reward,
});

/** Four places among ten each: the best three times, twice with success; one drawn, with success. */
const FOUR = [filled(best(10), 1), filled(best(10), 1, 0.3), filled(best(10), 0), filled(other(10), 1)];

const ENGINE: Policy = { name: 'engine', randomShare: 0 };
const CHANCE: Policy = { name: 'chance', randomShare: 1 };
const near = (found: number, expected: number) =>
  assert.ok(Math.abs(found - expected) < 1e-9, `${found} is not ${expected}`);

describe('how a place was filled', () => {
  for (const of of [1, 2, 7, 400])
    it(`follows from the propensity, among ${of}`, () => {
      assert.deepEqual(choiceOf(filled(best(of), 0)), { isBest: true, of });
      if (of > 1) assert.deepEqual(choiceOf(filled(other(of), 0)), { isBest: false, of });
    });

  it('is not known of a propensity that this share of chance cannot give', () => {
    assert.throws(() => choiceOf(filled(0.5, 0)), /^RangeError: propensity/);
    assert.throws(() => choiceOf({ ...filled(1, 0), randomShare: 0 }), /^RangeError: randomShare/);
  });
});

describe('what another policy would have come to', () => {
  it('is what it came to, where the policy is the one that was', () => {
    const { selfNormalised, doublyRobust, effective, filled: share } = outlookOf(FOUR, { name: 'same' });

    near(selfNormalised.value, 3 / 4);
    near(effective, 4);
    near(share, 1);
    // By hand: q̂ of a best one without itself is (2 − r + 4·¾)/(2 + 4), q̂ of the drawn (0 + 3)/4; the best shows with .955.
    const model = (q: number, drawn: number) => 0.955 * q + 0.045 * drawn;
    const terms = [
      model(4 / 6, 4 / 5) + 1 - 4 / 6,
      model(4 / 6, 4 / 5) + 1 - 4 / 6,
      model(5 / 6, 4 / 5) + 0 - 5 / 6,
      model(5 / 7, 3 / 4) + 1 - 3 / 4,
    ];
    near(doublyRobust.value, terms.reduce((sum, one) => sum + one, 0) / 4);
  });

  it('is told of the engine alone by what was the best', () => {
    const { selfNormalised, doublyRobust, effective } = outlookOf(FOUR, ENGINE);

    near(selfNormalised.value, 2 / 3);
    near(effective, 3);
    const w = 1 / 0.955;
    const terms = [4 / 6 + w / 3, 4 / 6 + w / 3, 5 / 6 - (w * 5) / 6, 5 / 7];
    near(doublyRobust.value, terms.reduce((sum, one) => sum + one, 0) / 4);
  });

  it('is told of chance alone by what was drawn, twenty times, and the best a little', () => {
    const { selfNormalised, effective } = outlookOf(FOUR, CHANCE);

    const little = 0.1 / 0.955;
    near(selfNormalised.value, (2 * little + 20) / (3 * little + 20));
    near(effective, (3 * little + 20) ** 2 / (3 * little ** 2 + 400));
  });

  it('is told by offer, of a policy that leaves places empty', () => {
    const floor: Policy = { ...ENGINE, keeps: ({ relevance }) => Math.max(...relevance) >= 0.4 };

    const { selfNormalised, effective } = outlookOf(FOUR, floor);

    near(selfNormalised.value, 1 / 2);
    near(effective, 2);
  });
});

/** A house whose truth is known: the best is liked by half, the others by a fifth; half of all clear the floor, and are liked more. */
function houseOf(lot: string): Filled[] {
  return Array.from({ length: 2000 }, (_, i) => {
    const of = 2 + Math.floor(chance(`${lot}|${i}|of`) * 20);
    const isBest = chance(`${lot}|${i}|arm`) >= SHARE || chance(`${lot}|${i}|who`) < 1 / of;
    const clears = chance(`${lot}|${i}|clears`) < 0.5;
    const liking = (isBest ? 0.5 : 0.2) + (clears ? 0.1 : -0.1);
    const reward = chance(`${lot}|${i}|reward`) < liking ? 1 : 0;
    return filled(isBest ? best(of) : other(of), reward, clears ? 0.6 : 0.2);
  });
}

describe('the intervals of what another policy would have come to', () => {
  const floor: Policy = { name: 'floor', randomShare: 0, keeps: ({ relevance }) => relevance[0] >= 0.4 };
  const cases = [
    { policy: ENGINE, truth: 0.5, because: 'it is the best everywhere' },
    { policy: floor, truth: 0.6, because: 'it is the best where that clears' },
  ];
  for (const { policy, truth, because } of cases)
    it(`hold ${truth} about 95 times in a hundred, because ${because}`, () => {
      const outlooks = Array.from({ length: 60 }, (_, round) => outlookOf(houseOf(`${round}`), policy));

      for (const estimator of ['selfNormalised', 'doublyRobust'] as const) {
        const holding = outlooks.filter(
          ({ [estimator]: { low, high } }) => low < truth && truth < high,
        ).length;
        assert.ok(holding >= 53, `${estimator}: ${holding} of 60`);
      }
    });

  it('hold what chance alone would come to, which hangs on how many there are', () => {
    const outlooks = Array.from({ length: 60 }, (_, round) => {
      const house = houseOf(`chance ${round}`);
      const truth = house.reduce((sum, one) => sum + 0.2 + 0.3 / choiceOf(one).of, 0) / house.length;
      const { selfNormalised, doublyRobust } = outlookOf(house, CHANCE);
      return [selfNormalised, doublyRobust].map(({ low, high }) => low < truth && truth < high);
    });

    for (const estimator of [0, 1]) {
      const holding = outlooks.filter((holds) => holds[estimator]).length;
      assert.ok(holding >= 53, `${holding} of 60`);
    }
  });
});
