import assert from 'node:assert/strict';
import { decisionOf } from '../../../server/introductions/decisions.ts';
import type { IntroductionDocument } from '../../../server/introductions/model.ts';
import { ANA, BO, introductionOf } from '../../builders/introductions.ts';

const at = new Date('2026-11-24T10:00:00Z');
const choice = { asked: BO, place: 1, randomShare: 0.05 };
const said = (...useful: boolean[]) => useful.map((one) => ({ by: ANA, useful: one, at }));

const cases: {
  outcome: string;
  document: Partial<IntroductionDocument>;
  because: string;
}[] = [
  { outcome: 'open', document: { yes: [ANA] }, because: 'one yes waits for the other' },
  { outcome: 'open', document: { no: [ANA] }, because: 'a no is private until the time is up' },
  { outcome: 'not_accepted', document: { state: 'declined' }, because: 'one said no' },
  { outcome: 'not_accepted', document: { state: 'expired' }, because: 'silence is no yes' },
  { outcome: 'not_accepted', document: { state: 'refused' }, because: 'a host put it away' },
  { outcome: 'accepted', document: { state: 'accepted' }, because: 'both said yes' },
  { outcome: 'met', document: { state: 'met' }, because: 'they talked, and said nothing of it' },
  { outcome: 'met', document: { state: 'met', valued: said(false) }, because: 'it was not useful' },
  { outcome: 'useful', document: { state: 'met', valued: said(false, true) }, because: 'to one it was' },
  {
    outcome: 'not_offered',
    document: { state: 'expired', offeredAt: undefined },
    because: 'nobody was asked, so nobody answered',
  },
];

describe('what came of a place that was filled', () => {
  for (const { outcome, document, because } of cases)
    it(`is ${outcome}, because ${because}`, () => {
      const [decision] = decisionOf(introductionOf({ choice, ...document }));

      assert.equal(decision?.outcome, outcome);
    });

  it('is told with the chance of the decision, whose place it was, and nobody’s words', () => {
    const focus = { text: 'a focus that is nobody else’s business', skills: [] };
    const document = introductionOf({ choice, arm: 'random', propensity: 0.01, focuses: [focus, focus] });

    const told = decisionOf(document);

    assert.deepEqual(told, [
      {
        introductionId: 'introduction-1',
        spaceId: 'utrecht-domplein',
        suggestedAt: '2026-11-24T09:00:00.000Z',
        pair: [ANA, BO],
        asked: BO,
        place: 1,
        randomShare: 0.05,
        arm: 'random',
        propensity: 0.01,
        relevance: [0.5, 0.5],
        surprise: 1,
        value: 1,
        outcome: 'open',
      },
    ]);
  });

  it('is not told of a round, in which chance has no say', () => {
    assert.deepEqual(decisionOf(introductionOf({ state: 'met' })), []);
  });
});
