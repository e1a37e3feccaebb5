import { booking, bookingsOfDay, decision } from '#contract/bookings';
import { notification, outbox } from '#contract/notifications';
import { endpoint } from './call.ts';

/** What hosts ask to run the day, by the sentence that asks it. */

/** What is booked on `query.date`. */
export const bookingsOn = endpoint({
  method: 'GET',
  path: '/spaces/:spaceId/bookings',
  reply: bookingsOfDay,
});

export const decideBooking = endpoint({
  method: 'POST',
  path: '/bookings/:bookingId/decisions',
  body: decision,
  reply: booking,
});

/** The mails of the space, newest first. */
export const listMails = endpoint({ method: 'GET', path: '/notifications', reply: outbox });

export const resendMail = endpoint({
  method: 'POST',
  path: '/notifications/:notificationId/resend',
  reply: notification,
});
