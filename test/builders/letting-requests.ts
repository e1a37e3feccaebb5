import type { Role } from '#values/actor';
import { samplePolicy, sampleRooms } from '../../server/sample-data/sample-rooms.ts';
import { spaceId } from '../../server/spaces/contract.ts';
import { ACME, confirmationOf, grossIn, quoteOf, slotOf } from './bookings.ts';
import { UTRECHT } from './callers.ts';
import type { Lettings } from './lettings.ts';

interface Letting {
  lettings: Lettings;
  /** The quote of a room that a person who is here was proposed. */
  proposal: string;
  ana: { personId: string };
  bo: { personId: string };
  /** The booking of the room that Bo has. */
  together: string;
}

const rembrandt = () =>
  sampleRooms(spaceId.parse(UTRECHT)).find(({ roomId }) => roomId === 'rembrandt') ?? {};

const moveOf = ({ booked }: Lettings) => ({
  move: { ...booked.slot, from: 660, to: 720, scope: 'one' },
  people: 3,
});

/** Good requests for rooms, prices and bookings. */
export const LETTING_REQUESTS: Readonly<
  Record<string, (world: Letting) => { as: Role; path: string; body?: object }>
> = {
  'get /places': () => ({ as: 'visitor', path: '/places' }),
  'get /spaces/{spaceId}/rooms': () => ({ as: 'visitor', path: `/spaces/${UTRECHT}/rooms` }),
  'put /rooms/{roomId}': () => ({ as: 'manager', path: '/rooms/rembrandt', body: rembrandt() }),
  'get /spaces/{spaceId}/booking-policy': () => ({
    as: 'manager',
    path: `/spaces/${UTRECHT}/booking-policy`,
  }),
  'put /spaces/{spaceId}/booking-policy': () => ({
    as: 'manager',
    path: `/spaces/${UTRECHT}/booking-policy`,
    body: { ...samplePolicy(), revision: 0 },
  }),
  'get /spaces/{spaceId}/availability': () => ({
    as: 'visitor',
    path: `/spaces/${UTRECHT}/availability?date=2026-11-27&days=7&people=8&equipment=screen,whiteboard`,
  }),
  'post /quotes': () => ({ as: 'visitor', path: '/quotes', body: quoteOf() }),
  'post /bookings': ({ lettings }) => ({
    as: 'visitor',
    path: '/bookings',
    body: { bookingId: 'a-new-booking', quoteId: lettings.quoteId },
  }),
  'get /bookings/manage/{word}': ({ lettings }) => ({
    as: 'visitor',
    path: `/bookings/manage/${lettings.booked.word}`,
  }),
  'get /bookings/manage/{word}/papers': ({ lettings }) => ({
    as: 'visitor',
    path: `/bookings/manage/${lettings.booked.word}/papers`,
  }),
  'post /bookings/manage/{word}/confirmation': ({ lettings }) => ({
    as: 'visitor',
    path: `/bookings/manage/${lettings.held.word}/confirmation`,
    body: confirmationOf(grossIn(lettings.held.price), { title: 'Stand-up', titleHidden: true }),
  }),
  'post /bookings/manage/{word}/refunds': ({ lettings }) => ({
    as: 'visitor',
    path: `/bookings/manage/${lettings.booked.word}/refunds`,
    body: { occurrenceId: lettings.booked.slot.occurrenceId, scope: 'all' },
  }),
  'post /bookings/manage/{word}/cancellations': ({ lettings }) => ({
    as: 'visitor',
    path: `/bookings/manage/${lettings.booked.word}/cancellations`,
    body: { occurrenceId: lettings.booked.slot.occurrenceId, scope: 'all', gross: 7260 },
  }),
  'post /bookings/manage/{word}/change-previews': ({ lettings }) => ({
    as: 'visitor',
    path: `/bookings/manage/${lettings.booked.word}/change-previews`,
    body: moveOf(lettings),
  }),
  'post /bookings/manage/{word}/changes': ({ lettings }) => ({
    as: 'visitor',
    path: `/bookings/manage/${lettings.booked.word}/changes`,
    body: { ...moveOf(lettings), gross: 0 },
  }),
  'get /spaces/{spaceId}/bookings': () => ({
    as: 'host',
    path: `/spaces/${UTRECHT}/bookings?date=2026-11-27`,
  }),
  'get /spaces/{spaceId}/booking-requests': () => ({
    as: 'host',
    path: `/spaces/${UTRECHT}/booking-requests`,
  }),
  'post /bookings/{bookingId}/decisions': ({ lettings }) => ({
    as: 'host',
    path: `/bookings/${lettings.requested.bookingId}/decisions`,
    body: { approve: true },
  }),
  'post /series-previews': () => ({
    as: 'visitor',
    path: '/series-previews',
    body: {
      ...slotOf(),
      spaceId: UTRECHT,
      people: 2,
      layout: 'boardroom',
      every: { unit: 'week', count: 2 },
      times: 6,
    },
  }),
  'post /waiting-list': ({ lettings }) => {
    const { quoteId: _quote, ...wish } = quoteOf({
      occurrences: [{ ...lettings.booked.slot, occurrenceId: lettings.booked.slot.occurrenceId }],
    });
    return {
      as: 'visitor',
      path: '/waiting-list',
      body: { ...wish, waitId: 'a-wait', billing: ACME, language: 'nl' },
    };
  },
  'post /spaces/{spaceId}/yield-plays': () => ({
    as: 'manager',
    path: `/spaces/${UTRECHT}/yield-plays`,
    body: { rules: samplePolicy().yield },
  }),
  'get /rooms/{roomId}/door': () => ({ as: 'screen', path: '/rooms/rhine/door' }),
  'post /rooms/{roomId}/door/check-ins': ({ lettings }) => ({
    as: 'screen',
    path: '/rooms/rhine/door/check-ins',
    body: lettings.running,
  }),
  'post /rooms/{roomId}/door/endings': ({ lettings }) => ({
    as: 'screen',
    path: '/rooms/rhine/door/endings',
    body: lettings.running,
  }),
  'post /together-proposals': ({ ana }) => ({
    as: 'person',
    path: '/together-proposals',
    body: { quoteId: 'a-room-for-two', personId: ana.personId, people: 2, minutes: 30 },
  }),
  'post /together-bookings': ({ ana, proposal }) => ({
    as: 'person',
    path: '/together-bookings',
    body: {
      bookingId: 'for-the-two',
      quoteId: proposal,
      personId: ana.personId,
      email: 'ana@example.com',
      language: 'nl',
    },
  }),
  'post /together-endings': ({ together, bo }) => ({
    as: 'kiosk',
    path: '/together-endings',
    body: { bookingId: together, personId: bo.personId },
  }),
};
