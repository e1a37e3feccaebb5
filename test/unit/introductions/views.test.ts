import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PersonId } from '#contract/people';
import { hostViewOf } from '../../../server/introductions/host-view.ts';
import type { IntroductionState } from '../../../server/introductions/lifecycle.ts';
import type { IntroductionDocument } from '../../../server/introductions/model.ts';
import { personalViewOf } from '../../../server/introductions/personal-view.ts';
import { freeSlots, slotsOf } from '../../../server/introductions/slots.ts';
import { ANA, BO, introductionOf } from '../../builders/introductions.ts';

const NOW = new Date('2026-11-24T09:10:00Z');
const NOBODY: ReadonlySet<PersonId> = new Set();
const card = { name: 'Bo Chen', company: 'Chen Apps', offers: [] };
const seenByAna = async (introduction: IntroductionDocument, now = NOW) =>
  personalViewOf(introduction, { me: ANA, blocked: NOBODY, now }, async () => card);

/** All that Bo can do before both have said yes: answer, in whatever order and however often it is kept. */
const deedsOfBo = fc.record({
  yes: fc.boolean(),
  no: fc.boolean(),
  talked: fc.boolean(),
  freed: fc.boolean(),
  answers: fc.array(fc.record({ yes: fc.boolean(), second: fc.integer({ min: 0, max: 600 }) }), {
    maxLength: 3,
  }),
});

const ownAnswers = fc.constantFrom<Partial<IntroductionDocument>>({}, { yes: [ANA] }, { no: [ANA] });

describe('what one side sees', () => {
  it('is the same text whatever the other does before both have said yes', async () => {
    await fc.assert(
      fc.asyncProperty(ownAnswers, deedsOfBo, async (own, { yes, no, talked, freed, answers }) => {
        const silent = introductionOf(own);
        const answered = introductionOf({
          yes: [...(silent.yes ?? []), ...(yes ? [BO] : [])],
          no: [...(silent.no ?? []), ...(no ? [BO] : [])],
          talked: talked ? [BO] : [],
          ...(freed ? { occupied: [ANA] } : {}),
          answers: answers.map((one) => ({
            by: BO,
            yes: one.yes,
            at: new Date(NOW.getTime() - one.second * 1000),
          })),
        });

        const [before, after] = [await seenByAna(silent), await seenByAna(answered)];

        assert.equal(JSON.stringify(after), JSON.stringify(before));
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  it('never looks the other up before both have said yes', async () => {
    const states: Partial<IntroductionDocument>[] = [
      {},
      { yes: [ANA] },
      { yes: [BO] },
      { no: [BO] },
      { state: 'expired' },
    ];
    let lookedUp = 0;

    for (const overrides of states)
      await personalViewOf(introductionOf(overrides), { me: ANA, blocked: NOBODY, now: NOW }, async () => {
        lookedUp++;
        return card;
      });

    assert.equal(lookedUp, 0);
  });

  it('is the other’s card once both have said yes, and each side’s own reasons', async () => {
    const accepted = introductionOf({ state: 'accepted', yes: [ANA, BO] });

    const [ana] = await seenByAna(accepted);
    const [bo] = await personalViewOf(accepted, { me: BO, blocked: NOBODY, now: NOW }, async () => ({
      name: 'Ana',
      offers: [],
    }));

    assert.deepEqual([ana?.state, ana?.other, ana?.question], ['accepted', card, 'ask_about_offer']);
    assert.deepEqual([bo?.forYou, bo?.forThem], [ana?.forThem, ana?.forYou]);
  });

  const cases: { because: string; overrides: Partial<IntroductionDocument>; state: string | undefined }[] = [
    { because: 'nobody has answered', overrides: {}, state: 'offered' },
    { because: 'I said yes', overrides: { yes: [ANA] }, state: 'waiting' },
    { because: 'I said not now', overrides: { no: [ANA] }, state: undefined },
    { because: 'its time is up', overrides: { expiresAt: NOW }, state: undefined },
    { because: 'it is on the board only', overrides: { state: 'suggested' }, state: undefined },
    { because: 'it was declined', overrides: { state: 'declined', no: [BO] }, state: undefined },
    { because: 'a host has refused it', overrides: { state: 'refused', yes: [ANA] }, state: undefined },
    { because: 'it expired', overrides: { state: 'expired' }, state: undefined },
    { because: 'we have talked', overrides: { state: 'met', yes: [ANA, BO] }, state: 'met' },
  ];
  for (const { because, overrides, state } of cases)
    it(`is ${state ?? 'nothing'} when ${because}`, async () => {
      const seen = await seenByAna(introductionOf(overrides));

      assert.deepEqual(
        seen.map((one) => one.state),
        state === undefined ? [] : [state],
      );
    });
});

describe('what a host sees', () => {
  it('is the same for a no as for silence, and nothing of what is over', () => {
    const silent = hostViewOf(introductionOf());
    const answered = [
      { no: [ANA] },
      { no: [BO] },
      { yes: [ANA] },
      { yes: [ANA], no: [BO] },
      { no: [ANA, BO] },
    ];

    const seen = answered.map((overrides) => hostViewOf(introductionOf(overrides)));
    const over = (['declined', 'expired'] as const).flatMap((state) => hostViewOf(introductionOf({ state })));

    for (const one of seen) assert.deepEqual(one, silent);
    assert.deepEqual(over, []);
  });

  it('is since when it is what it is', () => {
    const at = (time: string) => new Date(`2026-11-24T${time}Z`);
    const steps: [IntroductionState, Partial<IntroductionDocument>][] = [
      ['suggested', { suggestedAt: at('09:00:00') }],
      ['offered', { offeredAt: at('09:01:00') }],
      ['accepted', { acceptedAt: at('09:02:00') }],
      ['met', { metAt: at('09:03:00') }],
    ];
    const { offeredAt: _, ...bare } = introductionOf();
    let introduction: IntroductionDocument = bare;

    const since = steps.map(([state, change]) => {
      introduction = { ...introduction, ...change, state };
      return hostViewOf(introduction).map((one) => one.since.slice(11, 16));
    });

    assert.deepEqual(since, [['09:00'], ['09:01'], ['09:02'], ['09:03']]);
  });
});

describe('the places of a day', () => {
  it('are the first free one of each of the two, or none when one has had all', () => {
    const day = '2026-11-24';
    const taken = (...slots: string[]) => freeSlots([ANA, BO], day, 2, new Set(slots));

    assert.deepEqual(taken(), ['ana:2026-11-24:0', 'bo:2026-11-24:0']);
    assert.deepEqual(taken('ana:2026-11-24:0'), ['ana:2026-11-24:1', 'bo:2026-11-24:0']);
    assert.equal(taken(...slotsOf(BO, day, 2)), undefined);
    assert.equal(freeSlots([ANA, BO], day, 0, new Set()), undefined);
  });
});
