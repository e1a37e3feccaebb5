import { candidatesAmong, clears } from '../consider.ts';
import type { Moment } from '../rank.ts';
import { laidOut, letGo, type Sheet } from '../signals/sheet.ts';
import type { Present } from '../state/guests.ts';
import type { Person, State } from '../state/state.ts';
import type { Focus, PersonId, SeatPlace, SpaceId } from '../types.ts';
import { type Need, needOf } from '../vocabulary/need.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** What strangers give one another fades beyond this (Roche, Oettl & Catalini 2024). */
const NEAR_METRES = 20;

/** A seat nobody has. */
export interface FreeSeat extends SeatPlace {
  seatId: string;
}

/** Somebody at the door, and where they could sit. */
export interface SeatQuery {
  personId: PersonId;
  spaceId: SpaceId;
  at: number;
  focus: Focus;
  free: readonly FreeSeat[];
}

/** A free seat beside somebody worth meeting. */
export interface SeatSuggestion {
  seatId: string;
  near: PersonId;
  metres: number;
}

function nearestTo(
  place: SeatPlace,
  free: readonly FreeSeat[],
): { seatId: string; metres: number } | undefined {
  const by = (seat: FreeSeat) => ({
    seatId: seat.seatId,
    metres: Math.hypot(seat.x - place.x, seat.y - place.y),
  });
  return free.map(by).sort((a, b) => a.metres - b.metres || (a.seatId < b.seatId ? -1 : 1))[0];
}

/** Somebody as they will be once they sit down: open, with this on their mind. */
function seated(person: Person, { spaceId, at, focus }: SeatQuery, need: Need, sheet: Sheet): Present {
  return { ...person, presence: { spaceId, openness: 'open', focus, since: at }, need, sheet };
}

/**
 * The free seat nearest to the best counterpart that has one within twenty metres; undefined where there is no such
 * counterpart, or the person does not consent to matching. Everybody who may be introduced counts, in the order in which they would be.
 */
export function seatNear(
  person: Person,
  query: SeatQuery,
  { state, vocabulary, moment }: { state: State; vocabulary: Vocabulary; moment: Moment },
): SeatSuggestion | undefined {
  if (!person.facts.consents) return undefined;
  const need = needOf(query.focus, person.facts.needs, vocabulary);
  const sheet = laidOut(need, state);
  const room = state.rooms.get(query.spaceId) ?? [];
  const candidates = candidatesAmong(seated(person, query, need, sheet), room, state, moment);
  letGo(sheet, state);
  for (const one of candidates.filter(clears(moment.settings.relevanceFloor))) {
    const other = one.a.facts.personId === query.personId ? one.b : one.a;
    const nearest = other.presence.seat && nearestTo(other.presence.seat, query.free);
    if (nearest && nearest.metres <= NEAR_METRES) return { ...nearest, near: other.facts.personId };
  }
  return undefined;
}
