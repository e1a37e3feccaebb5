import assert from 'node:assert/strict';
import { confirm, hold, quoteOf, slotOf } from '../builders/bookings.ts';
import { textIn } from '../builders/people.ts';
import { createStaff } from '../builders/world.ts';
import { type Eyes, eyesOn } from '../support/database-dump.ts';
import { roomContradictions } from '../support/room-contradictions.ts';
import { type Door, movingDoor, outcomeOf, SLOT, slotDoors, WAYS } from '../support/slot-doors.ts';
import { isFullStorm, saw } from '../support/storm-size.ts';
import { openTestHouse, type Reply, type TestHouse } from '../support/test-house.ts';

const REQUESTS = isFullStorm ? 200 : 60;
const ROUNDS = isFullStorm ? 10 : 1;

describe('a crowd of requests for one slot', () => {
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

  const outcome = async (replies: readonly Reply[]) => outcomeOf(replies, await eyes.dump());

  const ONE_WINS = { won: 1, lost: REQUESTS - 1, told: REQUESTS - 1, wrong: [] };

  for (const way of WAYS)
    it(`by ${way}: one gets it, the others hear what would work`, async () => {
      const door = slotDoors(test, host)[way];

      const replies = await Promise.all(Array.from({ length: REQUESTS }, (_, number) => door(number)));

      assert.deepEqual(await outcome(replies), ONE_WINS);
    }).timeout(240_000);

  it('by bookings that move there: one gets it, the others stay where they were', async () => {
    const doors: Door[] = [];
    for (let number = 0; number < 40; number++) doors.push(await movingDoor(test, host, { number }));

    const replies = await Promise.all(doors.map((door, number) => door(number)));

    const found = await outcome(replies);
    assert.deepEqual(found, { won: 1, lost: 39, told: 39, wrong: [] });
  }).timeout(240_000);

  it('by one booker who sends the same hold over and over: it is one hold', async () => {
    const quote = quoteOf({ occurrences: [slotOf(SLOT)] });
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
  }).timeout(240_000);

  it('by a request for approval and whoever comes after it: the request holds the room until the host decides', async () => {
    const requested = await hold(test, { occurrences: [slotOf({ ...SLOT, roomId: 'canal-side' })] });
    await confirm(test, requested);

    const { 'a hold': byHold } = slotDoors(test, host);
    const waiting = await Promise.all(Array.from({ length: REQUESTS }, () => byHold(0)));
    const bookingId = textIn(requested.body, 'booking', 'bookingId');
    const declined = await test.call('POST', `/bookings/${bookingId}/decisions`, { approve: false }, host);
    const after = await Promise.all(Array.from({ length: REQUESTS }, () => byHold(0)));

    assert.equal(waiting.filter((reply) => reply.body.code === 'slot_taken').length, REQUESTS);
    assert.equal(declined.body.state, 'cancelled');
    assert.equal(after.filter((reply) => reply.status === 201).length, 1);
    assert.deepEqual(roomContradictions(await eyes.dump()), []);
  }).timeout(240_000);

  for (let round = 0; round < ROUNDS; round++)
    it(`by every door at once: one of them all gets it (round ${round + 1})`, async () => {
      const doors: Door[] = [];
      for (let number = 0; number < 20; number++) doors.push(await movingDoor(test, host, { number }));
      const others = slotDoors(test, host);
      while (doors.length < REQUESTS) doors.push(others[WAYS[doors.length % WAYS.length] ?? 'a hold']);

      const replies = await Promise.all(doors.map((door, number) => door(number)));

      const found = await outcome(replies);
      assert.deepEqual(found, ONE_WINS);
      saw(`${found.won} won, ${found.told} were told what would work, 0 contradictions`);
    }).timeout(120_000);
});
