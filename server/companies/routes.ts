import { z } from 'zod';
import { done } from '#contract/platform';
import { endpoint } from '#platform/endpoint';
import {
  booker,
  bookerId,
  bookerLinkRequest,
  company,
  companyChange,
  companyDetail,
  companyId,
  companyList,
  newBooker,
  newCompany,
  ownChange,
} from './contract.ts';
import type { CompanyService } from './service.ts';

const one = z.strictObject({ companyId });
const DONE = { done: true } as const;

/** For hosts: every company of their space. */
const hostRoutes = (companies: CompanyService) => [
  endpoint({
    method: 'get',
    path: '/companies',
    allow: 'company:manage',
    summary: 'The companies that book in my space',
    reply: companyList,
    handle: async ({ actor }) => ({ companies: await companies.all(actor) }),
  }),
  endpoint({
    method: 'post',
    path: '/companies',
    allow: 'company:manage',
    summary: 'Write a company in',
    status: 201,
    body: newCompany,
    reply: company,
    handle: ({ actor, body }) => companies.create(actor, body),
  }),
  endpoint({
    method: 'get',
    path: '/companies/{companyId}',
    allow: 'company:manage',
    summary: 'A company: terms, bookers, and what is taken of its budget',
    params: one,
    reply: companyDetail,
    handle: async ({ actor, params }) => companies.detailOf(await companies.forHost(actor, params.companyId)),
  }),
  endpoint({
    method: 'patch',
    path: '/companies/{companyId}',
    allow: 'company:manage',
    summary: 'Other terms: rates, collective invoice, budget, order numbers, cost centres; or who it is',
    params: one,
    body: companyChange,
    reply: companyDetail,
    handle: async ({ actor, params, body }) =>
      companies.change(await companies.forHost(actor, params.companyId), body),
  }),
  endpoint({
    method: 'post',
    path: '/companies/{companyId}/bookers',
    allow: 'company:manage',
    summary: 'Let somebody book for a company',
    status: 201,
    params: one,
    body: newBooker,
    reply: booker,
    handle: async ({ actor, params, body }) =>
      companies.addBooker(await companies.forHost(actor, params.companyId), body),
  }),
  endpoint({
    method: 'delete',
    path: '/companies/{companyId}/bookers/{bookerId}',
    allow: 'company:manage',
    summary: 'End what somebody may do for a company',
    params: z.strictObject({ companyId, bookerId }),
    reply: done,
    handle: async ({ actor, params }) => {
      await companies.removeBooker(await companies.forHost(actor, params.companyId), params.bookerId);
      return DONE;
    },
  }),
];

/** For bookers: the one company that they book for. */
const bookerRoutes = (companies: CompanyService) => [
  endpoint({
    method: 'post',
    path: '/booker-links',
    allow: 'booker:announce',
    ignoresCredential: true,
    summary: 'Mail me the link to sign in; answered alike whether the address is known or not',
    perMinute: 10,
    body: bookerLinkRequest,
    reply: done,
    handle: async ({ body }) => {
      await companies.mailLink(body.spaceId, body.email);
      return DONE;
    },
  }),
  endpoint({
    method: 'get',
    path: '/own-company',
    allow: 'company:own',
    summary: 'The company that I book for',
    reply: companyDetail,
    handle: async ({ actor }) => companies.detailOf(await companies.own(actor)),
  }),
  endpoint({
    method: 'patch',
    path: '/own-company',
    allow: 'company:own',
    summary:
      'What my company decides for itself: address, order numbers, cost centres, budget, whether it is named',
    body: ownChange,
    reply: companyDetail,
    handle: async ({ actor, body }) => companies.change(await companies.own(actor), body),
  }),
  endpoint({
    method: 'post',
    path: '/own-company/bookers',
    allow: 'company:own',
    summary: 'Let a colleague book',
    status: 201,
    body: newBooker,
    reply: booker,
    handle: async ({ actor, body }) => companies.addBooker(await companies.own(actor), body),
  }),
  endpoint({
    method: 'delete',
    path: '/own-company/bookers/{bookerId}',
    allow: 'company:own',
    summary: 'A colleague books no longer',
    params: z.strictObject({ bookerId }),
    reply: done,
    handle: async ({ actor, params }) => {
      await companies.removeBooker(await companies.own(actor), params.bookerId);
      return DONE;
    },
  }),
];

export const companyRoutes = (companies: CompanyService) => [
  ...hostRoutes(companies),
  ...bookerRoutes(companies),
];
