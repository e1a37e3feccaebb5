import type { Server as HttpServer } from 'node:http';
import type { Express } from 'express';
import { health } from '#contract/platform';
import type { DomainEvents } from '#events';
import { buildIndexes } from '#platform/database';
import { dispatch } from '#platform/dispatch';
import type { EventBus } from '#platform/event-bus';
import { createHttpApp } from '#platform/http-server';
import { createIdempotency } from '#platform/idempotency';
import { openApiOf } from '#platform/openapi';
import type { Job } from '#platform/scheduler';
import { createLiveServer, dropActor, type LiveServer } from '#platform/socket-server';
import { newId } from '#platform/tokens';
import { createWebhooks } from '#platform/webhooks';
import { boardJobs } from './boards/jobs.ts';
import { followNews as boardNews } from './boards/news.ts';
import { boardSockets } from './boards/sockets.ts';
import { createLiveViews, type LiveViews } from './boards/views.ts';
import { bookingJobs } from './bookings/jobs.ts';
import { checkInJobs } from './checkins/jobs.ts';
import { endpointsOf } from './endpoints.ts';
import { introductionJobs } from './introductions/jobs.ts';
import { followNews as introductionNews } from './introductions/news.ts';
import { invoiceJobs } from './invoices/jobs.ts';
import { ledgerJobs } from './ledger/jobs.ts';
import { letterJobs } from './letters/jobs.ts';
import { followNews as letterNews } from './letters/news.ts';
import { lunchJobs } from './lunches/jobs.ts';
import { followNews as lunchNews } from './lunches/news.ts';
import { notificationJobs } from './notifications/jobs.ts';
import { quoteJobs } from './quotes/jobs.ts';
import { createServices, type ServiceNeeds, type Services } from './services.ts';

export const VERSION = '0.1.0';

interface AppNeeds extends ServiceNeeds {
  webFolder: string;
  storeAnswers(): Promise<boolean>;
}

function followEvents(
  { events, graph, introductions, lunches, checkIns, bookings, letters }: Services,
  views: LiveViews,
): void {
  // The graph first: whoever looks for introductions because of this news finds it taken in.
  events.on('person.changed', graph.apply);
  events.on('checkin.started', graph.apply);
  events.on('checkin.changed', graph.apply);
  events.on('checkin.ended', graph.apply);
  events.on('booking.changed', bookings.perform);
  introductionNews(events, introductions, checkIns);
  lunchNews(events, lunches, checkIns);
  boardNews(events, views);
  letterNews(events, letters);
}

export interface App {
  http: Express;
  services: Services;
  jobs: Job[];
  /** Opens the live door on a listening server. */
  attach(server: HttpServer): LiveServer;
  /** Indexes, the vocabulary, the graph from the documents, then what a crash cut short; all before the first request. */
  prepare(): Promise<void>;
  /** Resolves when all that has happened has been told and shown. */
  settled(): Promise<void>;
}

async function rebuildGraph(services: Services): Promise<void> {
  const { spaces, people, checkIns, introductions, lunches, graph } = services;
  const tellers = [people, checkIns, introductions, lunches];
  const histories = await Promise.all(tellers.map((teller) => teller.history()));
  graph.rebuild(await spaces.all(), histories.flat());
}

function createHealth({ storeAnswers }: AppNeeds, events: EventBus<DomainEvents>) {
  return async () => {
    const store = await storeAnswers();
    const failures = events.failures();
    const status = store && failures === 0 ? 'ok' : 'degraded';
    return health.parse({ status, store: store ? 'ok' : 'down', failures, version: VERSION });
  };
}

function createApi(needs: AppNeeds, services: Services) {
  const table = endpointsOf(services);
  const api = dispatch(table, {
    authenticate: services.auth.authenticate,
    idempotency: createIdempotency(needs.connection, needs.clock),
    requestsPerMinute: needs.config.REQUESTS_PER_MINUTE,
    publicUrl: needs.config.PUBLIC_URL,
  });
  let document: object | undefined;
  const healthNow = createHealth(needs, services.events);
  api.get('/openapi.json', (_request, response) => {
    document ??= openApiOf(table, VERSION);
    response.json(document);
  });
  api.get('/health', async (_request, response) => void response.json(await healthNow()));
  return api;
}

function webhooksOf({ payments }: Services) {
  if (!payments.takesCards) return createWebhooks([]);
  return createWebhooks([{ path: '/stripe', signatureHeader: 'stripe-signature', take: payments.takeNews }]);
}

/** The composition root: builds the slices and mounts them. */
export function createApp(needs: AppNeeds): App {
  const services = createServices(needs);
  const { events, auth, notifications, checkIns, introductions, lunches } = services;
  let live: LiveServer | undefined;
  const views = createLiveViews({
    epoch: newId(),
    boards: services.boards,
    isWatched: (room) => (live?.sockets.adapter.rooms.get(room)?.size ?? 0) > 0,
    send: (view, room, { epoch, revision, patch }) =>
      live?.to(room).emit('view:patch', { view, epoch, revision, patch }),
    onFault: (fault) => needs.log.error({ err: fault }, 'view failed'),
  });
  followEvents(services, views);
  events.on('device.revoked', ({ deviceId }) => live && dropActor(live, deviceId));

  return {
    http: createHttpApp({
      log: needs.log,
      api: createApi(needs, services),
      webhooks: webhooksOf(services),
      webFolder: needs.webFolder,
    }),
    services,
    jobs: [
      ...ledgerJobs(services.ledger),
      ...invoiceJobs(services.invoices),
      ...notificationJobs(notifications),
      ...checkInJobs(checkIns),
      ...introductionJobs(introductions),
      ...lunchJobs(lunches),
      ...boardJobs(views),
      ...quoteJobs(services.quotes),
      ...bookingJobs(services.bookings),
      ...letterJobs(services.letters),
    ],
    attach(server) {
      live = createLiveServer(server, auth.authenticate);
      live.on('connection', boardSockets(views, needs.clock, needs.log));
      return live;
    },
    async prepare() {
      await buildIndexes(needs.connection);
      // The graph reads with the words of the house.
      await services.skills.load();
      await rebuildGraph(services);
      await introductions.takeUp();
      await lunches.takeUp();
      await checkIns.takeUp();
      await services.bookings.repair(0);
      await services.invoices.takeUp();
    },
    async settled() {
      await events.settled();
      await Promise.all(Object.values(views).map((view) => view.settled()));
    },
  };
}
