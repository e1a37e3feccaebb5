import { type Layout, layout, type Room, type RoomId } from './contract.ts';

/**
 * The rooms between walls that a booking of this room takes: itself, or its parts. Two bookings are in each other's
 * way just when they take one of these in common, so a combined room needs no calendar of its own.
 */
export function partsOf(room: Pick<Room, 'roomId' | 'parts'>): readonly RoomId[] {
  return room.parts.length === 0 ? [room.roomId] : room.parts;
}

/** Are the parts of a room other rooms of the space, each whole? */
export function arePartsSound(room: Room, others: readonly Room[]): boolean {
  return room.parts.every((part) =>
    others.some(({ roomId, parts }) => roomId === part && roomId !== room.roomId && parts.length === 0),
  );
}

/** Is a room part of another? Then it cannot itself become a combined one. */
export function isPart(roomId: RoomId, rooms: readonly Room[]): boolean {
  return rooms.some(({ parts }) => parts.includes(roomId));
}

/** The layouts in which a room holds so many people. */
export function layoutsFor({ capacity }: Pick<Room, 'capacity'>, people: number): Layout[] {
  return layout.options.filter((one) => (capacity[one] ?? 0) >= people);
}
