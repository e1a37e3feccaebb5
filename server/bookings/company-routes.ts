import { endpoint } from '#platform/endpoint';
import { companyBookings, companyPapers } from './contract.ts';
import type { BookingService } from './service.ts';

/** For those who book for a company. */
export const companyRoutes = ({ ownCompany }: BookingService) => [
  endpoint({
    method: 'get',
    path: '/own-company/bookings',
    allow: 'company:own',
    summary: 'What the company that I book for has booked and not yet used',
    reply: companyBookings,
    handle: async ({ actor }) => ({ bookings: await ownCompany.bookings(actor) }),
  }),
  endpoint({
    method: 'get',
    path: '/own-company/papers',
    allow: 'company:own',
    summary: 'The invoices and credit notes of the company that I book for',
    reply: companyPapers,
    handle: async ({ actor }) => ({ papers: await ownCompany.papers(actor) }),
  }),
];
