import type { Connection } from 'mongoose';
import type { DomainEvents } from '#events';
import type { Config } from '#platform/config';
import { createEventBus } from '#platform/event-bus';
import type { Log } from '#platform/log';
import type { Mailer } from '#platform/mailer';
import { createStripeCards } from '#platform/stripe-cards';
import { createWords } from '#platform/words';
import type { Clock } from '#values/clock';
import { createApprovalService } from './approvals/service.ts';
import { createAuthService } from './auth/service.ts';
import { createBoardService } from './boards/service.ts';
import { createBookingService } from './bookings/service.ts';
import { createCalendarService } from './calendar/service.ts';
import { createCheckInService } from './checkins/service.ts';
import { createCompanyService } from './companies/service.ts';
import { createDeviceService } from './devices/service.ts';
import { createFeedService } from './feeds/service.ts';
import { createGraphService } from './graph/service.ts';
import { createIntroductionService } from './introductions/service.ts';
import { createInvoiceService } from './invoices/service.ts';
import { createLedgerService } from './ledger/service.ts';
import { createLetterService } from './letters/service.ts';
import { createLunchService } from './lunches/service.ts';
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import nl from './messages/nl.json' with { type: 'json' };
import { createNotificationService } from './notifications/service.ts';
import { createPaymentService } from './payments/service.ts';
import { createPeopleService } from './people/service.ts';
import { createQuoteService } from './quotes/service.ts';
import { createReportService } from './reports/service.ts';
import { createRoomService } from './rooms/service.ts';
import { createSeatFundService } from './seat-fund/service.ts';
import { createSkillService } from './skills/service.ts';
import { createSpaceService } from './spaces/service.ts';

/** What the slices are built of. */
export interface ServiceNeeds {
  config: Config;
  connection: Connection;
  clock: Clock;
  log: Log;
  secret: string;
  mailer: Mailer;
}

/** Every slice's service, and the news between them. */
export type Services = ReturnType<typeof createServices>;

/** Decides the engine's lots; the same in every run, so that a restart suggests what it would have suggested. */
const ENGINE_SEED = 1;

/** Who takes cards, where anybody does. */
function cardsOf({ STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_URL }: Config) {
  if (!STRIPE_SECRET_KEY || !STRIPE_WEBHOOK_SECRET) return undefined;
  return createStripeCards({
    secretKey: STRIPE_SECRET_KEY,
    webhookSecret: STRIPE_WEBHOOK_SECRET,
    url: STRIPE_URL,
  });
}

/** Builds the slices in rank order; each is given what it needs of the lower ones. */
export function createServices({ config, connection, clock, log, secret, mailer }: ServiceNeeds) {
  const events = createEventBus<DomainEvents>(log);
  const spaces = createSpaceService({ connection });
  const people = createPeopleService({ connection, clock, events, secret });
  const skills = createSkillService({ connection });
  const devices = createDeviceService({ connection, clock, events });
  const rooms = createRoomService({ connection, spaces });
  const calendar = createCalendarService({ connection, spaces, rooms });
  const words = createWords({ en, nl, ar, ja });
  const publicUrl = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
  const notifications = createNotificationService({ connection, clock, spaces, mailer, words, publicUrl });
  const auth = createAuthService({ connection, clock, devices, people });
  const companies = createCompanyService({ connection, clock, spaces, notifications, auth, secret });
  const ledger = createLedgerService({ connection, clock, spaces });
  const seatFund = createSeatFundService({ connection, clock, events, spaces, ledger });
  const checkIns = createCheckInService({ connection, clock, events, spaces, people, seatFund, auth });
  const graph = createGraphService({ vocabulary: skills.vocabulary, seed: ENGINE_SEED });
  const introductions = createIntroductionService({
    connection,
    clock,
    events,
    spaces,
    people,
    checkIns,
    graph,
  });
  const cards = cardsOf(config);
  const lunches = createLunchService({
    connection,
    clock,
    events,
    spaces,
    people,
    checkIns,
    graph,
    introductions,
  });
  const quotes = createQuoteService({ connection, clock, spaces, rooms, calendar, seatFund, companies });
  const invoices = createInvoiceService({
    connection,
    clock,
    events,
    spaces,
    ledger,
    seatFund,
    words,
    publicUrl,
    secret,
    takesCards: cards !== undefined,
  });
  const payments = createPaymentService({ connection, clock, spaces, invoices, cards });
  const bookings = createBookingService({
    connection,
    clock,
    events,
    secret,
    spaces,
    people,
    rooms,
    calendar,
    companies,
    checkIns,
    quotes,
    invoices,
    notifications,
  });
  const approvals = createApprovalService({ companies, bookings });
  const feeds = createFeedService({ connection, clock, secret, spaces, rooms, companies, bookings });
  const letters = createLetterService({
    clock,
    spaces,
    invoices,
    notifications,
  });
  const boards = createBoardService({ clock, spaces, people, seatFund, checkIns, introductions, lunches });
  const reports = createReportService({ spaces, companies, ledger, seatFund, introductions, invoices });
  return {
    events,
    spaces,
    people,
    skills,
    devices,
    rooms,
    calendar,
    notifications,
    auth,
    companies,
    ledger,
    seatFund,
    checkIns,
    graph,
    introductions,
    lunches,
    invoices,
    payments,
    reports,
    quotes,
    bookings,
    approvals,
    feeds,
    letters,
    boards,
  };
}
