import assert from 'node:assert/strict';
import { confirm, createBooking, hold, quoteOf, slotOf, TOMORROW } from '../builders/bookings.ts';
import { textIn } from '../builders/people.ts';
import { anotherAddress, createStaff } from '../builders/world.ts';
import { type Eyes, eyesOn } from '../support/database-dump.ts';
import { roomContradictions } from '../support/room-contradictions.ts';
import { isFullStorm, saw } from '../support/storm-size.ts';
import { openTestHouse, type Reply, type TestHouse } from '../support/test-house.ts';

const REQUESTS = 200;
const ROUNDS = isFullStorm ? 10 : 1;

/** One way of asking for the Rhine room tomorrow from ten to eleven. */
type Door = (number: number) => Promise<Reply>;

describe('two hundred requests for one slot', () => {
  let test: TestHouse;
  let host: string;
  let eyes: Eyes;

  beforeEach(async () => {
    test = await openTestHouse();
    host = await createStaff(test, 'host');
    eyes = await eyesOn(test);
  });

  afterEach(async () => {
    await eyes.close();
    await test.close();
  });

  const wanted = { roomId: 'rhine', date: TOMORROW, from: 600, to: 660 };

  /** A booking elsewhere that is to move into the slot. */
  async function elsewhere(number: number): Promise<Door> {
    const date = `2026-12-${String(1 + (number % 20)).padStart(2, '0')}`;
    const slot = slotOf({ roomId: 'canal', date, from: 60 * (number % 23), to: 60 * (number % 23) + 30 });
    const { word } = await createBooking(test, { occurrences: [slot] });
    const move = { ...wanted, occurrenceId: slot.occurrenceId, scope: 'one' };
    const address = anotherAddress();
    const preview = await test.call(
      'POST',
      `/bookings/manage/${word}/change-previews`,
      { move },
      host,
      address,
    );
    const difference = preview.body.difference;
    const gross = typeof difference === 'object' && difference ? Reflect.get(difference, 'gross') : undefined;
    return () => test.call('POST', `/bookings/manage/${word}/changes`, { move, gross }, host, address);
  }

  const byHold: Door = () => hold(test, { occurrences: [slotOf(wanted)] });

  const ways: Record<string, Door> = {
    'a hold': byHold,
    'a host': () => hold(test, { occurrences: [slotOf(wanted)] }, host),
    'a series that has it in the middle': (number) => {
      const dates = ['2026-11-26', TOMORROW, '2026-11-27'].map((date) => slotOf({ ...wanted, date }));
      return hold(test, { occurrences: number % 2 ? dates : dates.reverse() });
    },
    'the combined room of which it is a part': () =>
      hold(test, { occurrences: [slotOf({ ...wanted, roomId: 'canal-side' })] }),
    'the hour after, within its buffer': () =>
      hold(test, { occurrences: [slotOf({ ...wanted, from: 660, to: 720 })] }),
    'half of it': () => hold(test, { occurrences: [slotOf({ ...wanted, from: 630, to: 645 })] }),
  };

  /** What everybody was told, and what then lies in the store. */
  async function outcome(replies: readonly Reply[]) {
    const won = replies.filter(({ status }) => status < 300);
    const lost = replies.filter(({ status }) => status >= 300);
    const told = lost.filter(({ status, body }) => {
      const details = body.details;
      if (status !== 409 || body.code !== 'slot_taken' || typeof details !== 'object' || !details)
        return false;
      return 'nextDate' in details && 'nextFrom' in details && 'anotherRoom' in details;
    });
    return {
      won: won.length,
      lost: lost.length,
      told: told.length,
      wrong: roomContradictions(await eyes.dump()),
    };
  }

  const ONE_WINS = { won: 1, lost: REQUESTS - 1, told: REQUESTS - 1, wrong: [] };

  for (const [way, door] of Object.entries(ways))
    it(`by ${way}: one gets it, the others hear what would work`, async () => {
      const replies = await Promise.all(Array.from({ length: REQUESTS }, (_, number) => door(number)));

      assert.deepEqual(await outcome(replies), ONE_WINS);
    }).timeout(60_000);

  it('by bookings that move there: one gets it, the others stay where they were', async () => {
    const doors: Door[] = [];
    for (let number = 0; number < 40; number++) doors.push(await elsewhere(number));

    const replies = await Promise.all(doors.map((door, number) => door(number)));

    const found = await outcome(replies);
    assert.deepEqual(found, { won: 1, lost: 39, told: 39, wrong: [] });
  }).timeout(60_000);

  it('by one booker who sends the same hold two hundred times: it is one hold', async () => {
    const quote = quoteOf({ occurrences: [slotOf(wanted)] });
    await test.call('POST', '/quotes', quote);
    const request = { bookingId: 'the-very-same', quoteId: quote.quoteId };

    const replies = await Promise.all(
      Array.from({ length: REQUESTS }, () => test.call('POST', '/bookings', request)),
    );
    const later = await test.call('POST', '/bookings', request);

    const answers = new Set(replies.map(({ status, body }) => `${status} ${body.code ?? 'held'}`));
    assert(
      [...answers].every((answer) => ['201 held', '409 booking_at_work'].includes(answer)),
      [...answers].join(),
    );
    assert.equal(later.status, 201);
    assert.deepEqual(roomContradictions(await eyes.dump()), []);
    saw([...answers].join(', '));
  }).timeout(60_000);

  it('by a request for approval and whoever comes after it: the request holds the room until the host decides', async () => {
    const requested = await hold(test, { occurrences: [slotOf({ ...wanted, roomId: 'canal-side' })] });
    await confirm(test, requested);

    const waiting = await Promise.all(Array.from({ length: REQUESTS }, (_, number) => byHold(number)));
    const bookingId = textIn(requested.body, 'booking', 'bookingId');
    const declined = await test.call('POST', `/bookings/${bookingId}/decisions`, { approve: false }, host);
    const after = await Promise.all(Array.from({ length: REQUESTS }, (_, number) => byHold(number)));

    assert.equal(waiting.filter((reply) => reply.body.code === 'slot_taken').length, REQUESTS);
    assert.equal(declined.body.state, 'cancelled');
    assert.equal(after.filter((reply) => reply.status === 201).length, 1);
    assert.deepEqual(roomContradictions(await eyes.dump()), []);
  }).timeout(60_000);

  for (let round = 0; round < ROUNDS; round++)
    it(`by every door at once: one of them all gets it (round ${round + 1})`, async () => {
      const doors: Door[] = [];
      for (let number = 0; number < 20; number++) doors.push(await elsewhere(number));
      const others = Object.values(ways);
      while (doors.length < REQUESTS) doors.push(others[doors.length % others.length] ?? byHold);

      const replies = await Promise.all(doors.map((door, number) => door(number)));

      const found = await outcome(replies);
      assert.deepEqual(found, ONE_WINS);
      saw(`${found.won} won, ${found.told} were told what would work, 0 contradictions`);
    }).timeout(120_000);
});
