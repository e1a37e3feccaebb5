import assert from 'node:assert/strict';
import { doorView } from '#contract/bookings';
import { standingOf } from '../../../client/door/standing.ts';

const clock = (face: string) => `2026-11-24T${face}:00.000Z`;
const noon = Date.parse(clock('12:00'));

interface Meeting {
  readonly from: string;
  readonly to: string;
  readonly state?: 'planned' | 'checked-in' | 'used';
  readonly warnsAt?: string;
}

const entry = ({ from, to, state = 'planned', warnsAt }: Meeting) => ({
  bookingId: 'booking-1',
  occurrenceId: 'occurrence-1',
  state,
  startsAt: clock(from),
  endsAt: clock(to),
  ...(warnsAt && { warnsAt: clock(warnsAt), releasesAt: clock('12:15') }),
});

const takeFrom = (from: string) => ({
  date: '2026-11-24',
  from: 720,
  to: 750,
  startsAt: clock(from),
  endsAt: clock('12:45'),
});

const door = ({ now, next, take = '12:00' }: { now?: Meeting; next?: Meeting; take?: string | null }) =>
  doorView.parse({
    at: clock('11:00'),
    timeZone: 'Europe/Amsterdam',
    labels: { en: 'Rhine', nl: 'Rijn', ar: 'الراين', ja: 'ライン' },
    ...(now && { now: entry(now) }),
    ...(next && { next: entry(next) }),
    ...(take && { take: takeFrom(take) }),
  });

const CASES = [
  { name: 'free', view: {}, because: 'nothing is booked' },
  {
    name: 'free',
    view: { next: { from: '12:16', to: '13:00' } },
    because: 'the next is sixteen minutes off',
  },
  { name: 'soon', view: { next: { from: '12:15', to: '13:00' } }, because: 'the next may come in' },
  {
    name: 'awaited',
    view: { now: { from: '12:00', to: '13:00', warnsAt: '12:10' } },
    because: 'it has begun, and there is time to come',
  },
  {
    name: 'late',
    view: { now: { from: '11:50', to: '13:00', warnsAt: '12:00' } },
    because: 'it has begun, and is warned',
  },
  {
    name: 'busy',
    view: { now: { from: '11:00', to: '13:00' } },
    because: 'this room is never given away, so whoever booked it has it',
  },
  {
    name: 'busy',
    view: { now: { from: '11:00', to: '13:00', state: 'checked-in' } },
    because: 'they are here',
  },
  {
    name: 'free',
    view: { now: { from: '11:00', to: '12:00', state: 'checked-in' } },
    because: 'a meeting that ends at this moment is over, also before the server has said so',
  },
  {
    name: 'free',
    view: { now: { from: '11:00', to: '12:15', state: 'used' } },
    because: 'whoever left early has left',
  },
  { name: 'free', view: { take: '12:07' }, because: 'what begins in a moment can be had now' },
  { name: 'kept', view: { take: '12:15' }, because: 'it is made ready, or somebody is just booking it' },
  { name: 'kept', view: { take: null }, because: 'it cannot be had any more today' },
] as const;

describe('the panel beside a room', () => {
  for (const { name, view, because } of CASES)
    it(`says ${name}: ${because}`, () => {
      const standing = standingOf(door(view), noon);

      assert.equal(standing.name, name);
    });
});
