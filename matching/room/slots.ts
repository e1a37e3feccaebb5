import type { PersonId } from '../types.ts';

/** Numbered places for people. The place of somebody who left stays empty until all such are swept out, and is used again then. */
export function createSlots() {
  const people: PersonId[] = [];
  const free: number[] = [];
  const left: number[] = [];
  return {
    take(id: PersonId): number {
      const slot = free.pop() ?? people.length;
      people[slot] = id;
      return slot;
    },
    leave(slot: number): void {
      people[slot] = '';
      left.push(slot);
    },
    swept(): void {
      free.push(...left);
      left.length = 0;
    },
    at: (slot: number) => people[slot] ?? '',
    count: () => people.length,
    left: () => left.length,
  };
}
