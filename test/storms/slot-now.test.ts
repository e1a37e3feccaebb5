import assert from 'node:assert/strict';
import { confirmationOf, createBooking, hold, quoteOf, slotOf } from '../builders/bookings.ts';
import { createDevice } from '../builders/people.ts';
import { createStaff } from '../builders/world.ts';
import { type Eyes, eyesOn } from '../support/database-dump.ts';
import { outcomeOf } from '../support/slot-doors.ts';
import { saw } from '../support/storm-size.ts';
import { openTestHouse, type Reply, type TestHouse } from '../support/test-house.ts';

const REQUESTS = 200;
const TODAY = '2026-11-24';
/** The canal room, which needs nobody's word, for the half hour that has just begun. */
const NOW = { roomId: 'canal', date: TODAY, from: 600, to: 630 };

describe('two hundred who want a room that is free now', () => {
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

  const wants = (slot = NOW) => hold(test, { occurrences: [slotOf(slot)] });
  const outcome = async (replies: readonly Reply[]) => outcomeOf(replies, await eyes.dump());

  it('while a meeting is ended early at its door: one gets what it leaves, at most', async () => {
    const slot = slotOf({ ...NOW, to: 690 });
    const { bookingId } = await createBooking(test, { occurrences: [slot] });
    const screen = (await createDevice(test, host, 'screen')).token;
    const { occurrenceId } = slot;
    const late = { ...NOW, from: 630, to: 660 };

    const [ended, ...replies] = await Promise.all([
      test.call('POST', '/rooms/canal/door/endings', { bookingId, occurrenceId }, screen),
      ...Array.from({ length: REQUESTS }, () => wants(late)),
    ]);
    const last = await wants(late);

    const { won, wrong } = await outcome([...replies, last]);
    assert.deepEqual([ended?.status, won, wrong], [200, 1, []]);
  }).timeout(240_000);

  it('while it is given back and somebody waits for it: one gets it, of those who wait and those who ask', async () => {
    const slot = slotOf({ ...NOW, date: '2026-11-27' });
    const { word } = await createBooking(test, { occurrences: [slot] });
    const { quoteId: _quote, ...wish } = quoteOf({ occurrences: [slotOf({ ...slot })] });
    const wait = { ...wish, waitId: 'who-waits', billing: confirmationOf(0).billing, language: 'en' };
    await test.call('POST', '/waiting-list', wait);
    const part = { occurrenceId: slot.occurrenceId, scope: 'one' };
    const back = await test.call('POST', `/bookings/manage/${word}/refunds`, part);
    const { waiting } = test.house.app.services.bookings;

    const [cancelled, , ...replies] = await Promise.all([
      test.call('POST', `/bookings/manage/${word}/cancellations`, { ...part, gross: back.body.gross }),
      waiting.serve(),
      ...Array.from({ length: REQUESTS }, () => wants({ ...NOW, date: '2026-11-27' })),
    ]);
    await waiting.serve();

    const { won, wrong } = await outcome(replies);
    const dump: [string, { _id: string; state: string }[]][] = JSON.parse(await eyes.dump());
    const served = (new Map(dump).get('bookings') ?? []).filter(
      ({ _id, state }) => _id === 'who-waits' && state === 'held',
    );
    assert.deepEqual([cancelled?.status, won + served.length, wrong], [200, 1, []]);
    saw(served.length === 1 ? 'whoever waited got it' : 'somebody who asked got it');
  }).timeout(240_000);
});
