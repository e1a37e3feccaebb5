import { z } from 'zod';
import { approval } from '#contract/companies';
import { endpoint } from '#platform/endpoint';
import { approvalAnswer, approvalWord } from './contract.ts';
import type { ApprovalService } from './service.ts';

const asked = z.strictObject({ word: approvalWord });

export const approvalRoutes = (approvals: ApprovalService) => [
  endpoint({
    method: 'get',
    path: '/approvals/{word}',
    allow: 'approval:answer',
    ignoresCredential: true,
    summary: 'The booking that goes over a budget, for whoever was mailed the link',
    perMinute: 60,
    params: asked,
    reply: approval,
    handle: ({ params }) => approvals.view(params.word),
  }),
  endpoint({
    method: 'post',
    path: '/approvals/{word}',
    allow: 'approval:answer',
    ignoresCredential: true,
    summary: 'Approve or decline it; the first word stands',
    perMinute: 60,
    params: asked,
    body: approvalAnswer,
    reply: approval,
    handle: ({ params, body }) => approvals.answer(params.word, body.approve),
  }),
];
