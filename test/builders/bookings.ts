import { randomUUID } from 'node:crypto';
import type { Callee, Reply } from '../support/test-house.ts';
import { anotherAddress, UTRECHT } from './callers.ts';
import { textIn } from './people.ts';

/** Tomorrow, as the test's clock has it. */
export const TOMORROW = '2026-11-25';

export interface SlotOverrides {
  roomId?: string;
  date?: string;
  from?: number;
  to?: number;
  fold?: string;
}

export function slotOf(overrides: SlotOverrides = {}) {
  return {
    occurrenceId: randomUUID(),
    roomId: 'rembrandt',
    date: TOMORROW,
    from: 600,
    to: 660,
    ...overrides,
  };
}

export interface WishOverrides {
  occurrences?: ReturnType<typeof slotOf>[];
  people?: number;
  layout?: string;
  options?: { code: string; quantity: number }[];
  voucher?: string;
  spaceId?: string;
}

/** A quote as a booker asks for it: an hour for two tomorrow morning, unless something else is said. */
export function quoteOf(overrides: WishOverrides = {}) {
  return {
    quoteId: randomUUID(),
    spaceId: UTRECHT,
    occurrences: [slotOf()],
    people: 2,
    layout: 'boardroom',
    options: [],
    ...overrides,
  };
}

/** Asks for a price and holds the rooms. @throws RangeError when the price is refused. */
export async function hold(test: Callee, wish: WishOverrides = {}, token?: string): Promise<Reply> {
  const quote = quoteOf(wish);
  const told = await test.call('POST', '/quotes', quote, token, anotherAddress());
  if (told.status !== 201) throw new RangeError(JSON.stringify(told.body));
  const request = { bookingId: randomUUID(), quoteId: quote.quoteId };
  return test.call('POST', '/bookings', request, token, anotherAddress());
}

/** The amount that a reply's price or refund comes to. */
export function grossIn(body: unknown, ...path: string[]): number {
  let value: unknown = body;
  for (const key of [...path, 'gross'])
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  if (typeof value !== 'number')
    throw new RangeError(`no amount at ${path.join('.')} of ${JSON.stringify(body)}`);
  return value;
}

/** A company that books, as its booker types it. */
export const ACME = {
  kind: 'company',
  name: 'Bakkerij Acme B.V.',
  attention: 'Noor Visser',
  email: 'noor@acme.example',
  address: { street: 'Oudegracht 1', postcode: '3511 AA', city: 'Utrecht', country: 'NL' },
};

export const confirmationOf = (gross: number, overrides: object = {}) => ({
  gross,
  billing: ACME,
  language: 'en',
  titleHidden: false,
  ...overrides,
});

/** Confirms what is held. */
export async function confirm(test: Callee, held: Reply, token?: string): Promise<Reply> {
  const word = textIn(held.body, 'manage');
  const agreed = confirmationOf(grossIn(held.body, 'booking', 'price'));
  return test.call('POST', `/bookings/manage/${word}/confirmation`, agreed, token, anotherAddress());
}

/** A booking that stands, with the word of its link. @throws RangeError when it is refused. */
export async function createBooking(test: Callee, wish: WishOverrides = {}, token?: string) {
  const held = await hold(test, wish, token);
  const confirmed = await confirm(test, held, token);
  if (confirmed.status !== 200) throw new RangeError(JSON.stringify([held.body, confirmed.body]));
  return { word: textIn(held.body, 'manage'), bookingId: textIn(held.body, 'booking', 'bookingId') };
}
