import { z } from 'zod';
import { done } from '#contract/platform';
import { endpoint } from '#platform/endpoint';
import {
  answer,
  introductionId,
  outcome,
  refusal,
  roundDecision,
  roundOffered,
  roundProposed,
  seatProposal,
  seatProposalRequest,
  valuation,
} from './contract.ts';
import type { IntroductionService } from './service.ts';

const one = z.strictObject({ introductionId });
const DONE = { done: true } as const;

export const introductionRoutes = (introductions: IntroductionService) => [
  endpoint({
    method: 'post',
    path: '/introductions/{introductionId}/answers',
    allow: 'introduction:own',
    summary: 'Yes, or not now. The other side never learns of a no',
    params: one,
    body: answer,
    reply: done,
    handle: async ({ actor, params, body }) => {
      await introductions.answer(actor, params.introductionId, body.answer);
      return DONE;
    },
  }),
  endpoint({
    method: 'post',
    path: '/introductions/{introductionId}/outcomes',
    allow: 'introduction:own',
    summary: 'We talked',
    params: one,
    body: outcome,
    reply: done,
    handle: async ({ actor, params }) => {
      await introductions.talked(actor, params.introductionId);
      return DONE;
    },
  }),
  endpoint({
    method: 'post',
    path: '/introductions/{introductionId}/valuations',
    allow: 'introduction:own',
    summary: 'Whether the talk was useful. The other side never learns what was said',
    params: one,
    body: valuation,
    reply: done,
    handle: async ({ actor, params, body }) => {
      await introductions.value(actor, params.introductionId, body.useful);
      return DONE;
    },
  }),
  endpoint({
    method: 'put',
    path: '/introductions/{introductionId}/block',
    allow: 'introduction:own',
    summary: 'Not with this person again. Nobody else learns of it',
    params: one,
    reply: done,
    handle: async ({ actor, params }) => {
      await introductions.block(actor, params.introductionId);
      return DONE;
    },
  }),
  endpoint({
    method: 'delete',
    path: '/introductions/{introductionId}/block',
    allow: 'introduction:own',
    summary: 'With this person again',
    params: one,
    reply: done,
    handle: async ({ actor, params }) => {
      await introductions.unblock(actor, params.introductionId);
      return DONE;
    },
  }),
  endpoint({
    method: 'post',
    path: '/introductions/{introductionId}/refusals',
    allow: 'introduction:manage',
    summary: 'Not these two, with a reason that teaches',
    params: one,
    body: refusal,
    reply: done,
    handle: async ({ actor, params, body }) => {
      await introductions.refuse(actor, params.introductionId, body.reason);
      return DONE;
    },
  }),
  endpoint({
    method: 'post',
    path: '/introductions/{introductionId}/offer',
    allow: 'introduction:manage',
    summary: 'Offer a suggestion to both',
    params: one,
    reply: done,
    handle: async ({ actor, params }) => {
      await introductions.offerByHost(actor, params.introductionId);
      return DONE;
    },
  }),
  endpoint({
    method: 'post',
    path: '/rounds',
    allow: 'introduction:manage',
    summary: 'The best set of introductions at once, of all who have nothing before them',
    status: 201,
    reply: roundProposed,
    handle: ({ actor }) => introductions.proposeRound(actor),
  }),
  endpoint({
    method: 'post',
    path: '/rounds/decisions',
    allow: 'introduction:manage',
    summary: 'Offer these of the best set, and put the rest away',
    body: roundDecision,
    reply: roundOffered,
    handle: ({ actor, body }) => introductions.offerRound(actor, body.introductionIds),
  }),
  endpoint({
    method: 'post',
    path: '/seat-proposals',
    allow: 'seat:propose',
    summary: 'A free seat near whom somebody may meet',
    body: seatProposalRequest,
    reply: seatProposal,
    handle: ({ actor, body }) => introductions.proposeSeat(actor, body),
  }),
];
