import type { Message } from '../../server/notifications/messages.ts';
import type { NotificationRequest } from '../../server/notifications/service.ts';
import { spaceId } from '../../server/spaces/contract.ts';

const UTRECHT = 'utrecht-domplein';

const times = [{ from: '2026-12-01T08:00:00.000Z', to: '2026-12-01T11:30:00.000Z' }];
const until = '2026-11-24T09:10:00.000Z';
const currency = 'EUR';
const booking = { room: 'Rembrandt', times, path: '/bookings/manage/a-token' };
const priced = { ...booking, people: 12, total: 42_350, currency } as const;
const invoice = {
  number: 'UTR-2026-0042',
  total: 42_350,
  currency,
  due: '2026-12-08',
} as const;

/** One of every message, as the house fills them. */
export const MESSAGES: readonly Message[] = [
  { message: 'booking-held', values: { ...priced, until } },
  { message: 'booking-requested', values: { ...priced, awaits: ['host', 'budget'], until } },
  { message: 'booking-confirmed', values: priced },
  { message: 'booking-approved', values: priced },
  { message: 'booking-declined', values: { ...booking, note: 'The lift is being repaired' } },
  { message: 'booking-changed', values: priced },
  { message: 'booking-change-requested', values: { ...priced, awaits: ['host', 'budget'], until } },
  { message: 'booking-change-declined', values: booking },
  { message: 'booking-cancelled', values: { ...booking, refund: 21_175, currency } },
  { message: 'booking-in-a-week', values: booking },
  { message: 'booking-in-two-days', values: booking },
  { message: 'booking-no-show', values: { ...booking, until } },
  { message: 'waiting-list-free', values: { ...booking, until } },
  { message: 'waiting-list-over', values: booking },
  { message: 'invoice-sent', values: { ...invoice, seats: 7, path: '/bookings/manage/a-token' } },
  {
    message: 'credit-note-sent',
    values: { number: 'UTR-2026-0043', credited: 'UTR-2026-0042', total: -42_350, currency },
  },
  { message: 'payment-received', values: { number: 'UTR-2026-0042', amount: 42_350, currency, seats: 1 } },
  { message: 'invoice-overdue', values: { ...invoice, open: 2350 } },
  {
    message: 'approval-asked',
    values: { ...priced, before: 21_175, company: 'Bakkerij De Wit', booker: 'Sam de Vries', until },
  },
  { message: 'sign-in-link', values: { path: '/account#link=secret', until } },
];

/** A confirmed booking's mail to Sam in English. */
export function notificationOf(
  overrides: Partial<Omit<NotificationRequest, 'message' | 'values'>> & { about?: Message } = {},
): NotificationRequest {
  const { about = { message: 'booking-confirmed', values: priced } as const, ...rest } = overrides;
  return {
    cause: 'booking:one:confirmed:1',
    spaceId: spaceId.parse(UTRECHT),
    to: { name: 'Sam de Vries', address: 'sam@bakkerij.example' },
    language: 'en',
    ...about,
    ...rest,
  };
}
