import assert from 'node:assert/strict';
import { spaceId } from '#contract/spaces';
import { sampleRooms } from '../../server/sample-data/sample-rooms.ts';
import { ACME, createBooking, grossIn, hold, quoteOf, slotOf } from '../builders/bookings.ts';
import { anotherAddress, UTRECHT } from '../builders/callers.ts';
import { createCompany, createStaff } from '../builders/world.ts';
import { mailsIn } from '../support/outbox.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

describe('a room that a company’s booker waits for', () => {
  let test: TestHouse;

  before(async () => {
    test = await openTestHouse();
  });

  after(() => test.close());

  it('is held at what is agreed with the company, as if they had found it free', async () => {
    const host = await createStaff(test, 'host');
    const { token, companyId } = await createCompany(test, host);
    await test.call('PATCH', `/companies/${companyId}`, { rates: [{ share: 8000 }] }, host);
    const slot = slotOf({ date: '2026-11-27' });
    const { word } = await createBooking(test, { occurrences: [slot] });
    const { quoteId: _quote, ...wish } = quoteOf({ occurrences: [slotOf({ date: '2026-11-27' })] });
    const wait = { ...wish, waitId: 'the-first', billing: ACME, language: 'nl' };
    await test.call('POST', '/waiting-list', wait, token, anotherAddress());

    const given = { occurrenceId: slot.occurrenceId, scope: 'one', gross: 7_260 };
    await test.call('POST', `/bookings/manage/${word}/cancellations`, given, undefined, anotherAddress());
    await test.house.app.services.bookings.waiting.serve();

    const day = await test.call('GET', `/spaces/${UTRECHT}/bookings?date=2026-11-27`, undefined, host);
    const rows: unknown = day.body.bookings;
    assert(Array.isArray(rows));
    const held = rows.find(({ booking }) => booking.state === 'held');
    const alike = await hold(test, { occurrences: [slotOf({ date: '2026-11-30' })] }, token);
    assert.equal(grossIn(held, 'booking', 'price'), grossIn(alike.body, 'booking', 'price'));
    assert(grossIn(held, 'booking', 'price') < 7_260);
  });

  it('is told by mail, once, when there is nothing to wait for any more', async () => {
    const manager = await createStaff(test, 'manager');
    const slot = slotOf({ date: '2026-12-01' });
    await createBooking(test, { occurrences: [slot] });
    const { quoteId: _quote, ...wish } = quoteOf({ occurrences: [slotOf({ date: '2026-12-01' })] });
    const wait = { ...wish, waitId: 'in-vain', billing: ACME, language: 'nl' };
    await test.call('POST', '/waiting-list', wait, undefined, anotherAddress());
    const told = async () =>
      (await mailsIn(test)).filter(({ subject }) => subject === 'Niet meer beschikbaar: Rembrandt');
    const { waiting } = test.house.app.services.bookings;

    await waiting.serve();
    const before = await told();
    const known = sampleRooms(spaceId.parse(UTRECHT)).find(({ roomId }) => roomId === 'rembrandt');
    const { status } = await test.call('PUT', '/rooms/rembrandt', { ...known, withdrawn: true }, manager);
    await waiting.serve();
    await waiting.serve();

    assert.deepEqual([status, before.length, (await told()).length], [200, 0, 1]);
  });
});
