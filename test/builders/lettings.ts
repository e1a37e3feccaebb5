import { randomUUID } from 'node:crypto';
import type { TestHouse } from '../support/test-house.ts';
import { createBooking, hold, quoteOf, slotOf } from './bookings.ts';
import { textIn } from './people.ts';

const FRIDAY = '2026-11-27';

/** Rooms in use: a price that was told, a hold, a booking that stands, and one that waits for a host. */
export async function createLettings(test: TestHouse) {
  const quote = quoteOf({ occurrences: [slotOf({ roomId: 'vecht', date: FRIDAY })] });
  const told = await test.call('POST', '/quotes', quote);
  const held = await hold(test, {
    occurrences: [slotOf({ roomId: 'dom', date: FRIDAY, from: 720, to: 780 })],
  });
  const slot = slotOf({ date: FRIDAY });
  const booked = await createBooking(test, { occurrences: [slot] });
  const requested = await createBooking(test, {
    occurrences: [slotOf({ roomId: 'canal-side', date: FRIDAY, from: 900, to: 960 })],
  });
  const now = slotOf({ roomId: 'rhine', date: '2026-11-24', from: 600, to: 660 });
  const { bookingId } = await createBooking(test, { occurrences: [now] });
  await test.house.app.settled();
  return {
    quoteId: quote.quoteId,
    price: told.body.price,
    held: { word: textIn(held.body, 'manage'), price: Reflect.get(Object(held.body.booking), 'price') },
    booked: { ...booked, slot },
    requested,
    running: { bookingId, occurrenceId: now.occurrenceId },
  };
}

/** A room that was proposed to somebody who is here; the quote's id. */
export async function proposeRoom(
  test: TestHouse,
  { personId, token }: { personId: string; token: string },
): Promise<string> {
  const wish = { quoteId: randomUUID(), personId, people: 2, minutes: 30 };
  const reply = await test.call('POST', '/together-proposals', wish, token);
  return textIn(reply.body, 'quoteId');
}

/** A room that somebody who is here has taken to sit with another; the booking's id. */
export async function takeRoom(
  test: TestHouse,
  person: { personId: string; token: string },
): Promise<string> {
  const quoteId = await proposeRoom(test, person);
  const taken = { bookingId: quoteId, quoteId, personId: person.personId, email: 'bo@example.com' };
  const reply = await test.call('POST', '/together-bookings', { ...taken, language: 'en' }, person.token);
  return textIn(reply.body, 'booking', 'bookingId');
}

export type Lettings = Awaited<ReturnType<typeof createLettings>>;
