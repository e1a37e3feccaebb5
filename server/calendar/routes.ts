import { z } from 'zod';
import { spaceId } from '#contract/spaces';
import { endpoint } from '#platform/endpoint';
import { availability, availabilityRequest } from './contract.ts';
import type { CalendarService } from './service.ts';

export const calendarRoutes = (calendar: CalendarService) => [
  endpoint({
    method: 'get',
    path: '/spaces/{spaceId}/availability',
    allow: 'calendar:view',
    summary: 'Which rooms fit, and when they are taken',
    params: z.strictObject({ spaceId }),
    query: availabilityRequest,
    reply: availability,
    lasting: true,
    handle: ({ params, query }) => calendar.availability(params.spaceId, query),
  }),
];
