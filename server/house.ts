import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type App, createApp } from './app.ts';
import { createClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { type Database, openDatabase } from './platform/database.ts';
import type { Log } from './platform/log.ts';
import { createMailer, type Mailer } from './platform/mailer.ts';
import { startScheduler } from './platform/scheduler.ts';
import { keptSecret } from './platform/secret.ts';
import { SAMPLE_GIFT, SAMPLE_POLICY } from './sample-data/sample-fund.ts';
import { samplePolicy, sampleRooms } from './sample-data/sample-rooms.ts';
import { SAMPLE_SELLER } from './sample-data/sample-seller.ts';
import { sampleSpace } from './sample-data/sample-space.ts';
import type { Clock } from './values/clock.ts';

/** A running house: reachable, and closed in order. */
export interface House {
  /** Where this machine reaches it. */
  url: string;
  /** How many hosts may sign in by the links that are printed. */
  hostLinks: number;
  app: App;
  close(): Promise<void>;
}

interface HouseOptions {
  config: Config;
  log: Log;
  /** A clock of the caller's own; without it the one that the settings describe. */
  clock?: Clock;
  /** Jobs run by the clock unless a test runs them by hand. */
  runJobs?: boolean;
  webFolder: string;
}

async function listen(app: App, { PORT, HOST }: Config) {
  const server = createServer(app.http);
  const live = app.attach(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(PORT, HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { server, live, port };
}

async function buildApp(options: HouseOptions, database: Database, mailer: Mailer): Promise<App> {
  const { config, log, webFolder } = options;
  const app = createApp({
    config,
    log,
    webFolder,
    connection: database.connection,
    clock:
      options.clock ??
      createClock({
        ...(config.CLOCK_START ? { start: new Date(config.CLOCK_START) } : {}),
        speed: config.CLOCK_SPEED,
      }),
    mailer,
    secret: config.SECRET ?? (await keptSecret(config.dataFolder)),
    storeAnswers: database.answers,
  });
  const { spaces, rooms, invoices, seatFund } = app.services;
  const isNew = config.SAMPLE_SPACE !== 'none' && (await spaces.all()).length === 0;
  const sample = sampleSpace({ withHours: config.SAMPLE_HOURS === 'real' });
  if (isNew) await spaces.open(sample);
  await app.prepare();
  // After the indexes: they keep what is written in the books.
  if (isNew) {
    await invoices.open(sample, SAMPLE_SELLER);
    await seatFund.open(sample, SAMPLE_POLICY, SAMPLE_GIFT);
    await rooms.open(sample.id, samplePolicy(), sampleRooms(sample.id));
  }
  return app;
}

/** Database → app → listen; and back in the opposite order. @throws Error when any of them will not open. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { config, log } = options;
  const ownClock =
    options.clock !== undefined || config.CLOCK_START !== undefined || config.CLOCK_SPEED !== 1;
  const database = await openDatabase(config, log, { ownClock });
  const mailer = createMailer({
    smtpUrl: config.SMTP_URL,
    from: config.MAIL_FROM,
    folder: join(config.dataFolder, 'outbox'),
  });
  const app = await buildApp(options, database, mailer);
  const { server, live, port } = await listen(app, config);
  const scheduler = startScheduler(options.runJobs === false ? [] : app.jobs, log);
  return {
    url: `http://localhost:${port}`,
    hostLinks: config.HOST_LINKS,
    app,
    async close() {
      await scheduler.stop();
      mailer.close();
      // Closing the live door closes the HTTP server with it: nothing new comes in, what is at work is finished.
      await live.close();
      server.closeAllConnections();
      await app.settled();
      await database.close();
    },
  };
}

/** Where the built pages lie, seen from the project's folder. */
export const WEB_FOLDER = join(process.cwd(), '.build', 'client');
