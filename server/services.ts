import type { Connection } from 'mongoose';
import type { DomainEvents } from '#events';
import type { Config } from '#platform/config';
import { createEventBus } from '#platform/event-bus';
import type { Log } from '#platform/log';
import type { Mailer } from '#platform/mailer';
import { createWords } from '#platform/words';
import type { Clock } from '#values/clock';
import { createAuthService } from './auth/service.ts';
import { createBoardService } from './boards/service.ts';
import { createCheckInService } from './checkins/service.ts';
import { createDeviceService } from './devices/service.ts';
import { createGraphService } from './graph/service.ts';
import { createIntroductionService } from './introductions/service.ts';
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import nl from './messages/nl.json' with { type: 'json' };
import { createNotificationService } from './notifications/service.ts';
import { createPeopleService } from './people/service.ts';
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

/** Builds the slices in rank order; each is given what it needs of the lower ones. */
export function createServices({ config, connection, clock, log, secret, mailer }: ServiceNeeds) {
  const events = createEventBus<DomainEvents>(log);
  const spaces = createSpaceService({ connection });
  const people = createPeopleService({ connection, clock, events, secret });
  const skills = createSkillService({ connection });
  const devices = createDeviceService({ connection, clock, events });
  const words = createWords({ en, nl, ar, ja });
  const publicUrl = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
  const notifications = createNotificationService({ connection, clock, spaces, mailer, words, publicUrl });
  const auth = createAuthService({ connection, clock, devices, people });
  const checkIns = createCheckInService({ connection, clock, events, spaces, people, auth });
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
  const boards = createBoardService({ clock, spaces, people, checkIns, introductions });
  return {
    events,
    spaces,
    people,
    skills,
    devices,
    notifications,
    auth,
    checkIns,
    graph,
    introductions,
    boards,
  };
}
