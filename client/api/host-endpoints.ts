import { booking, bookingsOfDay, decision } from '#contract/bookings';
import {
  booker,
  company,
  companyChange,
  companyDetail,
  companyList,
  newBooker,
  newCompany,
} from '#contract/companies';
import { invoiceDetail, invoiceList, newSeller, seller } from '#contract/invoices';
import { proof } from '#contract/ledger';
import { notification, outbox } from '#contract/notifications';
import {
  importReport,
  matchRequest,
  payment,
  paymentList,
  paymentRequest,
  refundRequest,
  statementUpload,
  unmatchedList,
} from '#contract/payments';
import { done } from '#contract/platform';
import { yieldPlay, yieldPlayed } from '#contract/quotes';
import { revisedBookingPolicy, room } from '#contract/rooms';
import { giftRequest, revisedFundPolicy, statement } from '#contract/seat-fund';
import { endpoint } from './call.ts';

/** What hosts ask to run the day and the money, by the sentence that asks it. */

/** What is booked on `query.date`. */
export const bookingsOn = endpoint({
  method: 'GET',
  path: '/spaces/:spaceId/bookings',
  reply: bookingsOfDay,
});

/** What waits for a host's yes, however far ahead it lies. */
export const bookingRequests = endpoint({
  method: 'GET',
  path: '/spaces/:spaceId/booking-requests',
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

export const listInvoices = endpoint({ method: 'GET', path: '/invoices', reply: invoiceList });

export const readInvoice = endpoint({ method: 'GET', path: '/invoices/:number', reply: invoiceDetail });

export const listPayments = endpoint({
  method: 'GET',
  path: '/invoices/:number/payments',
  reply: paymentList,
});

export const notePayment = endpoint({
  method: 'POST',
  path: '/payments',
  body: paymentRequest,
  reply: payment,
});

export const payBack = endpoint({ method: 'POST', path: '/refunds', body: refundRequest, reply: payment });

export const importStatement = endpoint({
  method: 'POST',
  path: '/bank-statements',
  body: statementUpload,
  reply: importReport,
});

export const listUnmatched = endpoint({ method: 'GET', path: '/payments/unmatched', reply: unmatchedList });

export const matchPayment = endpoint({
  method: 'POST',
  path: '/payments/:paymentId/match',
  body: matchRequest,
  reply: payment,
});

export const readFundStatement = endpoint({
  method: 'GET',
  path: '/fund/statements/:month',
  reply: statement,
});

export const readFundPolicy = endpoint({ method: 'GET', path: '/fund/policy', reply: revisedFundPolicy });

export const saveFundPolicy = endpoint({
  method: 'PUT',
  path: '/fund/policy',
  body: revisedFundPolicy,
  reply: revisedFundPolicy,
});

export const giveToFund = endpoint({ method: 'POST', path: '/fund/gifts', body: giftRequest, reply: done });

/** What the last proof of the books found. */
export const readProof = endpoint({ method: 'GET', path: '/books/proof', reply: proof });

export const listCompanies = endpoint({ method: 'GET', path: '/companies', reply: companyList });

export const createCompany = endpoint({
  method: 'POST',
  path: '/companies',
  body: newCompany,
  reply: company,
});

export const readCompany = endpoint({
  method: 'GET',
  path: '/companies/:companyId',
  reply: companyDetail,
});

export const changeCompany = endpoint({
  method: 'PATCH',
  path: '/companies/:companyId',
  body: companyChange,
  reply: companyDetail,
});

export const addBooker = endpoint({
  method: 'POST',
  path: '/companies/:companyId/bookers',
  body: newBooker,
  reply: booker,
});

export const removeBooker = endpoint({
  method: 'DELETE',
  path: '/companies/:companyId/bookers/:bookerId',
  reply: done,
});

export const saveRoom = endpoint({ method: 'PUT', path: '/rooms/:roomId', body: room, reply: room });

export const readBookingPolicy = endpoint({
  method: 'GET',
  path: '/spaces/:spaceId/booking-policy',
  reply: revisedBookingPolicy,
});

export const saveBookingPolicy = endpoint({
  method: 'PUT',
  path: '/spaces/:spaceId/booking-policy',
  body: revisedBookingPolicy,
  reply: revisedBookingPolicy,
});

/** What yield rules would have made of the last ninety days. */
export const playYield = endpoint({
  method: 'POST',
  path: '/spaces/:spaceId/yield-plays',
  body: yieldPlay,
  reply: yieldPlayed,
});

export const readSeller = endpoint({ method: 'GET', path: '/seller', reply: seller });

export const saveSeller = endpoint({ method: 'PUT', path: '/seller', body: newSeller, reply: seller });
