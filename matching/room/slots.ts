import type { PersonId } from '../types.ts';

/** Numbered places for people. The place of somebody who left stays empty until all such are swept out, and is used again then. */
export function createSlots() {
  const people: PersonId[] = [];
  const free: number[] = [];
  const left: number[] = [];
  let here = new Uint8Array(64);
  return {
    take(id: PersonId): number {
      const slot = free.pop() ?? people.length;
      people[slot] = id;
      if (slot >= here.length) {
        const larger = new Uint8Array(2 * here.length);
        larger.set(here);
        here = larger;
      }
      here[slot] = 1;
      return slot;
    },
    leave(slot: number): void {
      people[slot] = '';
      here[slot] = 0;
      left.push(slot);
    },
    swept(): void {
      free.push(...left);
      left.length = 0;
    },
    at: (slot: number) => people[slot] ?? '',
    count: () => people.length,
    left: () => left.length,
    /** 1 at the place of somebody who is here. */
    get here() {
      return here;
    },
  };
}
