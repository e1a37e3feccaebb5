import { z } from 'zod';
import { spaceId } from '#contract/spaces';
import { endpoint } from '#platform/endpoint';
import { invalid } from '#values/errors';
import { places, revisedBookingPolicy, room, roomId, roomsOfSpace } from './contract.ts';
import type { RoomService } from './service.ts';

const ofSpace = z.strictObject({ spaceId });

export const roomRoutes = (rooms: RoomService) => [
  endpoint({
    method: 'get',
    path: '/places',
    allow: 'room:view',
    summary: 'The spaces that let rooms',
    reply: places,
    handle: async () => ({ places: await rooms.places() }),
  }),
  endpoint({
    method: 'get',
    path: '/spaces/{spaceId}/rooms',
    allow: 'room:view',
    summary: 'The rooms of a space and how it lets them',
    params: ofSpace,
    reply: roomsOfSpace,
    handle: ({ params }) => rooms.shownOf(params.spaceId),
  }),
  endpoint({
    method: 'put',
    path: '/rooms/{roomId}',
    allow: 'room:manage',
    summary: 'Add or change a room',
    params: z.strictObject({ roomId }),
    body: room,
    reply: room,
    handle: ({ actor, params, body }) => {
      if (body.roomId !== params.roomId) throw invalid('room_unknown');
      return rooms.changeRoom(actor, body);
    },
  }),
  endpoint({
    method: 'get',
    path: '/spaces/{spaceId}/booking-policy',
    allow: 'room:manage',
    summary: 'How a space lets its rooms, with yield rules and vouchers',
    params: ofSpace,
    reply: revisedBookingPolicy,
    handle: ({ actor, params }) => rooms.policyFor(actor, params.spaceId),
  }),
  endpoint({
    method: 'put',
    path: '/spaces/{spaceId}/booking-policy',
    allow: 'room:manage',
    summary: 'Let rooms by another policy, made on the revision that it names',
    params: ofSpace,
    body: revisedBookingPolicy,
    reply: revisedBookingPolicy,
    handle: ({ actor, params, body }) => rooms.changePolicy(actor, params.spaceId, body),
  }),
];
