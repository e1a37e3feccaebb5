/** What will happen in a search, the soonest first (a binary heap: Williams 1964). */
export interface EventHeap<Event> {
  /** When the next event happens; infinity where there is none. */
  readonly soonest: number;
  push(at: number, event: Event): void;
  /** Takes the next event out, if there is one, and calls with it. */
  take(call: (event: Event) => void): void;
}

/** A heap with nothing in it. Events of the same time come in an order that depends on nothing but the calls. */
export function createEventHeap<Event>(): EventHeap<Event> {
  const times: number[] = [];
  const events: Event[] = [];
  const timeOf = (place: number) => times[place] ?? Number.POSITIVE_INFINITY;

  function move(from: number, to: number): void {
    const event = events[from];
    if (event === undefined) return;
    times[to] = timeOf(from);
    events[to] = event;
  }

  function push(at: number, event: Event): void {
    let place = times.length;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (timeOf(above) <= at) break;
      move(above, place);
      place = above;
    }
    times[place] = at;
    events[place] = event;
  }

  /** Puts an event in place of the first. */
  function sink(at: number, event: Event): void {
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      const below = timeOf(left + 1) < timeOf(left) ? left + 1 : left;
      if (at <= timeOf(below)) break;
      move(below, place);
      place = below;
    }
    times[place] = at;
    events[place] = event;
  }

  return {
    get soonest() {
      return timeOf(0);
    },
    push,
    take(call) {
      const first = events[0];
      const [at, last] = [times.pop(), events.pop()];
      if (at !== undefined && last !== undefined && times.length > 0) sink(at, last);
      if (first !== undefined) call(first);
    },
  };
}
