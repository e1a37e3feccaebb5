import { endpoint } from '#platform/endpoint';
import { quote, quoteRequest } from './contract.ts';
import type { QuoteService } from './service.ts';

export const quoteRoutes = (quotes: QuoteService) => [
  endpoint({
    method: 'post',
    path: '/quotes',
    allow: 'quote:create',
    summary: 'What a booking would cost; the price stands for a quarter of an hour',
    status: 201,
    body: quoteRequest,
    reply: quote,
    handle: async ({ actor, body }) =>
      quotes.quote(body, { rate: 'standard', shares: await quotes.sharesOf(actor, body) }),
  }),
];
