import type { SpaceId } from '#contract/spaces';
import type { DomainEvents } from '#events';
import type { EventBus } from '#platform/event-bus';
import type { LiveViews } from './views.ts';

/** Which screens each piece of news touches. Views are recomputed, so a touch too many costs, and shows nothing. */
export function followNews(events: EventBus<DomainEvents>, { kiosk, board, member }: LiveViews): void {
  const touchBoards = (spaceId: SpaceId) => {
    board.touch(`host ${spaceId}`);
    board.touch(`wall ${spaceId}`);
  };

  for (const name of ['checkin.started', 'checkin.ended'] as const)
    events.on(name, ({ spaceId, personId }) => {
      kiosk.touch(spaceId);
      touchBoards(spaceId);
      member.touch(personId);
    });
  events.on('checkin.changed', ({ spaceId, personId }) => {
    touchBoards(spaceId);
    member.touch(personId);
  });
  events.on('fund.changed', ({ spaceId, personId }) => {
    kiosk.touch(spaceId);
    touchBoards(spaceId);
    if (personId) member.touch(personId);
  });
  events.on('booking.changed', ({ personId }) => {
    if (personId) member.touch(personId);
  });
  events.on('person.changed', ({ personId }) => {
    member.touch(personId);
    board.touchAll();
  });
  for (const name of ['lunch.asked', 'lunch.answered', 'lunch.talked', 'lunch.listed'] as const)
    events.on(name, ({ spaceId, people }) => {
      touchBoards(spaceId);
      for (const person of people) member.touch(person);
    });
  for (const name of [
    'introduction.offered',
    'introduction.answered',
    'introduction.accepted',
    'introduction.met',
    'introduction.valued',
    'introduction.refused',
    'introduction.listed',
  ] as const)
    events.on(name, ({ spaceId, pair }) => {
      touchBoards(spaceId);
      for (const person of pair) member.touch(person);
    });
}
