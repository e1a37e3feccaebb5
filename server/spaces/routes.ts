import { z } from 'zod';
import { endpoint } from '#platform/endpoint';
import { space, spaceId } from './contract.ts';
import type { SpaceService } from './service.ts';

export const spaceRoutes = (spaces: SpaceService) => [
  endpoint({
    method: 'get',
    path: '/spaces/{spaceId}',
    allow: 'space:view',
    summary: 'A space: seats, zones, floor plan, opening hours',
    params: z.strictObject({ spaceId }),
    reply: space,
    handle: ({ actor, params }) => spaces.view(actor, params.spaceId),
  }),
];
