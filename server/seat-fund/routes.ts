import { z } from 'zod';
import { done } from '#contract/platform';
import { endpoint } from '#platform/endpoint';
import type { Actor } from '#values/actor';
import type { SpaceService } from '../spaces/service.ts';
import {
  capacity,
  drawn,
  drawRequest,
  gauge,
  giftRequest,
  month,
  revisedFundPolicy,
  statement,
} from './contract.ts';
import type { SeatFundService } from './service.ts';

export const seatFundRoutes = (fund: SeatFundService, spaces: SpaceService) => {
  const ownSpace = (actor: Actor) => spaces.spaceFor(actor);
  return [
    endpoint({
      method: 'get',
      path: '/fund/capacity',
      allow: 'fund:view',
      summary: 'Free seats now, and why so many',
      reply: capacity,
      handle: async ({ actor }) => fund.capacity(await ownSpace(actor)),
    }),
    endpoint({
      method: 'get',
      path: '/fund/gauge',
      allow: 'fund:view',
      summary: 'For how many days free seats are paid for',
      reply: gauge,
      handle: async ({ actor }) => fund.gauge(await ownSpace(actor)),
    }),
    endpoint({
      method: 'get',
      path: '/fund/statements/{month}',
      allow: 'fund:view',
      summary: 'A month of the seat fund',
      params: z.strictObject({ month }),
      reply: statement,
      handle: async ({ actor, params }) => fund.statement(await ownSpace(actor), params.month),
    }),
    endpoint({
      method: 'get',
      path: '/fund/policy',
      allow: 'fund:view',
      summary: 'How the fund fills and how many seats it may open',
      reply: revisedFundPolicy,
      handle: async ({ actor }) => fund.revisedPolicyOf(await ownSpace(actor)),
    }),
    endpoint({
      method: 'put',
      path: '/fund/policy',
      allow: 'fund:manage',
      summary: 'Another policy, made on the revision that it names',
      body: revisedFundPolicy,
      reply: revisedFundPolicy,
      handle: async ({ actor, body }) => fund.setPolicy(await ownSpace(actor), body),
    }),
    endpoint({
      method: 'post',
      path: '/fund/gifts',
      allow: 'fund:manage',
      summary: 'The space gives to its own fund',
      status: 201,
      body: giftRequest,
      reply: done,
      handle: async ({ actor, body }) => {
        await fund.give(await ownSpace(actor), body);
        return { done: true } as const;
      },
    }),
    endpoint({
      method: 'post',
      path: '/fund/draws',
      allow: 'fund:draw',
      summary: "Take the day's coffee or lunch",
      status: 201,
      body: drawRequest,
      reply: drawn,
      handle: ({ actor, body }) => fund.take(actor, body),
    }),
  ];
};
