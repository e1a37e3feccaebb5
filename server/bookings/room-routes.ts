import { z } from 'zod';
import { done } from '#contract/platform';
import { roomId } from '#contract/rooms';
import { endpoint } from '#platform/endpoint';
import {
  atDoor,
  doorView,
  heldBooking,
  togetherBooking,
  togetherEnding,
  togetherProposal,
  togetherWish,
} from './contract.ts';
import type { BookingService } from './service.ts';

const atRoom = z.strictObject({ roomId });

/** The panel beside a room. */
export const doorRoutes = ({ door }: BookingService) => [
  endpoint({
    method: 'get',
    path: '/rooms/{roomId}/door',
    allow: 'door:use',
    summary: 'What is on in a room now and next',
    params: atRoom,
    reply: doorView,
    handle: ({ actor, params }) => door.view(actor, params.roomId),
  }),
  endpoint({
    method: 'post',
    path: '/rooms/{roomId}/door/check-ins',
    allow: 'door:use',
    summary: 'We are here',
    params: atRoom,
    body: atDoor,
    reply: doorView,
    handle: ({ actor, params, body }) => door.checkIn(actor, params.roomId, body),
  }),
  endpoint({
    method: 'post',
    path: '/rooms/{roomId}/door/endings',
    allow: 'door:use',
    summary: 'We are done, earlier than planned',
    params: atRoom,
    body: atDoor,
    reply: doorView,
    handle: ({ actor, params, body }) => door.end(actor, params.roomId, body),
  }),
];

/** A room in two taps for people who are here. */
export const togetherRoutes = ({ together }: BookingService) => [
  endpoint({
    method: 'post',
    path: '/together-proposals',
    allow: 'booking:together',
    summary: 'A room that is free now, at the price for persons who are here',
    status: 201,
    body: togetherWish,
    reply: togetherProposal,
    handle: ({ actor, body }) => together.propose(actor, body),
  }),
  endpoint({
    method: 'post',
    path: '/together-bookings',
    allow: 'booking:together',
    summary: 'Take the room that was proposed',
    status: 201,
    retrySafe: false,
    body: togetherBooking,
    reply: heldBooking,
    handle: ({ actor, body }) => together.book(actor, body),
  }),
  endpoint({
    method: 'post',
    path: '/together-endings',
    allow: 'booking:together',
    summary: 'Leave that room, earlier than planned',
    body: togetherEnding,
    reply: done,
    handle: async ({ actor, body }) => {
      await together.end(actor, body);
      return { done: true } as const;
    },
  }),
];
