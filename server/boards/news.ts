import type { DomainEvents } from '#events';
import type { EventBus } from '#platform/event-bus';
import type { LiveViews } from './views.ts';

/** Which screens each piece of news touches. Views are recomputed, so a touch too many costs, and shows nothing. */
export function followNews(events: EventBus<DomainEvents>, { kiosk, board, member }: LiveViews): void {
  for (const name of ['checkin.started', 'checkin.ended'] as const)
    events.on(name, ({ spaceId, personId }) => {
      kiosk.touch(spaceId);
      board.touch(spaceId);
      member.touch(personId);
    });
  events.on('checkin.changed', ({ spaceId, personId }) => {
    board.touch(spaceId);
    member.touch(personId);
  });
  events.on('person.changed', ({ personId }) => {
    member.touch(personId);
    board.touchAll();
  });
  for (const name of [
    'introduction.offered',
    'introduction.answered',
    'introduction.accepted',
    'introduction.met',
    'introduction.listed',
  ] as const)
    events.on(name, ({ spaceId, pair }) => {
      board.touch(spaceId);
      for (const person of pair) member.touch(person);
    });
}
