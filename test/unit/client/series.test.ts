import assert from 'node:assert/strict';
import { type BookingWish, type SeriesDate, wish as wishSchema } from '#contract/quotes';
import { spaceId } from '#contract/spaces';
import {
  type Series,
  seriesRequestOf,
  type Way,
  waysOf,
  wishOfSeries,
} from '../../../client/booking/series.ts';
import { sampleRooms } from '../../../server/sample-data/sample-rooms.ts';

const rooms = sampleRooms(spaceId.parse('utrecht-domplein'));

const wishFor = (overrides: object = {}): BookingWish =>
  wishSchema.parse({
    spaceId: 'utrecht-domplein',
    occurrences: [{ occurrenceId: 'once', roomId: 'rembrandt', date: '2026-12-01', from: 600, to: 660 }],
    people: 6,
    layout: 'boardroom',
    options: [],
    ...overrides,
  });

const [rhine] = rooms.filter(({ roomId }) => roomId === 'rhine');
const taken: Extract<SeriesDate, { state: 'taken' }> = {
  date: '2026-12-08',
  state: 'taken',
  nextDate: '2026-12-09',
  nextFrom: 540,
  nextTo: 600,
  ...(rhine && { anotherRoom: rhine.roomId }),
};
const dates: SeriesDate[] = [
  { date: '2026-12-01', state: 'free' },
  taken,
  { date: '2026-12-25', state: 'refused', code: 'room_closed' },
];

const chosen = (ways: Readonly<Record<string, Way>>) =>
  wishOfSeries(wishFor(), dates, { ways, rooms })?.occurrences.map(
    ({ roomId, date, from, to }) => `${roomId} ${date} ${from}-${to}`,
  );

describe('a series that a booker puts together', () => {
  it('asks for the dates that begin with the one that was chosen', () => {
    const series: Series = { rhythm: 'fortnightly', times: 5, ways: {} };

    const request = seriesRequestOf(wishFor(), series);

    assert.deepEqual(
      [request?.date, request?.roomId, request?.every, request?.times],
      ['2026-12-01', 'rembrandt', { unit: 'week', count: 2 }, 5],
    );
  });

  for (const { way, booked, because } of [
    { way: 'skip', booked: [], because: 'the taken date is left out' },
    { way: 'room', booked: ['rhine 2026-12-08 600-660'], because: 'another room has the time' },
    { way: 'time', booked: ['rembrandt 2026-12-09 540-600'], because: 'the room has another time' },
  ] as const)
    it(`books what is free, never what is closed, and where it is taken: ${because}`, () => {
      assert.deepEqual(chosen({ '2026-12-08': way }), ['rembrandt 2026-12-01 600-660', ...booked]);
    });

  it('leaves a taken date out until somebody chooses, and wants nothing where nothing is left', () => {
    const nothing = wishOfSeries(wishFor(), [taken], { ways: {}, rooms });

    assert.deepEqual(chosen({}), ['rembrandt 2026-12-01 600-660']);
    assert.equal(nothing, undefined);
  });

  for (const { wish, ways, because } of [
    { wish: wishFor(), ways: ['room', 'time', 'skip'], because: 'the other room serves' },
    { wish: wishFor({ people: 12 }), ways: ['time', 'skip'], because: 'it holds eight, not twelve' },
    { wish: wishFor({ layout: 'theatre' }), ways: ['time', 'skip'], because: 'it is no theatre' },
  ])
    it(`offers ${ways.join(', ')}, as ${because}`, () => {
      assert.deepEqual(waysOf(taken, wish, rooms), ways);
    });

  it('gives every date an id of its own that stays the same', () => {
    const ids = () =>
      wishOfSeries(wishFor(), dates, { ways: { '2026-12-08': 'room' }, rooms })?.occurrences.map(
        ({ occurrenceId }) => occurrenceId,
      );

    assert.deepEqual(ids(), ids());
    assert.equal(new Set(ids()).size, 2);
  });
});
