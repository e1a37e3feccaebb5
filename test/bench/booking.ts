import { randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Connection } from 'mongoose';
import mongoose from 'mongoose';
import { instantsAt } from '#values/local-time';
import { createBookingModel } from '../../server/bookings/model.ts';
import { createRoomDayModel } from '../../server/calendar/model.ts';
import { storeUri } from '../../server/platform/store/address.ts';
import { roomId } from '../../server/rooms/contract.ts';
import { samplePolicy, sampleRooms } from '../../server/sample-data/sample-rooms.ts';
import { sampleSpace } from '../../server/sample-data/sample-space.ts';
import { quoteOf, slotOf } from '../builders/bookings.ts';
import { UTRECHT } from '../builders/callers.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const ROOMS = 500;
const DAYS = 100;
const BOOKINGS_A_DAY = 4;
const FIRST_DAY = '2026-11-25';
const CALLS = 60;
const CONTENDERS = 2_000;
const AT_ONCE = 40;
/** Rounds of the weeks after which memory is looked at; in the first ones the caches fill up to their bounds. */
const MEMORY_ROUNDS = 8;
const WARM_ROUNDS = 3;
/** What a thousand requests may leave behind to be called flat. */
const FLAT_MB = 10;

const dayAfter = (days: number) =>
  new Date(new Date(`${FIRST_DAY}T00:00:00Z`).getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** A booking of two hours, as the house writes it: what is not looked at here is left short. */
function documentsOf(room: string, date: string, midnight: Date) {
  const roomDay = `${UTRECHT}:${room}:${date}`;
  const taken = Array.from({ length: BOOKINGS_A_DAY }, (_, at) => {
    const minute = 480 + at * 135;
    const from = new Date(midnight.getTime() + minute * 60_000);
    const to = new Date(from.getTime() + 120 * 60_000);
    return { claimId: randomUUID(), bookingId: randomUUID(), from, to, since: midnight, minute };
  });
  const bookings = taken.map(({ claimId, bookingId, from, to, minute }) => ({
    _id: bookingId,
    spaceId: UTRECHT,
    quoteId: bookingId,
    revision: 2,
    state: 'confirmed',
    claimed: true,
    wish: { people: 4, layout: 'boardroom', options: [] },
    occurrences: [
      {
        occurrenceId: claimId,
        roomId: room,
        date,
        wall: [minute, minute + 120],
        from,
        to,
        state: 'planned',
        claimId,
        roomDays: [roomDay],
        takenUntil: to,
        reminds: { 'booking-in-a-week': midnight, 'booking-in-two-days': midnight },
        reminded: [],
      },
    ],
    price: { lines: [], byRate: [], net: 0, vat: 0, gross: 0, carries: 0 },
    rate: 'standard',
    shares: {},
    pricedUntil: from,
    titleHidden: false,
    duties: [],
    papers: [],
    billedOn: {},
    circumstances: [],
    madeAt: midnight,
    next: to,
  }));
  const claims = taken.map(({ minute: _minute, ...claim }) => claim);
  return { bookings, roomDay: { _id: roomDay, spaceId: UTRECHT, roomId: room, date, claims } };
}

async function fill(connection: Connection, rooms: readonly string[]): Promise<number> {
  const Bookings = createBookingModel(connection);
  const RoomDays = createRoomDayModel(connection);
  let written = 0;
  for (let day = 0; day < DAYS; day++) {
    const date = dayAfter(day);
    const [midnight] = instantsAt(date, 0, 'Europe/Amsterdam');
    if (!midnight) throw new RangeError(`${date} has no midnight`);
    const made = rooms.map((room) => documentsOf(room, date, midnight));
    await Bookings.collection.insertMany(made.flatMap(({ bookings }) => bookings) as object[]);
    await RoomDays.collection.insertMany(made.map(({ roomDay }) => roomDay) as object[]);
    written += made.length * BOOKINGS_A_DAY;
  }
  return written;
}

const at = (sorted: readonly number[], share: number) =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;

interface Step {
  what: string;
  call(number: number): Promise<unknown>;
}

/** Does some steps one after another, so many times, and says what each of them took. */
async function timed(calls: number, ...steps: Step[]) {
  const seen = steps.map(({ what, call }) => ({ what, call, times: [] as number[], work: 0 }));
  for (let number = 0; number < calls; number++)
    for (const step of seen) {
      const [began, worked] = [performance.now(), process.cpuUsage()];
      await step.call(number);
      step.times.push(performance.now() - began);
      const { user, system } = process.cpuUsage(worked);
      step.work += user + system;
    }
  return seen.map(({ what, times, work }) => {
    times.sort((a, b) => a - b);
    // What this process worked, caller and house together, is the same on a machine that others use too.
    const workMs = Math.round(work / calls / 100) / 10;
    return { what, calls, 'p50 ms': at(times, 0.5), 'p95 ms': at(times, 0.95), 'work ms': workMs };
  });
}

/** Everybody wants one hour: how many are decided a second, and that one of them got it. */
async function contended(test: TestHouse) {
  const { bookings, quotes } = test.house.app.services;
  const slot = slotOf({ roomId: 'room-7', date: dayAfter(3), from: 60, to: 120 });
  const quote = quoteOf({ occurrences: [slot] });
  await test.call('POST', '/quotes', quote);
  const { _id: quoteId } = await quotes.told(quote.quoteId as never);
  let won = 0;
  let sent = 0;
  const began = performance.now();
  const contender = async () => {
    while (sent++ < CONTENDERS)
      await bookings.hold({ bookingId: randomUUID() as never, quoteId }).then(
        () => won++,
        () => undefined,
      );
  };
  await Promise.all(Array.from({ length: AT_ONCE }, contender));
  const perSecond = Math.round((CONTENDERS / (performance.now() - began)) * 1000);
  return {
    what: `holds of one hour, ${AT_ONCE} at once: decided a second`,
    calls: CONTENDERS,
    'per s': perSecond,
    won,
  };
}

/** Makes the collector work: what is left then is held by something. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new RangeError('this node shows no collector');
  return () => void collect();
}

/** How fast numbers that were taken at equal distances grow from one to the next (least squares). */
function slopeOf(numbers: readonly number[]): number {
  const middle = (numbers.length - 1) / 2;
  const rise = numbers.reduce((sum, number, index) => sum + (index - middle) * number, 0);
  return rise / numbers.reduce((sum, _number, index) => sum + (index - middle) ** 2, 0);
}

/** What the house holds after so many weeks, when it has answered as many before. */
async function memory(round: () => Promise<unknown>) {
  const collect = collector();
  const held: number[] = [];
  for (let number = 0; number < MEMORY_ROUNDS; number++) {
    await round();
    collect();
    const { heapUsed, external } = process.memoryUsage();
    held.push(Math.round((heapUsed + external) / 2 ** 20));
  }
  const perThousand = Math.round((slopeOf(held.slice(WARM_ROUNDS)) * 1000) / CALLS);
  return {
    what: `memory held after each ${CALLS} weeks, MB: ${held.join(' ')}; flat is at most ${FLAT_MB} a thousand`,
    calls: MEMORY_ROUNDS * CALLS,
    'MB per 1000': perThousand,
    flat: perThousand <= FLAT_MB,
  };
}

/** 500 rooms with 200,000 bookings: the week, a price and a hold, and a crowd at one hour. */
export async function benchBooking(): Promise<object[]> {
  const test = await openTestHouse({ settings: { SAMPLE_SPACE: 'none', LOG_LEVEL: 'silent' } });
  const { spaces, rooms: letting } = test.house.app.services;
  const space = sampleSpace();
  await spaces.open(space);
  const [sample] = sampleRooms(space.id);
  if (!sample) throw new RangeError('the sample has no room');
  const names = Array.from({ length: ROOMS }, (_, number) => `room-${number}`);
  await letting.open(
    space.id,
    samplePolicy(),
    names.map((name) => ({ ...sample, roomId: roomId.parse(name) })),
  );
  const connection = await mongoose.createConnection(storeUri(test.folder, 'common-table')).asPromise();
  const written = await fill(connection, names);
  await connection.close();

  const week = `/spaces/${UTRECHT}/availability?days=7&date=`;
  const weekAt = (number: number) => test.call('GET', `${week}${dayAfter(number)}`);
  const quotes = Array.from({ length: CALLS }, (_, number) =>
    quoteOf({
      occurrences: [slotOf({ roomId: `room-${number}`, date: dayAfter(number % 20), from: 60, to: 120 })],
    }),
  );
  const priceOne = (number: number) => test.call('POST', '/quotes', quotes[number]);
  const holdOne = async (number: number) => {
    const request = { bookingId: randomUUID(), quoteId: quotes[number]?.quoteId };
    const held = await test.call('POST', '/bookings', request);
    if (held.status !== 201) throw new RangeError(JSON.stringify(held.body));
  };
  await test.call('GET', `${week}${FIRST_DAY}`);
  const rows = [
    { what: 'bookings of 500 rooms', calls: written },
    ...(await timed(CALLS, { what: 'a week over 500 rooms', call: weekAt })),
    // As somebody books: a price, a look at it, a hold. Each is waited for by itself.
    ...(await timed(CALLS, { what: 'a price', call: priceOne }, { what: 'a hold', call: holdOne })),
    await contended(test),
    ...(await timed(CALLS, { what: 'a week again', call: weekAt })),
    await memory(() => timed(CALLS, { what: 'weeks', call: weekAt })),
  ];
  await test.close();
  return rows;
}
