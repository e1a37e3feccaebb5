import { approvalRoutes } from './approvals/routes.ts';
import { authRoutes } from './auth/routes.ts';
import { bookingRoutes } from './bookings/routes.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { checkInRoutes } from './checkins/routes.ts';
import { companyRoutes } from './companies/routes.ts';
import { deviceRoutes } from './devices/routes.ts';
import { feedRoutes } from './feeds/routes.ts';
import { introductionRoutes } from './introductions/routes.ts';
import { invoiceRoutes } from './invoices/routes.ts';
import { ledgerRoutes } from './ledger/routes.ts';
import { lunchRoutes } from './lunches/routes.ts';
import { notificationRoutes } from './notifications/routes.ts';
import { paymentRoutes } from './payments/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { quoteRoutes } from './quotes/routes.ts';
import { reportRoutes } from './reports/routes.ts';
import { roomRoutes } from './rooms/routes.ts';
import { seatFundRoutes } from './seat-fund/routes.ts';
import type { Services } from './services.ts';
import { skillRoutes } from './skills/routes.ts';
import { spaceRoutes } from './spaces/routes.ts';

/** The table of every endpoint, in rank order. */
export function endpointsOf(services: Services) {
  return [
    ...spaceRoutes(services.spaces),
    ...peopleRoutes(services.people),
    ...skillRoutes(services.skills),
    ...deviceRoutes(services.devices),
    ...roomRoutes(services.rooms),
    ...calendarRoutes(services.calendar),
    ...notificationRoutes(services.notifications),
    ...authRoutes(services.auth),
    ...companyRoutes(services.companies),
    ...ledgerRoutes(services.ledger, services.spaces),
    ...seatFundRoutes(services.seatFund, services.spaces),
    ...checkInRoutes(services.checkIns),
    ...introductionRoutes(services.introductions),
    ...lunchRoutes(services.lunches),
    ...invoiceRoutes(services.invoices, services.spaces),
    ...paymentRoutes(services.payments, services.invoices),
    ...reportRoutes(services.reports),
    ...quoteRoutes(services.quotes),
    ...bookingRoutes(services.bookings),
    ...approvalRoutes(services.approvals),
    ...feedRoutes(services.feeds),
  ];
}
