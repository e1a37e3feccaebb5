import { chance } from '../chance.ts';
import { createIndexOfRoom } from '../room/index-of-room.ts';
import { createListsOfRoom } from '../room/lists-of-room.ts';
import { crowd, filledIndex, graphOf, overSets, SHOWN, someone, termsOf } from './crowd.ts';
import { SPACE } from './house.ts';
import { type BenchRow, bytesOf, quantile, ratio, timed } from './measure.ts';

const ROUNDS = 15;
const IN_A_ROW = 250;

/** A room in which somebody leaves and somebody comes, turn by turn; returns how long each took, every list being right after it. */
function comingAndGoingOf(here: number) {
  const lists = createListsOfRoom(createIndexOfRoom(), SHOWN);
  for (const person of crowd(here)) lists.place(person.id, SPACE, termsOf(person));
  let visit = 0;
  return () => {
    visit++;
    const person = someone(Math.floor(chance(`visit ${visit}`) * here), visit);
    const terms = termsOf(person);
    const departure = timed(() => {
      lists.remove(person.id);
      lists.settle();
    });
    return { departure, checkIn: timed(() => lists.place(person.id, SPACE, terms)) };
  };
}

/** A check-in with every list kept right against all lists made anew, a departure, and how both grow with the room. */
function benchLists(): BenchRow[] {
  const sizes = [250, 500, 1000, 2000, 4000];
  const rooms = sizes.map((here) => ({
    comeAndGo: comingAndGoingOf(here),
    times: [] as ReturnType<ReturnType<typeof comingAndGoingOf>>[],
  }));
  const people = crowd(1000);
  const anew: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    // Many in a row, so that each room is measured with its own data at hand.
    for (const { comeAndGo, times } of rooms) for (let i = 0; i < IN_A_ROW; i++) times.push(comeAndGo());
    if (round % 3 !== 0) continue;
    const over = overSets(people);
    anew.push(timed(() => people.map(over)));
  }
  const settled = (what: 'checkIn' | 'departure') =>
    rooms.map(({ times }) =>
      quantile(
        times.slice(times.length / 5).map((time) => time[what]),
        0.5,
      ),
    );
  const [arrivals, departures] = [settled('checkIn'), settled('departure')];
  const all = quantile(anew, 0.5);
  const growth = (name: string, found: readonly number[]): BenchRow => {
    const exponent = slope(sizes.map(Math.log), found.map(Math.log));
    return {
      measure: `${name}'s growth from 250 to 4,000 present (${found.map((ms) => (1000 * ms).toFixed(1)).join(', ')} µs)`,
      found: `exponent ${exponent.toFixed(2)}`,
      goal: `≤ .85: ${exponent <= 0.85 ? 'pass' : 'miss'}`,
    };
  };
  return [
    {
      measure: 'a check-in with every list kept right, 1,000 present, against all lists anew',
      ...ratio(all, arrivals[2] ?? Number.NaN, 50_000),
    },
    growth('a check-in', arrivals),
    {
      measure: 'a departure with every list that it left short read anew, against the same',
      found: ratio(all, departures[2] ?? Number.NaN, 0).found,
    },
    growth('a departure', departures),
  ];
}

/** The slope of the line through some points, by least squares. */
function slope(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [x0, y0] = [mean(xs), mean(ys)];
  const over = xs.reduce((sum, x, i) => sum + (x - x0) * ((ys[i] ?? 0) - y0), 0);
  return over / xs.reduce((sum, x) => sum + (x - x0) ** 2, 0);
}

/** Bytes of the index of the room against a graph of the same people, and against one of the network. */
function benchMemory(): BenchRow[] {
  const network = crowd(50_000);
  const room = network.slice(0, 1000);
  const index = filledIndex(room);
  const graphs = { room: bytesOf(() => graphOf(room)), network: bytesOf(() => graphOf(network)) };
  const whole = bytesOf(() => filledIndex(room));
  const fewer = (bytes: number, other: number, goal: number) => ({
    found: `1/${(other / bytes).toFixed(1)} (${bytes.toFixed(0)} against ${other.toFixed(0)} bytes a person)`,
    goal: `≤ 1/${goal}: ${other / bytes >= goal ? 'pass' : 'miss'}`,
  });
  const each = whole / room.length;
  return [
    {
      measure: `bytes of the index of a room of 1,000 (${index.bytes / room.length} in typed arrays), against graphology`,
      ...fewer(each, graphs.room / room.length, 8),
    },
    {
      measure: 'the same spread over 50,000 people known, against graphology of the network',
      ...fewer(whole / network.length, graphs.network / network.length, 30),
    },
  ];
}

/** Measures the lists of a room, and what its index keeps. */
export function benchListsOfRoom(): BenchRow[] {
  return [...benchLists(), ...benchMemory()];
}
