import type { MinuteOfDay } from '#values/local-time';

/** From when to when somebody is here. */
export interface Span {
  readonly arrives: MinuteOfDay;
  readonly leaves: MinuteOfDay;
}

/** Two of the 36 seats stay free, so that whoever watches can come in too. */
const MOST_PRESENT = 34;
const SLOT_MINUTES = 5;

function slotsOf({ arrives, leaves }: Span): number[] {
  const first = Math.floor(arrives / SLOT_MINUTES);
  return Array.from({ length: Math.ceil(leaves / SLOT_MINUTES) - first }, (_, n) => first + n);
}

/** How many are here when, in slots of five minutes, so that no day is planned over-full. */
export function createRoom() {
  const counts = new Map<number, number>();
  const change = (span: Span, by: number) => {
    for (const slot of slotsOf(span)) counts.set(slot, (counts.get(slot) ?? 0) + by);
  };
  return {
    hasPlaceFor: (span: Span) => slotsOf(span).every((slot) => (counts.get(slot) ?? 0) < MOST_PRESENT),
    take: (span: Span) => change(span, 1),
    give: (span: Span) => change(span, -1),
  };
}
