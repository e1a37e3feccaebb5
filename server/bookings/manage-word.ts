import { timingSafeEqual } from 'node:crypto';
import { digestOf } from '#platform/tokens';
import type { BookingId } from './contract.ts';

/**
 * The word in a booking's link: its id, and a digest that only this house can make. It can be made again whenever a
 * mail needs it, so it is stored nowhere.
 */
export function manageWordOf(secret: string, bookingId: BookingId): string {
  return `${bookingId}.${digestOf(secret, `manage ${bookingId}`).toString('base64url')}`;
}

/** The booking that a word is for; `undefined` where the house has not made it. */
export function bookingOfWord(secret: string, word: string): string | undefined {
  const [id = '', digest = ''] = word.split('.');
  const given = Buffer.from(digest, 'base64url');
  const right = digestOf(secret, `manage ${id}`);
  return given.length === right.length && timingSafeEqual(given, right) ? id : undefined;
}
