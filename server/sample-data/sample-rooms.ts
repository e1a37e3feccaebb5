import { type BookingPolicy, bookingPolicy, type Room, room } from '#contract/rooms';
import type { SpaceId } from '#contract/spaces';
import letting from './rooms.json' with { type: 'json' };

/** The meeting rooms of the demonstration space, one of them two others with the wall between them opened. */
export function sampleRooms(spaceId: SpaceId): Room[] {
  return letting.rooms.map((one) => room.parse({ ...one, spaceId }));
}

/** How the demonstration space lets its rooms. */
export function samplePolicy(): BookingPolicy {
  return bookingPolicy.parse(letting.policy);
}
