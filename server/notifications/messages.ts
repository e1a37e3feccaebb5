import { z } from 'zod';
import { instant, lineOfText } from '#contract/platform';

const line = lineOfText(200);
const currency = z.enum(['EUR', 'EGP', 'JPY']);
/** Where a link leads, below the address of the house. */
const path = z.string().startsWith('/').max(500);

const booking = { room: line, times: z.array(z.strictObject({ from: instant, to: instant })).min(1), path };
const priced = { ...booking, people: z.int(), total: z.int(), currency };
/** Whose yes it waits for. */
const awaits = z.array(z.enum(['host', 'budget']));
/** What it comes to as it stands, where a change is asked about. */
const before = z.int().optional();
const invoice = { number: line, total: z.int(), currency, due: z.iso.date() };

/** Every message that the house sends, with what its words are filled with. Amounts are in minor units. */
export const messages = {
  'booking-held': z.strictObject({ ...priced, until: instant }),
  'booking-requested': z.strictObject({ ...priced, awaits, until: instant }),
  'booking-confirmed': z.strictObject(priced),
  'booking-approved': z.strictObject(priced),
  'booking-declined': z.strictObject({ ...booking, note: line.optional() }),
  'booking-changed': z.strictObject(priced),
  'booking-change-requested': z.strictObject({ ...priced, awaits, until: instant }),
  'booking-change-declined': z.strictObject(booking),
  'booking-cancelled': z.strictObject({ ...booking, refund: z.int(), currency }),
  'booking-in-a-week': z.strictObject(booking),
  'booking-in-two-days': z.strictObject(booking),
  'booking-no-show': z.strictObject({ ...booking, until: instant }),
  'waiting-list-free': z.strictObject({ ...booking, until: instant }),
  'waiting-list-over': z.strictObject(booking),
  'invoice-sent': z.strictObject({ ...invoice, seats: z.int(), path: path.optional() }),
  'credit-note-sent': z.strictObject({ number: line, credited: line, total: z.int(), currency }),
  'payment-received': z.strictObject({ number: line, amount: z.int(), currency, seats: z.int() }),
  'invoice-overdue': z.strictObject({ ...invoice, open: z.int(), path: path.optional() }),
  'approval-asked': z.strictObject({ ...priced, before, company: line, booker: line, until: instant }),
  'sign-in-link': z.strictObject({ path, until: instant }),
} as const;

export type MessageName = keyof typeof messages;

/** A message with its values. */
export type Message = {
  [Name in MessageName]: { message: Name; values: z.infer<(typeof messages)[Name]> };
}[MessageName];

/** Messages whose link signs somebody in: nobody but the recipient reads them. */
export const CONFIDENTIAL: ReadonlySet<MessageName> = new Set(['sign-in-link']);
