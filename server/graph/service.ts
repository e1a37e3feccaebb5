import type { CheckInId, Focus } from '#contract/checkins';
import { type PersonId, personId } from '#contract/people';
import type { Seat, SeatId, Space, SpaceId } from '#contract/spaces';
import type { DomainEvent } from '#events';
import {
  type Asking,
  createEngine,
  type Day,
  DEFAULT_SETTINGS,
  type SeatPlace,
  type Suggestion,
  type Vocabulary,
} from '#matching';
import { engineEventsOf } from './engine-events.ts';

interface GraphNeeds {
  vocabulary: Vocabulary;
  /** Decides the lots that the engine draws; the same seed and events give the same suggestions. */
  seed: number;
}

/** What somebody at the door has on their mind, and which seats nobody has. */
interface SeatWish {
  space: Space;
  focus: Focus;
  free: readonly Seat[];
  at: Date;
}

/** The room as a whole, but for those who are taken. */
interface RoomWish {
  at: Date;
  day: Day;
  except: readonly PersonId[];
}

interface TableWish extends Omit<RoomWish, 'day'> {
  size: 3 | 4;
}

/** People who should sit together, with the reasons of every two who have one. */
export interface SeatedTogether {
  people: readonly PersonId[];
  pairs: readonly PairTold[];
}

/** Two of a table, and why they might talk. */
interface PairTold extends Pick<Suggestion, 'reasons' | 'shared'> {
  pair: readonly [PersonId, PersonId];
}

export type GraphService = ReturnType<typeof createGraphService>;

/** Events of one instant have an order too: who somebody is comes before what they do. */
const ORDER: readonly DomainEvent['name'][] = [
  'person.changed',
  'checkin.started',
  'checkin.changed',
  'introduction.offered',
  'introduction.answered',
  'introduction.met',
  'introduction.valued',
  'introduction.refused',
  'lunch.asked',
  'lunch.answered',
  'lunch.talked',
  'checkin.ended',
];

const rankOf = (event: DomainEvent) => ORDER.indexOf(event.name);

/**
 * The graph of record and the engine on it, in memory: kept in step by events, told again from the documents at
 * every start, and the same either way.
 */
export function createGraphService({ vocabulary, seed }: GraphNeeds) {
  let engine = createEngine({ vocabulary, seed });
  let places = new Map<string, SeatPlace>();
  // Which check-in somebody is here by, so that late news of an earlier one changes nothing.
  let here = new Map<PersonId, CheckInId>();
  let revisions = new Map<PersonId, number>();

  const placeOf = (spaceId: string, seatId: string) => places.get(`${spaceId} ${seatId}`);

  /** Has this news been overtaken: by a later profile, by a later check-in of the same person? */
  function isStale(event: DomainEvent): boolean {
    if (event.name === 'person.changed') return (revisions.get(event.personId) ?? 0) >= event.revision;
    if (event.name !== 'checkin.changed' && event.name !== 'checkin.ended') return false;
    return here.get(event.personId) !== event.checkInId;
  }

  function apply(event: DomainEvent): void {
    if (isStale(event)) return;
    if (event.name === 'person.changed') revisions.set(event.personId, event.revision);
    if (event.name === 'checkin.started') here.set(event.personId, event.checkInId);
    if (event.name === 'checkin.ended') here.delete(event.personId);
    for (const change of engineEventsOf(event, placeOf)) engine.apply(change);
  }

  return {
    apply,

    /** Which share of the places chance fills, so that what another share would have come to can be reckoned. */
    randomShare: DEFAULT_SETTINGS.randomShare,

    /** Forgets everything and tells it again, in the order it happened. */
    rebuild(spaces: readonly Space[], history: readonly DomainEvent[]): void {
      engine = createEngine({ vocabulary, seed });
      here = new Map();
      revisions = new Map();
      places = new Map(
        spaces.flatMap(({ id, seats }) =>
          seats.map((seat) => [`${id} ${seat.id}`, { x: seat.x, y: seat.y, zone: seat.zone }] as const),
        ),
      );
      const inOrder = [...history].sort((a, b) => a.at.getTime() - b.at.getTime() || rankOf(a) - rankOf(b));
      for (const event of inOrder) apply(event);
    },

    /** Whom somebody who is here should meet now, best first; nobody when nobody fits. */
    suggest(person: PersonId, asking: Asking): Suggestion[] {
      return engine.suggest(person, asking);
    },

    /** Who is here, open, and has never been offered anybody, first come first. */
    newcomers: (spaceId: SpaceId): PersonId[] => engine.newcomers(spaceId).map((id) => personId.parse(id)),

    /** Which of these free seats is within reach of whom somebody at the door should meet, if any is. */
    seatFor(person: PersonId, { space, focus, free, at }: SeatWish): SeatId | undefined {
      const places = free.map(({ id, x, y, zone }) => ({ seatId: id, x, y, zone }));
      const asked = { personId: person, spaceId: space.id, at: at.getTime(), focus, free: places };
      const near = engine.seat(asked)?.seatId;
      return free.find(({ id }) => id === near)?.id;
    },

    /** Who should meet whom at once, nobody twice and nobody who is taken; the values sum to the most. */
    pairing(spaceId: SpaceId, { at, day, except }: RoomWish): Suggestion[] {
      return engine.pairing({ spaceId, at: at.getTime(), day, except });
    },

    /** Tables of one size for a break, of everybody who is here but those who are taken; best first. */
    tables(spaceId: SpaceId, { at, size, except }: TableWish): SeatedTogether[] {
      const found = engine.tables({ spaceId, at: at.getTime(), size, except });
      return found.map(({ people, pairs }) => ({
        people: people.map((id) => personId.parse(id)),
        pairs: pairs.map(({ pair: [a, b], reasons, shared }) => ({
          pair: [personId.parse(a), personId.parse(b)],
          reasons,
          shared,
        })),
      }));
    },

    /** All that was derived, in canonical order, for comparing two ways of getting there. */
    snapshot: (): unknown => engine.snapshot(),
  };
}
