import type { Role } from '#values/actor';
import { SAMPLE_POLICY } from '../../server/sample-data/sample-fund.ts';
import { SAMPLE_SELLER } from '../../server/sample-data/sample-seller.ts';
import { bookerRequestOf, companyRequestOf, OWN_TERMS } from './companies.ts';
import { LETTING_REQUESTS } from './letting-requests.ts';
import { checkInOf, firstVisitOf } from './people.ts';
import { UTRECHT, type World } from './world.ts';

/** A request that is granted in the world that `createWorld` makes, and who makes it. */
export interface Request {
  as: Role;
  path: string;
  body?: object;
}

/** One good request for every endpoint, by method and path; a new endpoint needs one before its tests pass. */
export const REQUESTS: Readonly<Record<string, (world: World) => Request>> = {
  'get /spaces/{spaceId}': () => ({ as: 'kiosk', path: `/spaces/${UTRECHT}` }),
  'post /people': () => ({ as: 'kiosk', path: '/people', body: firstVisitOf({ name: 'Cai' }) }),
  'post /people/recognitions': ({ pass }) => ({ as: 'kiosk', path: '/people/recognitions', body: pass }),
  'get /people/me': () => ({ as: 'person', path: '/people/me' }),
  'patch /people/me': () => ({
    as: 'person',
    path: '/people/me',
    body: { profile: { about: 'Breads' }, consents: { wall: true }, consentVersion: 1 },
  }),
  'post /skills/proposals': () => ({
    as: 'kiosk',
    path: '/skills/proposals',
    body: { text: 'ik maak apps voor bakkers', language: 'nl' },
  }),
  'get /skills/names': () => ({ as: 'kiosk', path: '/skills/names?language=ja' }),
  'post /pairings': () => ({ as: 'visitor', path: '/pairings', body: { kind: 'kiosk' } }),
  'post /pairings/claims': ({ pairing: { deviceId, secret } }) => ({
    as: 'visitor',
    path: '/pairings/claims',
    body: { deviceId, secret },
  }),
  'get /devices': () => ({ as: 'host', path: '/devices' }),
  'post /devices': ({ pairing: { code } }) => ({
    as: 'host',
    path: '/devices',
    body: { code, name: 'By the door' },
  }),
  'delete /devices/{deviceId}': ({ spareDevice }) => ({ as: 'host', path: `/devices/${spareDevice}` }),
  'get /notifications': () => ({ as: 'host', path: '/notifications?state=sent' }),
  'get /notifications/{notificationId}': ({ notificationId }) => ({
    as: 'host',
    path: `/notifications/${notificationId}`,
  }),
  'post /notifications/{notificationId}/resend': ({ notificationId }) => ({
    as: 'host',
    path: `/notifications/${notificationId}/resend`,
  }),
  'post /sessions': ({ pass }) => ({ as: 'visitor', path: '/sessions', body: pass }),
  'get /sessions/current': () => ({ as: 'person', path: '/sessions/current' }),
  'delete /sessions/current': () => ({ as: 'manager', path: '/sessions/current' }),
  'get /companies': () => ({ as: 'host', path: '/companies' }),
  'post /companies': () => ({
    as: 'host',
    path: '/companies',
    body: companyRequestOf({ vatNumber: 'DE136695976' }),
  }),
  'get /companies/{companyId}': ({ companyId }) => ({ as: 'host', path: `/companies/${companyId}` }),
  'patch /companies/{companyId}': ({ companyId }) => ({
    as: 'host',
    path: `/companies/${companyId}`,
    body: { ...OWN_TERMS, collective: true, rates: [{ roomId: 'rembrandt', share: 8000 }] },
  }),
  'post /companies/{companyId}/bookers': ({ companyId }) => ({
    as: 'host',
    path: `/companies/${companyId}/bookers`,
    body: bookerRequestOf({ email: 'kim@bakkerij.example' }),
  }),
  'delete /companies/{companyId}/bookers/{bookerId}': ({ companyId, bookerId }) => ({
    as: 'host',
    path: `/companies/${companyId}/bookers/${bookerId}`,
  }),
  'post /booker-links': ({ bookerEmail }) => ({
    as: 'visitor',
    path: '/booker-links',
    body: { spaceId: UTRECHT, email: bookerEmail },
  }),
  'get /own-company': () => ({ as: 'booker', path: '/own-company' }),
  'patch /own-company': () => ({ as: 'booker', path: '/own-company', body: OWN_TERMS }),
  'get /own-company/bookings': () => ({ as: 'booker', path: '/own-company/bookings' }),
  'get /own-company/papers': () => ({ as: 'booker', path: '/own-company/papers' }),
  'post /own-company/bookers': () => ({
    as: 'booker',
    path: '/own-company/bookers',
    body: bookerRequestOf({ email: 'lee@bakkerij.example' }),
  }),
  'delete /own-company/bookers/{bookerId}': ({ bookerId }) => ({
    as: 'booker',
    path: `/own-company/bookers/${bookerId}`,
  }),
  'get /invoices': () => ({ as: 'host', path: '/invoices?state=issued' }),
  'get /invoices/{number}': ({ invoice }) => ({ as: 'host', path: `/invoices/${invoice}` }),
  'get /invoices/{number}/pdf': ({ invoice }) => ({ as: 'host', path: `/invoices/${invoice}/pdf` }),
  'get /invoices/{number}/ubl': ({ invoice }) => ({ as: 'host', path: `/invoices/${invoice}/ubl` }),
  'get /invoices/{number}/payments': ({ invoice }) => ({ as: 'host', path: `/invoices/${invoice}/payments` }),
  'get /papers/{number}/{word}': ({ paper }) => ({ as: 'visitor', path: paper }),
  'get /papers/{number}/{word}/pdf': ({ paper }) => ({ as: 'visitor', path: `${paper}/pdf` }),
  'get /papers/{number}/{word}/ubl': ({ paper }) => ({ as: 'visitor', path: `${paper}/ubl` }),
  'post /papers/{number}/{word}/checkout': ({ paper }) => ({ as: 'visitor', path: `${paper}/checkout` }),
  'get /seller': () => ({ as: 'host', path: '/seller' }),
  'put /seller': () => ({ as: 'manager', path: '/seller', body: SAMPLE_SELLER }),
  'post /payments': ({ invoice }) => ({
    as: 'host',
    path: '/payments',
    body: { paymentId: 'a-payment', invoice, amount: 100, currency: 'EUR' },
  }),
  'get /payments/unmatched': () => ({ as: 'host', path: '/payments/unmatched' }),
  'post /payments/{paymentId}/match': ({ invoice }) => ({
    as: 'host',
    path: '/payments/bank:unknown/match',
    body: { invoice },
  }),
  'post /bank-statements': () => ({
    as: 'host',
    path: '/bank-statements',
    body: { format: 'csv', text: 'date,amount,description\n2026-11-24,1.00,Thanks\n' },
  }),
  'post /refunds': ({ invoice }) => ({
    as: 'host',
    path: '/refunds',
    body: { refundId: 'a-refund', invoice, amount: 100 },
  }),
  'get /impacts/{subject}/{word}': ({ impact }) => ({ as: 'visitor', path: impact }),
  'get /books/export': () => ({ as: 'host', path: '/books/export' }),
  'get /books/entries': () => ({ as: 'host', path: '/books/entries?after=0' }),
  'get /books/balances': () => ({ as: 'host', path: '/books/balances' }),
  'get /books/proof': () => ({ as: 'host', path: '/books/proof' }),
  'get /fund/capacity': () => ({ as: 'host', path: '/fund/capacity' }),
  'get /fund/gauge': () => ({ as: 'host', path: '/fund/gauge' }),
  'get /fund/statements/{month}': () => ({ as: 'host', path: '/fund/statements/2026-11' }),
  'get /fund/policy': () => ({ as: 'host', path: '/fund/policy' }),
  'put /fund/policy': () => ({
    as: 'manager',
    path: '/fund/policy',
    body: { ...SAMPLE_POLICY, revision: 1 },
  }),
  'post /fund/gifts': () => ({
    as: 'manager',
    path: '/fund/gifts',
    body: { giftId: 'a-gift', amount: 800 },
  }),
  'post /fund/draws': ({ ana }) => ({
    as: 'kiosk',
    path: '/fund/draws',
    body: { personId: ana.personId, kind: 'coffee' },
  }),
  'get /approvals/{word}': ({ approvalPath }) => ({ as: 'visitor', path: approvalPath }),
  'post /approvals/{word}': ({ approvalPath }) => ({
    as: 'visitor',
    path: approvalPath,
    body: { approve: true },
  }),
  'get /feeds': () => ({ as: 'host', path: '/feeds' }),
  'post /feeds': () => ({
    as: 'host',
    path: '/feeds',
    body: { feedId: 'all-rooms', subject: { kind: 'room', roomId: 'rembrandt' } },
  }),
  'delete /feeds/{feedId}': ({ feedId }) => ({ as: 'host', path: `/feeds/${feedId}` }),
  'get /feeds/{word}.ics': ({ feedPath }) => ({ as: 'visitor', path: feedPath }),
  'post /check-ins': ({ ana }) => ({
    as: 'kiosk',
    path: '/check-ins',
    // The very check-in that stands: a retry of it is granted.
    body: checkInOf({ personId: ana.personId, checkInId: ana.checkInId, seatId: 's01' }),
  }),
  'post /check-outs': ({ bo }) => ({ as: 'kiosk', path: '/check-outs', body: { personId: bo.personId } }),
  'get /presences/{personId}': ({ ana }) => ({ as: 'kiosk', path: `/presences/${ana.personId}` }),
  'patch /check-ins/{checkInId}': ({ ana }) => ({
    as: 'person',
    path: `/check-ins/${ana.checkInId}`,
    body: { openness: 'breaks', focus: { text: 'Bread', skills: ['vat'] } },
  }),
  'post /check-ins/{checkInId}/end': ({ ana }) => ({ as: 'person', path: `/check-ins/${ana.checkInId}/end` }),
  'post /introductions/{introductionId}/answers': ({ introductionId }) => ({
    as: 'person',
    path: `/introductions/${introductionId}/answers`,
    body: { answer: 'yes' },
  }),
  'post /introductions/{introductionId}/outcomes': ({ introductionId }) => ({
    as: 'person',
    path: `/introductions/${introductionId}/outcomes`,
    body: { outcome: 'talked' },
  }),
  'post /introductions/{introductionId}/valuations': ({ introductionId }) => ({
    as: 'person',
    path: `/introductions/${introductionId}/valuations`,
    body: { useful: true },
  }),
  'put /introductions/{introductionId}/block': ({ introductionId }) => ({
    as: 'person',
    path: `/introductions/${introductionId}/block`,
  }),
  'delete /introductions/{introductionId}/block': ({ introductionId }) => ({
    as: 'person',
    path: `/introductions/${introductionId}/block`,
  }),
  'post /introductions/{introductionId}/refusals': ({ introductionId }) => ({
    as: 'host',
    path: `/introductions/${introductionId}/refusals`,
    body: { reason: 'misfit' },
  }),
  'post /introductions/{introductionId}/offer': ({ introductionId }) => ({
    as: 'host',
    path: `/introductions/${introductionId}/offer`,
  }),
  'post /lunch-tables': () => ({ as: 'host', path: '/lunch-tables' }),
  'post /lunch-table-questions': () => ({
    as: 'host',
    path: '/lunch-table-questions',
    body: { tableIds: ['table-1', 'table-2'] },
  }),
  'delete /lunch-tables/{tableId}': () => ({ as: 'host', path: '/lunch-tables/table-1' }),
  'post /lunch-tables/{tableId}/answers': () => ({
    as: 'person',
    path: '/lunch-tables/table-1/answers',
    body: { answer: 'yes' },
  }),
  'post /lunch-tables/{tableId}/outcomes': () => ({
    as: 'person',
    path: '/lunch-tables/table-1/outcomes',
    body: { outcome: 'talked' },
  }),
  'post /rounds': () => ({ as: 'host', path: '/rounds' }),
  'post /rounds/decisions': ({ introductionId }) => ({
    as: 'host',
    path: '/rounds/decisions',
    body: { introductionIds: [introductionId] },
  }),
  'post /seat-proposals': ({ ana }) => ({
    as: 'kiosk',
    path: '/seat-proposals',
    body: { personId: ana.personId, openness: 'open', focus: { text: '', skills: ['vat'] } },
  }),
  ...LETTING_REQUESTS,
};
