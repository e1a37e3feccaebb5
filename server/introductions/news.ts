import type { DomainEvents } from '#events';
import type { EventBus } from '#platform/event-bus';
import type { CheckInService } from '../checkins/service.ts';
import type { IntroductionService } from './service.ts';

/** When to look for introductions, and when to take them back. The graph has heard the same news before. */
export function followNews(
  events: EventBus<DomainEvents>,
  introductions: IntroductionService,
  checkIns: CheckInService,
): void {
  events.on('checkin.started', ({ spaceId, personId }) => introductions.arrangeFor(spaceId, personId));
  events.on('checkin.changed', ({ spaceId, personId, openness }) =>
    openness === 'open'
      ? introductions.arrangeFor(spaceId, personId)
      : introductions.withdraw(spaceId, personId),
  );
  events.on('checkin.ended', ({ spaceId, personId }) => introductions.withdraw(spaceId, personId));
  events.on('person.changed', async ({ personId, consents }) => {
    const presence = await checkIns.presenceOf(personId);
    if (!presence) return;
    if (!consents.matching) return introductions.withdraw(presence.spaceId, personId);
    if (presence.openness === 'open') await introductions.arrangeFor(presence.spaceId, personId);
  });
}
