import type { DomainEvents } from '#events';
import type { EventBus } from '#platform/event-bus';
import type { PersonId } from './contract.ts';
import { changeOf } from './history.ts';
import type { Block, PersonDocument, PersonModel } from './model.ts';

interface BlockingNeeds {
  People: PersonModel;
  events: EventBus<DomainEvents>;
}

/** Whom somebody does not want to meet. Said twice, or taken back twice, it is said and taken back once. */
export function createBlocking({ People, events }: BlockingNeeds) {
  async function change(filter: object, update: object): Promise<void> {
    const after = await People.findOneAndUpdate(filter, update, {
      returnDocument: 'after',
    }).lean<PersonDocument>();
    if (after) events.publish({ name: 'person.changed', ...changeOf(after) });
  }

  return {
    /** Whom somebody has blocked, the earliest first. */
    async blocksOf(id: PersonId): Promise<readonly Block[]> {
      const found = await People.findById(id, { blocked: 1 }).lean<Pick<PersonDocument, 'blocked'>>();
      return found?.blocked ?? [];
    },

    /** Is not to meet somebody any more. */
    block: (id: PersonId, block: Block): Promise<void> =>
      change(
        { _id: id, 'blocked.personId': { $ne: block.personId } },
        { $push: { blocked: block }, $set: { changedAt: block.since }, $inc: { revision: 1 } },
      ),

    /** May meet somebody again. */
    unblock: (id: PersonId, other: PersonId, now: Date): Promise<void> =>
      change(
        { _id: id, 'blocked.personId': other },
        { $pull: { blocked: { personId: other } }, $set: { changedAt: now }, $inc: { revision: 1 } },
      ),
  };
}
