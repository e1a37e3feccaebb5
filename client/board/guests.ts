import type { PresentPerson } from '#contract/boards';
import type { Seat } from '#contract/spaces';

/** Somebody as the board calls them. */
export interface Guest {
  /** The first name, and more of it where two share one. */
  readonly name: string;
  readonly initials: string;
  readonly seat: Seat | undefined;
}

const words = (name: string) => name.split(/\s+/).filter(Boolean);

/** The first letters of the first and the last name; one letter is enough where there is one name. */
export function initialsOf(name: string): string {
  const all = words(name);
  const ends = all.length > 1 ? [all[0], all.at(-1)] : [all[0]];
  return ends.map((word) => Array.from(word ?? '')[0]?.toLocaleUpperCase() ?? '').join('');
}

/** What everybody who is here is called on this board, so that no two are called the same. */
export class Guests {
  private readonly guests = new Map<string, Guest>();

  constructor(people: readonly PresentPerson[], allSeats: readonly Seat[]) {
    const seats = new Map(allSeats.map((seat) => [seat.id, seat]));
    for (const person of people) {
      this.guests.set(person.personId, {
        name: callName(person, people),
        initials: initialsOf(person.name),
        seat: seats.get(person.seatId),
      });
    }
  }

  /** `undefined` once they have left. */
  of(personId: string): Guest | undefined {
    return this.guests.get(personId);
  }
}

function callName({ personId, name }: PresentPerson, all: readonly PresentPerson[]): string {
  const first = words(name)[0] ?? name;
  const isShared = all.some((other) => other.personId !== personId && words(other.name)[0] === first);
  return isShared ? name : first;
}
