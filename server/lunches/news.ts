import type { DomainEvents } from '#events';
import type { EventBus } from '#platform/event-bus';
import type { CheckInService } from '../checkins/service.ts';
import type { LunchService } from './service.ts';

/** When somebody can no longer be counted on for lunch. */
export function followNews(
  events: EventBus<DomainEvents>,
  lunches: LunchService,
  checkIns: CheckInService,
): void {
  events.on('checkin.ended', ({ spaceId, personId }) => lunches.withdraw(spaceId, personId));
  events.on('checkin.changed', ({ spaceId, personId, openness }) =>
    openness === 'closed' ? lunches.withdraw(spaceId, personId) : undefined,
  );
  events.on('person.changed', async ({ personId, consents, blocked }) => {
    if (consents.matching && blocked.length === 0) return;
    const presence = await checkIns.presenceOf(personId);
    if (!presence) return;
    if (consents.matching) await lunches.keepFrom(presence.spaceId, personId, blocked);
    else await lunches.withdraw(presence.spaceId, personId);
  });
}
