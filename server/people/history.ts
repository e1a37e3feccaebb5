import type { DomainEvent, DomainEvents } from '#events';
import type { PersonDocument } from './model.ts';

/** The news of a change, with all that is known of a person now. */
export function changeOf({
  _id,
  revision,
  profile,
  consents,
  blocked = [],
  changedAt,
}: PersonDocument): DomainEvents['person.changed'] {
  return {
    at: changedAt,
    personId: _id,
    revision,
    profile,
    consents,
    blocked: blocked.map(({ personId }) => personId),
  };
}

/**
 * The events that one person has caused. They are known from their first visit on, or a check-in that came before
 * their last change would be nobody's; of what they said in between, only the last is kept.
 */
export function historyOf(document: PersonDocument): DomainEvent[] {
  const first: DomainEvent = {
    name: 'person.changed',
    ...changeOf(document),
    at: document.createdAt,
    revision: 1,
  };
  return document.revision === 1 ? [first] : [first, { name: 'person.changed', ...changeOf(document) }];
}
