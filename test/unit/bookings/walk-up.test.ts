import assert from 'node:assert/strict';
import type { Stretch } from '#values/stretch';
import { walkUp } from '../../../server/bookings/walk-up.ts';

const OPEN: Stretch[] = [[540, 1080]];

interface Case {
  at: number;
  busy?: Stretch[];
  is: Stretch | undefined;
  because: string;
}

const CASES: readonly Case[] = [
  { at: 600, is: [600, 630], because: 'on the quarter-hour it is the one that begins' },
  { at: 607, is: [600, 630], because: 'the quarter that has begun is nearer' },
  { at: 608, is: [615, 645], because: 'the next quarter is nearer, and nothing of this one is to be paid' },
  { at: 608, busy: [[630, 720]], is: [600, 630], because: 'half an hour that began is more than a quarter' },
  {
    at: 608,
    busy: [[615, 720]],
    is: [600, 615],
    because: 'what is left until the next is better than nothing',
  },
  { at: 617, busy: [[630, 720]], is: [615, 630], because: 'a quarter is all there is' },
  { at: 607, busy: [[540, 615]], is: undefined, because: 'somebody has it now' },
  { at: 1063, is: [1050, 1080], because: 'the house closes at the end of the half hour that has begun' },
  { at: 500, is: undefined, because: 'the house is closed' },
];

describe('what somebody who stands before a room is offered', () => {
  for (const { at, busy = [], is, because } of CASES)
    it(`is ${is?.join('–') ?? 'nothing'} at ${at} (${because})`, () => {
      const offered = walkUp({ open: OPEN, busy }, at);

      assert.deepEqual(offered, is);
    });
});
