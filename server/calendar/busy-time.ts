import type { Room } from '#contract/rooms';
import { later, MINUTE } from '#values/clock';
import { merged, type Stretch } from '#values/stretch';
import type { Claim } from './claims.ts';
import { type LocalDay, stretchesOf } from './local-day.ts';

interface Known {
  readonly day: LocalDay;
  readonly busy: readonly Stretch[];
}

/** What was worked out before, for as long as somebody has the room and the claims that it was worked out from. */
const known = new WeakMap<Room, WeakMap<readonly Claim[], Known>>();

/**
 * The minutes of a day at which a booking of a room may not lie because of these claims, what the room needs around it
 * counted in. Claims that were read are never changed, so it is worked out once for the same ones.
 */
export function busyTime(room: Room, day: LocalDay, claims: readonly Claim[]): readonly Stretch[] {
  const ofRoom = known.get(room) ?? new WeakMap<readonly Claim[], Known>();
  known.set(room, ofRoom);
  const before = ofRoom.get(claims);
  if (before?.day === day) return before.busy;
  const { beforeMinutes, afterMinutes } = room.buffers;
  const taken = claims.flatMap(({ from, to }) =>
    stretchesOf(day, {
      from: later(from, -afterMinutes * MINUTE),
      to: later(to, beforeMinutes * MINUTE),
    }),
  );
  const busy = merged(taken);
  ofRoom.set(claims, { day, busy });
  return busy;
}
