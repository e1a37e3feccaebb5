import { z } from 'zod';
import { language } from '#contract/platform';
import { endpoint } from '#platform/endpoint';
import { proposalReply, proposalRequest, skillNames } from './contract.ts';
import type { SkillService } from './service.ts';

export const skillRoutes = (skills: SkillService) => [
  endpoint({
    method: 'post',
    path: '/skills/proposals',
    allow: 'skill:view',
    summary: 'Skills that plain words in any of the four languages speak of',
    body: proposalRequest,
    reply: proposalReply,
    handle: ({ body }) => ({ proposals: skills.propose(body.text, body.language) }),
  }),
  endpoint({
    method: 'get',
    path: '/skills/names',
    allow: 'skill:view',
    summary: "Every skill's name in one language",
    query: z.strictObject({ language }),
    reply: skillNames,
    handle: ({ query }) => skills.names(query.language),
  }),
];
