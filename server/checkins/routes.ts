import { z } from 'zod';
import { personId } from '#contract/people';
import { endpoint } from '#platform/endpoint';
import { isForeign } from '#values/actor';
import {
  checkIn,
  checkInChange,
  checkInEnded,
  checkInId,
  checkInReply,
  checkInRequest,
  checkOutRequest,
  presenceReply,
} from './contract.ts';
import type { CheckInService } from './service.ts';

const one = z.strictObject({ checkInId });

export const checkInRoutes = (checkIns: CheckInService) => [
  endpoint({
    method: 'post',
    path: '/check-ins',
    allow: 'check-in:create',
    summary: 'Check somebody in on a seat',
    status: 201,
    // The reply holds a link that is worth a session; a retry is safe by the check-in's own id.
    retrySafe: false,
    body: checkInRequest,
    reply: checkInReply,
    handle: ({ actor, body }) => checkIns.checkIn(actor, body),
  }),
  endpoint({
    method: 'post',
    path: '/check-outs',
    allow: 'check-in:create',
    summary: 'Check out somebody whose pass was shown at this kiosk',
    body: checkOutRequest,
    reply: checkInEnded,
    handle: ({ actor, body }) => checkIns.leaveAtKiosk(actor, body.personId),
  }),
  endpoint({
    method: 'get',
    path: '/presences/{personId}',
    allow: 'check-in:create',
    summary: 'Where somebody whose pass was shown is checked in now',
    params: z.strictObject({ personId }),
    reply: presenceReply,
    handle: async ({ actor, params }) => {
      const found = await checkIns.presenceOf(params.personId);
      // Where else somebody sits today is no business of this kiosk.
      return found && !isForeign(actor, found.spaceId) ? { checkIn: found } : {};
    },
  }),
  endpoint({
    method: 'patch',
    path: '/check-ins/{checkInId}',
    allow: 'check-in:change',
    summary: 'Another openness or focus',
    params: one,
    body: checkInChange,
    reply: checkIn,
    handle: ({ actor, params, body }) => checkIns.change(actor, params.checkInId, body),
  }),
  endpoint({
    method: 'post',
    path: '/check-ins/{checkInId}/end',
    allow: 'check-in:change',
    summary: 'Leave',
    params: one,
    reply: checkInEnded,
    handle: ({ actor, params }) => checkIns.leave(actor, params.checkInId),
  }),
];
