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
  events.on('person.changed', async ({ personId, consents }) => {
    const presence = consents.matching ? undefined : await checkIns.presenceOf(personId);
    if (presence) await lunches.withdraw(presence.spaceId, personId);
  });
}
