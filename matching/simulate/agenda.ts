/** What is still to happen today, by hour; of one hour in the order it was put down. */
export interface Agenda {
  add(hour: number, happening: (hour: number) => void): void;
  /** Lets everything happen, also what is added meanwhile. */
  run(): void;
}

/** An agenda with nothing on it. */
export function createAgenda(): Agenda {
  const entries: { hour: number; happening: (hour: number) => void }[] = [];
  return {
    add(hour, happening) {
      let place = entries.length;
      while (place > 0 && (entries[place - 1]?.hour ?? 0) > hour) place--;
      entries.splice(place, 0, { hour, happening });
    },
    run() {
      for (let next = entries.shift(); next !== undefined; next = entries.shift()) next.happening(next.hour);
    },
  };
}
