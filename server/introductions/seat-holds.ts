import type { PersonId } from '#contract/people';
import type { SeatId, SpaceId } from '#contract/spaces';
import { type Clock, MINUTE } from '#values/clock';

/** So long a seat that was proposed to somebody is proposed to nobody else: as long as a check-in takes at most. */
const HELD = 2 * MINUTE;

/** Something that can be proposed. */
interface Proposable {
  readonly id: SeatId;
}

/**
 * Seats that were proposed and not taken yet, so that two who ask at once are sent to two seats. It only spreads: who
 * sits where is decided by the index of check-ins, and after a restart nothing is held.
 */
export function createSeatHolds(clock: Clock) {
  const holds = new Map<string, { person: PersonId; until: number }>();

  const keyOf = (spaceId: SpaceId, seatId: SeatId) => `${spaceId} ${seatId}`;

  function forget(person: PersonId, now: number): void {
    for (const [key, hold] of holds) if (hold.until <= now || hold.person === person) holds.delete(key);
  }

  return {
    /** Those of some free seats that are held for nobody else; all of them where every one is. */
    unheld<Seat extends Proposable>(spaceId: SpaceId, free: readonly Seat[], person: PersonId): Seat[] {
      forget(person, clock.now().getTime());
      const open = free.filter(({ id }) => !holds.has(keyOf(spaceId, id)));
      return open.length > 0 ? open : [...free];
    },

    hold(spaceId: SpaceId, seatId: SeatId, person: PersonId): void {
      holds.set(keyOf(spaceId, seatId), { person, until: clock.now().getTime() + HELD });
    },
  };
}
