import assert from 'node:assert/strict';
import { later, MINUTE } from '#values/clock';
import type { Stretch } from '#values/stretch';
import { onWall, walkUp } from '../../../server/bookings/walk-up.ts';
import { spanOf } from '../../../server/quotes/schedule.ts';

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

const SPANS = [
  {
    zone: 'Europe/Amsterdam',
    from: '2026-10-25T00:15Z',
    is: { date: '2026-10-25', from: 135, to: 165, fold: 'earlier' },
    because: 'a quarter past two by summer time',
  },
  {
    zone: 'Europe/Amsterdam',
    from: '2026-10-25T01:15Z',
    is: { date: '2026-10-25', from: 135, to: 165, fold: 'later' },
    because: 'a quarter past two once more',
  },
  {
    zone: 'Europe/Amsterdam',
    from: '2026-10-24T23:45Z',
    is: { date: '2026-10-25', from: 105, to: 135, fold: 'earlier' },
    because: 'only its end comes twice',
  },
  {
    zone: 'Europe/Amsterdam',
    from: '2026-10-25T01:45Z',
    is: { date: '2026-10-25', from: 165, to: 195, fold: 'later' },
    because: 'only its beginning comes twice',
  },
  {
    zone: 'Europe/Amsterdam',
    from: '2026-10-25T00:45Z',
    is: undefined,
    because: 'the clock is set back within it',
  },
  {
    zone: 'Africa/Cairo',
    from: '2026-10-29T20:15Z',
    is: { date: '2026-10-29', from: 1395, to: 1425, fold: 'earlier' },
    because: 'the last hour of the day comes twice',
  },
  {
    zone: 'Africa/Cairo',
    from: '2026-10-29T21:15Z',
    is: { date: '2026-10-29', from: 1395, to: 1425, fold: 'later' },
    because: 'the last hour once more',
  },
  {
    zone: 'Asia/Tokyo',
    from: '2026-10-24T17:15Z',
    is: { date: '2026-10-25', from: 135, to: 165 },
    because: 'no hour comes twice',
  },
] as const;

describe('half an hour that begins now', () => {
  for (const { zone, from, is, because } of SPANS)
    it(`is told at ${from} in ${zone} (${because})`, () => {
      const begins = new Date(from);

      const slot = onWall({ from: begins, to: later(begins, 30 * MINUTE) }, zone);

      assert.deepEqual(slot, is);
      if (slot) assert.deepEqual(spanOf(slot, zone).from, begins);
    });
});
