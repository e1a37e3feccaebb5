import { z } from 'zod';
import { bookingPapers } from '#contract/invoices';
import { done } from '#contract/platform';
import { seriesPreview, seriesRequest, yieldPlay, yieldPlayed } from '#contract/quotes';
import { localDate } from '#contract/rooms';
import { spaceId } from '#contract/spaces';
import { endpoint } from '#platform/endpoint';
import { companyRoutes } from './company-routes.ts';
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
  waitingRequest,
} from './contract.ts';
import { doorRoutes, togetherRoutes } from './room-routes.ts';
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
    method: 'get',
    path: '/bookings/manage/{word}/papers',
    allow: 'booking:create',
    summary: 'The invoices and credit notes of a booking',
    perMinute,
    params: managed,
    reply: bookingPapers,
    handle: ({ params }) => bookings.papers(params.word),
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
    method: 'get',
    path: '/spaces/{spaceId}/booking-requests',
    allow: 'booking:manage',
    summary: "What waits for a host's yes, however far ahead it lies",
    params: z.strictObject({ spaceId }),
    reply: bookingsOfDay,
    handle: ({ actor, params }) => bookings.awaitingHost(actor, params.spaceId),
  }),
  endpoint({
    method: 'post',
    path: '/bookings/{bookingId}/decisions',
    allow: 'booking:manage',
    summary: 'Say yes or no to a booking that was requested',
    params: z.strictObject({ bookingId }),
    body: decision,
    reply: booking,
    handle: ({ actor, params, body }) => bookings.decideRequest(actor, params.bookingId, body),
  }),
  endpoint({
    method: 'post',
    path: '/series-previews',
    allow: 'booking:create',
    summary: 'How each date of a series stands',
    perMinute,
    body: seriesRequest,
    reply: seriesPreview,
    handle: ({ body }) => bookings.series.preview(body),
  }),
  endpoint({
    method: 'post',
    path: '/waiting-list',
    allow: 'booking:create',
    summary: 'Wait for a room that is taken',
    perMinute,
    status: 201,
    body: waitingRequest,
    reply: done,
    handle: async ({ actor, body }) => {
      await bookings.waiting.join(actor, body);
      return { done: true } as const;
    },
  }),
  endpoint({
    method: 'post',
    path: '/spaces/{spaceId}/yield-plays',
    allow: 'yield:play',
    summary: 'What yield rules would have made of the last ninety days',
    params: z.strictObject({ spaceId }),
    body: yieldPlay,
    reply: yieldPlayed,
    handle: ({ actor, params, body }) => bookings.play(actor, params.spaceId, body.rules),
  }),
  ...companyRoutes(bookings),
  ...doorRoutes(bookings),
  ...togetherRoutes(bookings),
];
