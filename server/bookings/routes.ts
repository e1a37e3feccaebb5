import { z } from 'zod';
import { localDate } from '#contract/rooms';
import { spaceId } from '#contract/spaces';
import { endpoint } from '#platform/endpoint';
import {
  booking,
  bookingId,
  bookingsOfDay,
  cancellationAgreed,
  changeAgreed,
  changePreview,
  changeRequest,
  confirmation,
  decision,
  heldBooking,
  holdRequest,
  manageWord,
  part,
  refund,
} from './contract.ts';
import type { BookingService } from './service.ts';

const managed = z.strictObject({ word: manageWord });
const perMinute = 120;

/** What whoever holds a booking's link may do with it. */
const linkRoutes = (bookings: BookingService) => [
  endpoint({
    method: 'get',
    path: '/bookings/manage/{word}',
    allow: 'booking:create',
    summary: 'A booking by its link',
    perMinute,
    params: managed,
    reply: booking,
    handle: ({ params }) => bookings.view(params.word),
  }),
  endpoint({
    method: 'post',
    path: '/bookings/manage/{word}/confirmation',
    allow: 'booking:create',
    summary: 'Book what is held, at the price that was shown',
    perMinute,
    params: managed,
    body: confirmation,
    reply: booking,
    handle: ({ actor, params, body }) => bookings.confirm(actor, params.word, body),
  }),
  endpoint({
    method: 'post',
    path: '/bookings/manage/{word}/refunds',
    allow: 'booking:create',
    summary: 'What giving up a part of a booking would give back now',
    perMinute,
    params: managed,
    body: part,
    reply: refund,
    handle: ({ params, body }) => bookings.refundOf(params.word, body),
  }),
  endpoint({
    method: 'post',
    path: '/bookings/manage/{word}/cancellations',
    allow: 'booking:create',
    summary: 'Give up a part of a booking, for the refund that was shown',
    perMinute,
    params: managed,
    body: cancellationAgreed,
    reply: booking,
    handle: ({ params, body }) => bookings.cancel(params.word, body),
  }),
  endpoint({
    method: 'post',
    path: '/bookings/manage/{word}/change-previews',
    allow: 'booking:create',
    summary: 'What a change would cost',
    perMinute,
    params: managed,
    body: changeRequest,
    reply: changePreview,
    handle: ({ actor, params, body }) => bookings.changePreview(actor, params.word, body),
  }),
  endpoint({
    method: 'post',
    path: '/bookings/manage/{word}/changes',
    allow: 'booking:create',
    summary: 'Change a booking, for the difference that was shown',
    perMinute,
    params: managed,
    body: changeAgreed,
    reply: booking,
    handle: ({ actor, params, body }) => bookings.change(actor, params.word, body),
  }),
];

export const bookingRoutes = (bookings: BookingService) => [
  endpoint({
    method: 'post',
    path: '/bookings',
    allow: 'booking:create',
    summary: 'Hold the rooms of a quote while somebody pays',
    status: 201,
    // The reply holds the word of the booking's link; a retry is safe by the booking's own id.
    retrySafe: false,
    body: holdRequest,
    reply: heldBooking,
    handle: ({ body }) => bookings.hold(body),
  }),
  ...linkRoutes(bookings),
  endpoint({
    method: 'get',
    path: '/spaces/{spaceId}/bookings',
    allow: 'booking:manage',
    summary: 'What a space has on a date',
    params: z.strictObject({ spaceId }),
    query: z.strictObject({ date: localDate }),
    reply: bookingsOfDay,
    handle: ({ actor, params, query }) => bookings.ofDay(actor, params.spaceId, query.date),
  }),
  endpoint({
    method: 'post',
    path: '/bookings/{bookingId}/decisions',
    allow: 'booking:manage',
    summary: 'Say yes or no to a booking that was requested',
    params: z.strictObject({ bookingId }),
    body: decision,
    reply: booking,
    handle: ({ actor, params, body }) => bookings.decideRequest(actor, params.bookingId, body.approve),
  }),
];
