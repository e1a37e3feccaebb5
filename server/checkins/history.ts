import type { DomainEvent, DomainEvents } from '#events';
import type { CheckInDocument } from './model.ts';

/** How a check-in began, whatever has become of it since. */
export function startOf(document: CheckInDocument): DomainEvents['checkin.started'] {
  const { _id: checkInId, spaceId, personId, seatId, began, startedAt, until } = document;
  return { at: startedAt, checkInId, spaceId, personId, seatId, ...began, ...(until ? { until } : {}) };
}

/** The events that one check-in has caused, in their order. */
export function historyOf(document: CheckInDocument): DomainEvent[] {
  const { _id: checkInId, spaceId, personId, endedAt, ending } = document;
  const subject = { checkInId, spaceId, personId };
  const events: DomainEvent[] = [{ name: 'checkin.started', ...startOf(document) }];
  for (const [index, change] of document.changes.entries())
    events.push({ name: 'checkin.changed', change: index + 1, ...subject, ...change });
  if (endedAt && ending) events.push({ name: 'checkin.ended', at: endedAt, ...subject, ending });
  return events;
}
