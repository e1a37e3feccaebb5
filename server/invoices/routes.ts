import { z } from 'zod';
import { endpoint, file } from '#platform/endpoint';
import type { SpaceService } from '../spaces/service.ts';
import {
  invoiceDetail,
  invoiceList,
  invoiceNumber,
  invoiceQuery,
  linkWord,
  newSeller,
  seller,
} from './contract.ts';
import type { InvoiceService } from './service.ts';
import { ublOf } from './ubl.ts';

const one = z.strictObject({ number: invoiceNumber });
const linked = z.strictObject({ number: invoiceNumber, word: linkWord });

export const invoiceRoutes = (invoices: InvoiceService, spaces: SpaceService) => [
  endpoint({
    method: 'get',
    path: '/invoices',
    allow: 'invoice:view',
    summary: 'The newest invoices and credit notes, and how far each has come',
    query: invoiceQuery,
    reply: invoiceList,
    handle: async ({ actor, query }) => ({ invoices: await invoices.list(actor, query.state) }),
  }),
  endpoint({
    method: 'get',
    path: '/invoices/{number}',
    allow: 'invoice:view',
    summary: 'One paper, its state and its credit notes',
    params: one,
    reply: invoiceDetail,
    handle: ({ actor, params }) => invoices.detail(actor, params.number),
  }),
  endpoint({
    method: 'get',
    path: '/invoices/{number}/pdf',
    allow: 'invoice:view',
    summary: 'One paper to print',
    mediaType: 'application/pdf',
    params: one,
    reply: file,
    handle: async ({ actor, params: { number } }) => {
      const { invoice } = await invoices.detail(actor, number);
      return { name: `${number}.pdf`, bytes: await invoices.print(invoice) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/invoices/{number}/ubl',
    allow: 'invoice:view',
    summary: 'One paper for a machine: UBL 2.1, EN 16931',
    mediaType: 'application/xml',
    params: one,
    reply: file,
    handle: async ({ actor, params: { number } }) => {
      const { invoice } = await invoices.detail(actor, number);
      return { name: `${number}.xml`, bytes: new TextEncoder().encode(ublOf(invoice)) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/papers/{number}/{word}',
    allow: 'invoice:read',
    summary: 'The paper that a link opens',
    params: linked,
    reply: invoiceDetail,
    handle: ({ params: { number, word } }) => invoices.linked(number, word),
  }),
  endpoint({
    method: 'get',
    path: '/papers/{number}/{word}/pdf',
    allow: 'invoice:read',
    summary: 'The paper that a link opens, to print',
    mediaType: 'application/pdf',
    params: linked,
    reply: file,
    handle: async ({ params: { number, word } }) => {
      const { invoice } = await invoices.linked(number, word);
      return { name: `${number}.pdf`, bytes: await invoices.print(invoice) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/papers/{number}/{word}/ubl',
    allow: 'invoice:read',
    summary: 'The paper that a link opens, for a machine',
    mediaType: 'application/xml',
    params: linked,
    reply: file,
    handle: async ({ params: { number, word } }) => {
      const { invoice } = await invoices.linked(number, word);
      return { name: `${number}.xml`, bytes: new TextEncoder().encode(ublOf(invoice)) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/seller',
    allow: 'invoice:view',
    summary: "Who sends the space's invoices",
    reply: seller,
    handle: async ({ actor }) => invoices.sellerOf(await spaces.spaceFor(actor)),
  }),
  endpoint({
    method: 'put',
    path: '/seller',
    allow: 'seller:manage',
    summary: 'Another seller, for the invoices to come',
    body: newSeller,
    reply: seller,
    handle: async ({ actor, body }) => invoices.setSeller(await spaces.spaceFor(actor), body),
  }),
];
