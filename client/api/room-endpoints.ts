import {
  atDoor,
  booking,
  cancellationAgreed,
  changeAgreed,
  changePreview,
  changeRequest,
  confirmation,
  doorView,
  heldBooking,
  holdRequest,
  part,
  refund,
  togetherBooking,
  togetherEnding,
  togetherProposal,
  togetherWish,
  waitingRequest,
} from '#contract/bookings';
import { availability } from '#contract/calendar';
import { bookingPapers } from '#contract/invoices';
import { done } from '#contract/platform';
import { quote, quoteRequest, seriesPreview, seriesRequest } from '#contract/quotes';
import { places, roomsOfSpace } from '#contract/rooms';
import { endpoint } from './call.ts';

/** What is asked about rooms and their bookings, by the sentence that asks it. */

export const listPlaces = endpoint({ method: 'GET', path: '/places', reply: places });

export const listRooms = endpoint({ method: 'GET', path: '/spaces/:spaceId/rooms', reply: roomsOfSpace });

/** Which rooms fit on `query.date`, and when they are taken. */
export const findAvailability = endpoint({
  method: 'GET',
  path: '/spaces/:spaceId/availability',
  reply: availability,
});

export const askQuote = endpoint({ method: 'POST', path: '/quotes', body: quoteRequest, reply: quote });

export const holdRooms = endpoint({
  method: 'POST',
  path: '/bookings',
  body: holdRequest,
  reply: heldBooking,
});

/** How each date of a series stands. */
export const previewSeries = endpoint({
  method: 'POST',
  path: '/series-previews',
  body: seriesRequest,
  reply: seriesPreview,
});

export const joinWaitingList = endpoint({
  method: 'POST',
  path: '/waiting-list',
  body: waitingRequest,
  reply: done,
});

export const viewBooking = endpoint({ method: 'GET', path: '/bookings/manage/:word', reply: booking });

export const viewPapers = endpoint({
  method: 'GET',
  path: '/bookings/manage/:word/papers',
  reply: bookingPapers,
});

export const confirmBooking = endpoint({
  method: 'POST',
  path: '/bookings/manage/:word/confirmation',
  body: confirmation,
  reply: booking,
});

export const previewRefund = endpoint({
  method: 'POST',
  path: '/bookings/manage/:word/refunds',
  body: part,
  reply: refund,
});

export const cancelBooking = endpoint({
  method: 'POST',
  path: '/bookings/manage/:word/cancellations',
  body: cancellationAgreed,
  reply: booking,
});

export const previewChange = endpoint({
  method: 'POST',
  path: '/bookings/manage/:word/change-previews',
  body: changeRequest,
  reply: changePreview,
});

export const changeBooking = endpoint({
  method: 'POST',
  path: '/bookings/manage/:word/changes',
  body: changeAgreed,
  reply: booking,
});

export const viewDoor = endpoint({ method: 'GET', path: '/rooms/:roomId/door', reply: doorView });

export const checkInAtDoor = endpoint({
  method: 'POST',
  path: '/rooms/:roomId/door/check-ins',
  body: atDoor,
  reply: doorView,
});

export const endAtDoor = endpoint({
  method: 'POST',
  path: '/rooms/:roomId/door/endings',
  body: atDoor,
  reply: doorView,
});

export const proposeTogether = endpoint({
  method: 'POST',
  path: '/together-proposals',
  body: togetherWish,
  reply: togetherProposal,
});

export const bookTogether = endpoint({
  method: 'POST',
  path: '/together-bookings',
  body: togetherBooking,
  reply: heldBooking,
});

export const endTogether = endpoint({
  method: 'POST',
  path: '/together-endings',
  body: togetherEnding,
  reply: done,
});
