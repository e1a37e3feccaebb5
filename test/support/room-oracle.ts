import type { slotOf } from '../builders/bookings.ts';
import type { TestClock } from './test-house.ts';

type Slot = ReturnType<typeof slotOf>;

/** What is kept free around each booking of the sample's rooms, in minutes, and which rooms each one takes. */
const ROOMS: Readonly<Record<string, { before: number; after: number; parts: string[] }>> = {
  rembrandt: { before: 0, after: 15, parts: ['rembrandt'] },
  rhine: { before: 0, after: 15, parts: ['rhine'] },
  vecht: { before: 0, after: 0, parts: ['vecht'] },
  canal: { before: 0, after: 0, parts: ['canal'] },
  dom: { before: 15, after: 30, parts: ['dom'] },
  'canal-side': { before: 15, after: 15, parts: ['rhine', 'vecht'] },
};

const HOLD_MS = 10 * 60_000;

interface Known {
  id: string;
  state: 'held' | 'confirmed' | 'over';
  until: number;
  slots: Slot[];
}

/** Minutes since a Monday long past, with what the room needs around the slot. */
function takenBy({ roomId, date, from, to }: Slot) {
  const room = ROOMS[roomId] ?? { before: 0, after: 0, parts: [] };
  const day = new Date(`${date}T00:00:00Z`).getTime() / 60_000;
  return { parts: room.parts, from: day + from - room.before, to: day + to + room.after };
}

function clash(a: Slot, b: Slot): boolean {
  const [one, other] = [takenBy(a), takenBy(b)];
  return one.parts.some((part) => other.parts.includes(part)) && one.from < other.to && other.from < one.to;
}

/** The rules of booking told a second time, in the plainest way: a list, and a look at all of it. */
export function createRoomOracle(clock: TestClock) {
  const bookings: Known[] = [];
  const find = (id: string) => bookings.find((one) => one.id === id);

  function lapse(): void {
    for (const one of bookings)
      if (one.state === 'held' && one.until <= clock.now().getTime()) one.state = 'over';
  }

  const isFree = (slot: Slot, ownId?: string) =>
    bookings
      .filter(({ state, id }) => state !== 'over' && id !== ownId)
      .every((one) => one.slots.every((taken) => !clash(slot, taken)));

  return {
    hold(slots: Slot[]): string {
      lapse();
      return slots.every((slot) => isFree(slot)) ? 'yes' : 'slot_taken';
    },

    keep(id: string, slots: Slot[]): void {
      bookings.push({ id, state: 'held', until: clock.now().getTime() + HOLD_MS, slots });
    },

    confirm(id: string): string {
      lapse();
      const known = find(id);
      if (known?.state !== 'held') return 'booking_not_held';
      known.state = 'confirmed';
      return 'yes';
    },

    move(id: string, slot: Slot): string {
      lapse();
      const known = find(id);
      const staying = known?.slots.filter(({ occurrenceId }) => occurrenceId !== slot.occurrenceId) ?? [];
      if (staying.some((own) => clash(own, slot))) return 'occurrences_clash';
      if (!isFree(slot, id)) return 'slot_taken';
      if (known) known.slots = [...staying, slot];
      return 'yes';
    },

    cancel(id: string, { occurrenceId, scope }: { occurrenceId: string; scope: string }): string {
      const known = find(id);
      if (known)
        known.slots = scope === 'all' ? [] : known.slots.filter((slot) => slot.occurrenceId !== occurrenceId);
      if (known?.slots.length === 0) known.state = 'over';
      return 'yes';
    },

    /** One of those in a state, by lot. */
    pick(lot: number, state: Known['state']): string | undefined {
      lapse();
      const found = bookings.filter((one) => one.state === state);
      return found[lot % Math.max(1, found.length)]?.id;
    },

    occurrenceOf(id: string, lot: number) {
      const slots = find(id)?.slots ?? [];
      return slots[lot % Math.max(1, slots.length)]?.occurrenceId;
    },
  };
}
