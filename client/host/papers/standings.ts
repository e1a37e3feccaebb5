import type { z } from 'zod';
import type { InvoiceState, invoiceRow } from '#contract/invoices';
import type { Minor } from '#values/money';

/** A paper as lists show it. */
export type InvoiceRow = z.infer<typeof invoiceRow>;

/** The parts of the list that a host asks for, and which papers each holds. */
export const SHOWS = {
  all: () => true,
  open: ({ standing }) => standing !== undefined && standing.open > 0,
  overdue: ({ standing }) => standing?.state === 'overdue',
  paid: ({ standing }) => standing?.state === 'paid' || standing?.state === 'overpaid',
  refundable: ({ standing }) => standing !== undefined && standing.refundable > 0,
  'credit-notes': ({ kind }) => kind === 'credit-note',
} as const satisfies Record<string, (row: InvoiceRow) => boolean>;

export type Show = keyof typeof SHOWS;

/** Is this a part of the list? */
export function isShow(text: string | null): text is Show {
  return text !== null && Object.keys(SHOWS).includes(text);
}

/** What is still to be paid on these papers. */
export function openOf(rows: readonly InvoiceRow[]): Minor {
  return rows.reduce((sum, { standing }) => sum + (standing?.open ?? 0), 0);
}

/** The colour behind each state; its word says the same. */
export const FACES = {
  issued: 'bg-wood-100',
  'partly-paid': 'bg-wood-100',
  paid: 'bg-leaf-100',
  overpaid: 'bg-sky-100',
  overdue: 'bg-tomato-100',
  credited: 'bg-sky-100',
} as const satisfies Record<InvoiceState, string>;
