import assert from 'node:assert/strict';
import { HOUR } from '#values/clock';
import { createBooking, slotOf } from '../builders/bookings.ts';
import { connectTo, eyesOn } from '../support/database-dump.ts';
import { roomContradictions } from '../support/room-contradictions.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

describe('a claim that its booking does not know', () => {
  let test: TestHouse;

  beforeEach(async () => {
    test = await openTestHouse();
    await createBooking(test, { occurrences: [slotOf()] });
  });

  afterEach(() => test.close());

  /** As a server leaves it that ends in the middle of a move, by what its clock said then. */
  async function leaveClaim(since: Date): Promise<void> {
    const store = await connectTo(test);
    const days = store.collection('room_days');
    const [claim] = (await days.findOne({}))?.claims ?? [];
    await days.updateMany({}, { $push: { claims: { ...claim, claimId: 'of-a-move', since } } });
    await store.close();
  }

  async function contradictions(): Promise<string[]> {
    const eyes = await eyesOn(test);
    const found = roomContradictions(await eyes.dump());
    await eyes.close();
    return found;
  }

  for (const { because, ahead } of [
    { because: 'that was made before', ahead: -HOUR },
    { because: 'though the clock was set back since', ahead: HOUR },
  ])
    it(`is gone after a start, ${because}`, async () => {
      await leaveClaim(new Date(test.clock.now().getTime() + ahead));
      const before = await contradictions();

      await test.restart();

      assert.notDeepEqual(before, []);
      assert.deepEqual(await contradictions(), []);
    });
});
