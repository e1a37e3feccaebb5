import { z } from 'zod';
import { answer, outcome } from '#contract/introductions';
import { done } from '#contract/platform';
import { endpoint } from '#platform/endpoint';
import { lunchTableId, proposedTables, tablesAsked, tablesToAsk } from './contract.ts';
import type { LunchService } from './service.ts';

const one = z.strictObject({ tableId: lunchTableId });
const DONE = { done: true } as const;

export const lunchRoutes = (lunches: LunchService) => [
  endpoint({
    method: 'post',
    path: '/lunch-tables',
    allow: 'lunch:manage',
    summary: 'Propose lunch tables of who is here now, in place of earlier proposals',
    status: 201,
    reply: proposedTables,
    handle: ({ actor }) => lunches.propose(actor),
  }),
  endpoint({
    method: 'post',
    path: '/lunch-table-questions',
    allow: 'lunch:manage',
    summary: 'Ask everybody at these tables, each in private',
    body: tablesToAsk,
    reply: tablesAsked,
    handle: ({ actor, body }) => lunches.ask(actor, body.tableIds),
  }),
  endpoint({
    method: 'delete',
    path: '/lunch-tables/{tableId}',
    allow: 'lunch:manage',
    summary: 'Take a proposed table back',
    params: one,
    reply: done,
    handle: async ({ actor, params }) => {
      await lunches.drop(actor, params.tableId);
      return DONE;
    },
  }),
  endpoint({
    method: 'post',
    path: '/lunch-tables/{tableId}/answers',
    allow: 'lunch:own',
    summary: 'Yes, or not now. The others never learn of a no',
    params: one,
    body: answer,
    reply: done,
    handle: async ({ actor, params, body }) => {
      await lunches.answer(actor, params.tableId, body.answer);
      return DONE;
    },
  }),
  endpoint({
    method: 'post',
    path: '/lunch-tables/{tableId}/outcomes',
    allow: 'lunch:own',
    summary: 'We talked at lunch',
    params: one,
    body: outcome,
    reply: done,
    handle: async ({ actor, params }) => {
      await lunches.talked(actor, params.tableId);
      return DONE;
    },
  }),
];
