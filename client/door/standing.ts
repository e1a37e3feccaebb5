import type { DoorEntry, DoorView } from '#contract/bookings';
import { MINUTE } from '#values/clock';

/** From so many minutes before it begins, a meeting may come in. */
const EARLY = 15 * MINUTE;

/** What can be had of the room. */
export type Take = NonNullable<DoorView['take']>;

/** What begins within half a quarter-hour is had at once: until then nobody else can take it. */
const NEAR = 7.5 * MINUTE;

/** How the room stands: what the panel says in one word, and about which meeting. */
export type DoorStanding =
  | { readonly name: 'free'; readonly take: Take | undefined; readonly until: DoorEntry | undefined }
  /** Nobody is in it, and yet it cannot be had: it is made ready, or somebody is just booking it. */
  | { readonly name: 'kept'; readonly take: Take | undefined }
  | { readonly name: 'soon' | 'awaited' | 'late' | 'busy'; readonly entry: DoorEntry };

const hasBegun = (instant: string | undefined, now: number) =>
  instant !== undefined && Date.parse(instant) <= now;

const isOver = ({ state, endsAt }: DoorEntry, now: number) =>
  (state !== 'planned' && state !== 'checked-in') || Date.parse(endsAt) <= now;

/** Reads a door at a moment; a meeting that left early, or ended since the server was asked, is over. */
export function standingOf(view: DoorView, now: number): DoorStanding {
  const entries = [view.now, view.next].filter((entry) => entry !== undefined);
  const first = entries.find((entry) => !isOver(entry, now));
  const { take } = view;
  const isKept = !take || Date.parse(take.startsAt) - now > NEAR;
  if (!first) return isKept ? { name: 'kept', take } : { name: 'free', take, until: undefined };
  if (first.state === 'checked-in') return { name: 'busy', entry: first };
  if (hasBegun(first.startsAt, now))
    return { name: hasBegun(first.warnsAt, now) ? 'late' : first.warnsAt ? 'awaited' : 'busy', entry: first };
  if (Date.parse(first.startsAt) - now <= EARLY) return { name: 'soon', entry: first };
  return isKept ? { name: 'kept', take } : { name: 'free', take, until: first };
}
