import { endpoint } from '#platform/endpoint';
import type { SpaceService } from '../spaces/service.ts';
import { balances, entriesQuery, entryPage, proof } from './contract.ts';
import { entryOf } from './model.ts';
import type { LedgerService } from './service.ts';

const PAGE = 100;

export const ledgerRoutes = (ledger: LedgerService, spaces: SpaceService) => [
  endpoint({
    method: 'get',
    path: '/books/entries',
    allow: 'books:view',
    summary: 'The entries of the books, oldest first, a page at a time',
    query: entriesQuery,
    reply: entryPage,
    handle: async ({ actor, query }) => {
      const book = await ledger.bookOf((await spaces.spaceFor(actor)).id);
      const found = await ledger.page(book, query.after, PAGE + 1);
      return { entries: found.slice(0, PAGE).map(entryOf), more: found.length > PAGE };
    },
  }),
  endpoint({
    method: 'get',
    path: '/books/balances',
    allow: 'books:view',
    summary: 'What each account of the books holds',
    reply: balances,
    handle: async ({ actor }) => {
      const book = await ledger.bookOf((await spaces.spaceFor(actor)).id);
      return { unit: book.unit, ...(await ledger.balances(book)) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/books/proof',
    allow: 'books:view',
    summary: 'What the last proof of the books found',
    reply: proof,
    handle: async ({ actor }) => ledger.lastProof(await ledger.bookOf((await spaces.spaceFor(actor)).id)),
  }),
];
