import { z } from 'zod';
import { invoiceNumber, linkWord } from '#contract/invoices';
import { endpoint } from '#platform/endpoint';
import type { InvoiceService } from '../invoices/service.ts';
import {
  checkout,
  importReport,
  matchRequest,
  payment,
  paymentKey,
  paymentList,
  paymentRequest,
  refundRequest,
  statementUpload,
  unmatchedList,
} from './contract.ts';
import type { PaymentService } from './service.ts';

export const paymentRoutes = (payments: PaymentService, invoices: InvoiceService) => [
  endpoint({
    method: 'post',
    path: '/payments',
    allow: 'payment:manage',
    summary: 'Note money that came in',
    status: 201,
    body: paymentRequest,
    reply: payment,
    handle: ({ actor, body }) => payments.note(actor, body),
  }),
  endpoint({
    method: 'get',
    path: '/invoices/{number}/payments',
    allow: 'payment:manage',
    summary: 'What has been paid on an invoice, and paid back',
    params: z.strictObject({ number: invoiceNumber }),
    reply: paymentList,
    handle: async ({ actor, params }) => ({ payments: await payments.ofInvoice(actor, params.number) }),
  }),
  endpoint({
    method: 'get',
    path: '/payments/unmatched',
    allow: 'payment:manage',
    summary: 'What came in and nobody knows for what',
    reply: unmatchedList,
    handle: async ({ actor }) => ({ payments: await payments.unmatched(actor) }),
  }),
  endpoint({
    method: 'post',
    path: '/payments/{paymentId}/match',
    allow: 'payment:manage',
    summary: 'Say what a payment is for',
    params: z.strictObject({ paymentId: paymentKey }),
    body: matchRequest,
    reply: payment,
    handle: ({ actor, params, body }) => payments.match(actor, params.paymentId, body.invoice),
  }),
  endpoint({
    method: 'post',
    path: '/bank-statements',
    allow: 'payment:manage',
    summary: 'Take in a statement of the bank',
    status: 201,
    body: statementUpload,
    reply: importReport,
    handle: ({ actor, body }) => payments.takeStatement(actor, body),
  }),
  endpoint({
    method: 'post',
    path: '/refunds',
    allow: 'payment:manage',
    summary: 'Pay back what is owed back',
    status: 201,
    body: refundRequest,
    reply: payment,
    handle: ({ actor, body }) => payments.refund(actor, body),
  }),
  endpoint({
    method: 'post',
    path: '/papers/{number}/{word}/checkout',
    allow: 'payment:checkout',
    summary: 'Where the invoice of a link is paid by card',
    status: 201,
    perMinute: 20,
    params: z.strictObject({ number: invoiceNumber, word: linkWord }),
    reply: checkout,
    handle: async ({ params: { number, word }, origin }) => {
      const { invoice } = await invoices.linked(number, word);
      return payments.checkout(invoice.number, `${origin}/papers/${number}/${word}`);
    },
  }),
];
