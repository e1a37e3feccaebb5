import type { ViewName } from '#contract/boards';
import { ROLES, type Role } from '#values/actor';

const STAFF: readonly Role[] = ['host', 'manager'];

/**
 * Who may knock at which endpoint, written down by hand: a right that is given by mistake differs from this table,
 * and a new endpoint is not served before somebody has thought about who may use it.
 */
export const ENDPOINT_ROLES: Readonly<Record<string, readonly Role[]>> = {
  'get /spaces/{spaceId}': ['kiosk', 'screen', ...STAFF],
  'post /people': ['kiosk'],
  'post /people/recognitions': ['kiosk'],
  'get /people/me': ['person'],
  'patch /people/me': ['person'],
  'post /skills/proposals': ['person', 'kiosk', 'screen', ...STAFF],
  'get /skills/names': ['person', 'kiosk', 'screen', ...STAFF],
  'post /pairings': ROLES,
  'post /pairings/claims': ROLES,
  'get /devices': STAFF,
  'post /devices': STAFF,
  'delete /devices/{deviceId}': STAFF,
  'get /notifications': STAFF,
  'get /notifications/{notificationId}': STAFF,
  'post /notifications/{notificationId}/resend': STAFF,
  'post /sessions': ROLES,
  'get /sessions/current': ROLES,
  'delete /sessions/current': ROLES,
  'get /companies': STAFF,
  'post /companies': STAFF,
  'get /companies/{companyId}': STAFF,
  'patch /companies/{companyId}': STAFF,
  'post /companies/{companyId}/bookers': STAFF,
  'delete /companies/{companyId}/bookers/{bookerId}': STAFF,
  'post /booker-links': ROLES,
  'get /own-company': ['booker'],
  'patch /own-company': ['booker'],
  'post /own-company/bookers': ['booker'],
  'delete /own-company/bookers/{bookerId}': ['booker'],
  'get /books/entries': STAFF,
  'get /books/balances': STAFF,
  'get /books/proof': STAFF,
  'get /fund/capacity': STAFF,
  'get /fund/gauge': STAFF,
  'get /fund/statements/{month}': STAFF,
  'get /fund/policy': STAFF,
  'put /fund/policy': ['manager'],
  'post /fund/gifts': ['manager'],
  'post /fund/draws': ['person', 'kiosk', ...STAFF],
  'post /check-ins': ['kiosk'],
  'post /check-outs': ['kiosk'],
  'get /presences/{personId}': ['kiosk'],
  'patch /check-ins/{checkInId}': ['person', ...STAFF],
  'post /check-ins/{checkInId}/end': ['person', ...STAFF],
  'post /introductions/{introductionId}/answers': ['person'],
  'post /introductions/{introductionId}/outcomes': ['person'],
  'post /introductions/{introductionId}/offer': STAFF,
  'post /seat-proposals': ['kiosk'],
  'get /places': ROLES,
  'get /spaces/{spaceId}/rooms': ROLES,
  'put /rooms/{roomId}': ['manager'],
  'get /spaces/{spaceId}/booking-policy': ['manager'],
  'put /spaces/{spaceId}/booking-policy': ['manager'],
  'get /spaces/{spaceId}/availability': ROLES,
  'post /quotes': ROLES,
  'post /bookings': ROLES,
  'get /bookings/manage/{word}': ROLES,
  'post /bookings/manage/{word}/confirmation': ROLES,
  'post /bookings/manage/{word}/refunds': ROLES,
  'post /bookings/manage/{word}/cancellations': ROLES,
  'post /bookings/manage/{word}/change-previews': ROLES,
  'post /bookings/manage/{word}/changes': ROLES,
  'get /spaces/{spaceId}/bookings': STAFF,
  'post /bookings/{bookingId}/decisions': STAFF,
};

/** Who may watch which live view. */
export const VIEW_ROLES: Readonly<Record<ViewName, readonly Role[]>> = {
  kiosk: ['kiosk'],
  board: ['screen', ...STAFF],
  member: ['person'],
};

/** Where it does not matter who asks: a credential that has run out is no obstacle to getting a new one. */
export const ASKS_NOBODY: readonly string[] = [
  'post /pairings',
  'post /pairings/claims',
  'post /sessions',
  'post /booker-links',
  'delete /sessions/current',
];
