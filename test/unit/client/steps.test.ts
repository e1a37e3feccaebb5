import assert from 'node:assert/strict';
import { checkIn } from '#contract/checkins';
import { recognised } from '#contract/people';
import { seatId } from '#contract/spaces';
import {
  greeting,
  type Happening,
  nextVisit,
  progressOf,
  type Step,
  stepBefore,
  steps,
  type Visit,
  ways,
} from '../../../client/kiosk/steps.ts';

const noor = recognised.parse({
  personId: 'noor',
  profile: { name: 'Noor', language: 'nl', languages: ['nl'], offers: ['vat'], needs: [] },
  consents: { matching: true, wall: false, network: false, research: false },
});
const a3 = seatId.parse('a3');
const pass = { code: 'HZ4K9T', pin: '4821', qr: 'CT1.HZ4K9T.0' };

function visitAfter(...happenings: readonly Happening[]): Visit {
  return happenings.reduce(nextVisit, greeting);
}

const shown = { type: 'recognised', who: noor, checkIn: undefined, checkInId: 'check-in-1' } as const;
const isNew: Happening = { type: 'new', personId: 'maya', checkInId: 'check-in-2' };
const onward: Happening = { type: 'onward' };
const back: Happening = { type: 'back' };

describe('the kiosk, step by step', () => {
  it('leads a returning person from a language to a seat in three more taps', () => {
    const visit = visitAfter({ type: 'greeted' }, shown, onward, onward, {
      type: 'seated',
      seatId: a3,
      phone: 't',
    });

    assert.equal(visit.step, 'done');
    assert.deepEqual(visit.seated, { seatId: a3, phone: 't' });
  });

  it('leads a first visit past who one is and what one gives and needs', () => {
    const seen: Step[] = [];
    let visit = visitAfter({ type: 'greeted' }, isNew);
    while (visit.step !== 'seat') {
      seen.push(visit.step);
      visit = nextVisit(visit, onward);
    }

    assert.deepEqual([...seen, visit.step], ways.first);
  });

  it('lets nobody past the door without a pass', () => {
    const visit = visitAfter({ type: 'greeted' }, onward);

    assert.equal(visit.step, 'door');
  });

  it('knows what the pass tells, and nothing of whoever was at the door before', () => {
    const visit = visitAfter(
      { type: 'greeted' },
      isNew,
      { type: 'told', answers: { name: 'Maya' } },
      back,
      shown,
    );

    assert.equal(visit.answers.name, 'Noor');
    assert.equal(visit.personId, 'noor');
    assert.equal(visit.answers.company, '');
  });

  it('offers to check out whoever is here already', () => {
    const arrived = checkIn.parse({
      checkInId: 'check-in-0',
      spaceId: 'utrecht',
      personId: 'noor',
      seatId: a3,
      openness: 'open',
      focus: { text: '', skills: [] },
      startedAt: '2026-11-24T09:00:00.000Z',
    });

    const visit = visitAfter({ type: 'greeted' }, { ...shown, checkIn: arrived });

    assert.equal(visit.step, 'here');
    assert.equal(visit.sitsAt, a3);
    assert.equal(nextVisit(visit, { type: 'checked-out' }).step, 'left');
  });

  it('forgets everything when it is over, wherever that happens', () => {
    const visits = Object.keys(steps).map((step) => ({
      ...visitAfter({ type: 'greeted' }, isNew, { type: 'told', answers: { name: 'Maya' } }),
      step: step as Step,
    }));

    for (const visit of visits) assert.equal(nextVisit(visit, { type: 'over' }), greeting);
  });

  it('takes back to a question with its answer, and to the door with empty hands', () => {
    const told: Happening = { type: 'told', answers: { name: 'Maya' } };
    const atSkills = visitAfter({ type: 'greeted' }, isNew, told, onward);

    assert.equal(nextVisit(atSkills, back).answers.name, 'Maya');
    assert.deepEqual(nextVisit(nextVisit(atSkills, back), back), { ...greeting, step: 'door' });
    assert.deepEqual(nextVisit(visitAfter({ type: 'greeted' }, shown), back), { ...greeting, step: 'door' });
  });

  it('does not let a pass be taken back', () => {
    const atOpenness = visitAfter({ type: 'greeted' }, isNew, onward, onward, onward);
    const registered = nextVisit(nextVisit(atOpenness, { type: 'registered', pass }), back);

    assert.equal(registered.step, 'focus');
    assert.equal(stepBefore(registered), undefined);
  });

  const progress = [
    { step: 'door', way: 'returning', expected: { at: 1, of: 4 }, because: 'a pass is the first of four' },
    { step: 'seat', way: 'returning', expected: { at: 4, of: 4 }, because: 'a seat is the last' },
    { step: 'about', way: 'first', expected: { at: 1, of: 5 }, because: 'a name is the first of five' },
    { step: 'welcome', way: 'returning', expected: undefined, because: 'nobody is on the way' },
    { step: 'here', way: 'returning', expected: undefined, because: 'leaving is another way' },
    { step: 'done', way: 'first', expected: undefined, because: 'it is done' },
  ] as const;
  for (const { step, way, expected, because } of progress) {
    it(`counts ${step} on the ${way} way: ${because}`, () => {
      assert.deepEqual(progressOf({ step, way }), expected);
    });
  }
});
