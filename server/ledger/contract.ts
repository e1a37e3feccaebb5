import { z } from 'zod';
import { idText, instant } from '#contract/platform';
import { spaceId } from '#contract/spaces';

/** A bucket of a space's books. `receivable` is one for each company, `vat` one for each rate in basis points. */
export const account = z.union([
  z.enum([
    'bank',
    'income:rooms',
    'income:options',
    'income:other',
    'liability:seat-fund',
    'cost:seats',
    'cost:coffee',
    'cost:lunch',
    'payable:refunds',
    'own:gifts',
  ]),
  z.templateLiteral(['vat:', z.int().min(0)]),
  z.templateLiteral(['receivable:', idText]),
]);
export type Account = z.infer<typeof account>;

/** One line of an entry, in minor units of the book: debits positive, credits negative. */
export const posting = z.strictObject({ account, amount: z.int() });
export type Posting = z.infer<typeof posting>;

/** What an entry is about, by ids, so that it can be found from any of them. */
export const about = z.strictObject({
  kind: z.enum(['issue', 'payment', 'refund', 'seat', 'coffee', 'lunch', 'gift', 'reversal']),
  invoice: z.string().optional(),
  booking: idText.optional(),
  room: idText.optional(),
  company: idText.optional(),
  payment: z.string().optional(),
  person: idText.optional(),
  /** The local date of the space. */
  date: z.iso.date().optional(),
  /** The entry that this one undoes. */
  reverses: z.string().optional(),
});
export type About = z.infer<typeof about>;

/**
 * How much of an earlier credit of the seat fund an entry uses up: first in, first out. Of a credit that several
 * bookings gave together, whose part it is.
 */
export const use = z.strictObject({
  entry: z.int().min(1),
  booking: idText.optional(),
  amount: z.int().min(1),
});
export type Use = z.infer<typeof use>;

/** By how much the net room income of one booking on a collective invoice changes, and what of it is the seat fund's. */
export const part = z.strictObject({
  booking: idText,
  room: idText.optional(),
  rooms: z.int(),
  amount: z.int(),
});
export type Part = z.infer<typeof part>;
export type RoomsOf = Omit<Part, 'amount'>;

/** One event in the books; its id is its cause. */
export const entry = z.strictObject({
  entryId: z.string(),
  spaceId,
  unit: z.enum(['EUR', 'EGP', 'JPY']),
  number: z.int().min(1),
  at: instant,
  about,
  postings: z.array(posting).min(2),
  uses: z.array(use),
  /** Only of a collective invoice. */
  parts: z.array(part).min(1).optional(),
  previous: z.string(),
  hash: z.string(),
});
export type Entry = z.infer<typeof entry>;

export const entriesQuery = z.strictObject({
  /** The number after which to go on reading. */
  after: z.coerce.number().int().min(0).default(0),
});
export const entryPage = z.strictObject({ entries: z.array(entry), more: z.boolean() });

/** Sums of all entries up to a number; those of zero are left out. */
export const balances = z.strictObject({
  unit: z.enum(['EUR', 'EGP', 'JPY']),
  upTo: z.int(),
  balances: z.record(z.string(), z.int()),
});
export type Balances = z.infer<typeof balances>;

/** What the last proof of a space's books found; `fault` names the first entry that is wrong, and how. */
export const proof = z.strictObject({
  at: instant.optional(),
  entries: z.int(),
  fault: z.strictObject({ number: z.int(), rule: z.enum(['gap', 'hash', 'sum']) }).optional(),
});
export type Proof = z.infer<typeof proof>;

export const permissions = ['books:view'] as const;

export const errors = [] as const;
