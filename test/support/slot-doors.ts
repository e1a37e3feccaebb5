import { createBooking, hold, slotOf, TOMORROW } from '../builders/bookings.ts';
import { anotherAddress } from '../builders/callers.ts';
import { roomContradictions } from './room-contradictions.ts';
import type { Callee, Reply } from './test-house.ts';

/** One way of asking for the slot; of those who come by it, each has a number. */
export type Door = (number: number) => Promise<Reply>;

/** What everybody wants: the Rhine room tomorrow from ten to eleven. */
export const SLOT = { roomId: 'rhine', date: TOMORROW, from: 600, to: 660 };

export const WAYS = [
  'a hold',
  'a host',
  'a series that has it in the middle',
  'the combined room of which it is a part',
  'the hour after, within its buffer',
  'the second half of it',
] as const;

type Slot = typeof SLOT;

const dateBeside = (date: string, days: number) =>
  new Date(new Date(`${date}T00:00:00Z`).getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** The ways in which a slot can be asked of a server; each is in the way of all others. */
export function slotDoors(server: Callee, host: string, slot = SLOT): Record<(typeof WAYS)[number], Door> {
  const holding = (overrides: Partial<Slot>) => () =>
    hold(server, { occurrences: [slotOf({ ...slot, ...overrides })] });
  return {
    'a hold': holding({}),
    'a host': () => hold(server, { occurrences: [slotOf(slot)] }, host),
    'a series that has it in the middle': (number) => {
      const dates = [1, 0, 2].map((days) => slotOf({ ...slot, date: dateBeside(slot.date, days) }));
      return hold(server, { occurrences: number % 2 ? dates : dates.reverse() });
    },
    'the combined room of which it is a part': holding({ roomId: 'canal-side' }),
    'the hour after, within its buffer': holding({ from: 660, to: 720 }),
    'the second half of it': holding({ from: 630, to: 660 }),
  };
}

/** A booking elsewhere that is to move into the slot. */
export async function movingDoor(
  server: Callee,
  host: string,
  { number, to = SLOT }: { number: number; to?: Slot },
): Promise<Door> {
  const date = `2026-12-${String(1 + (number % 20)).padStart(2, '0')}`;
  const slot = slotOf({ roomId: 'canal', date, from: 60 * (number % 23), to: 60 * (number % 23) + 30 });
  const { word } = await createBooking(server, { occurrences: [slot] });
  const move = { ...to, occurrenceId: slot.occurrenceId, scope: 'one' };
  const address = anotherAddress();
  const path = `/bookings/manage/${word}`;
  const preview = await server.call('POST', `${path}/change-previews`, { move }, host, address);
  const difference = preview.body.difference;
  const gross = typeof difference === 'object' && difference ? Reflect.get(difference, 'gross') : undefined;
  return () => server.call('POST', `${path}/changes`, { move, gross }, host, address);
}

/** What everybody was told, and what in a dump of the store could not be so. */
export function outcomeOf(replies: readonly Reply[], dump: string) {
  const lost = replies.filter(({ status }) => status >= 300);
  const told = lost.filter(({ status, body }) => {
    const details = body.details;
    if (status !== 409 || body.code !== 'slot_taken' || typeof details !== 'object' || !details) return false;
    return 'nextDate' in details && 'nextFrom' in details && 'anotherRoom' in details;
  });
  return {
    won: replies.length - lost.length,
    lost: lost.length,
    told: told.length,
    wrong: roomContradictions(dump),
  };
}
