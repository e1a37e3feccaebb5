import { authRoutes } from './auth/routes.ts';
import { checkInRoutes } from './checkins/routes.ts';
import { deviceRoutes } from './devices/routes.ts';
import { introductionRoutes } from './introductions/routes.ts';
import { notificationRoutes } from './notifications/routes.ts';
import { peopleRoutes } from './people/routes.ts';
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
    ...notificationRoutes(services.notifications),
    ...authRoutes(services.auth),
    ...checkInRoutes(services.checkIns),
    ...introductionRoutes(services.introductions),
  ];
}
