/** The fewest and the most that sit in a circle. */
export const LEAST = 4;
export const MOST = 6;
/** Passes of the search; each change of a pass gains, so it mostly ends long before. */
const ROUNDS = 50;

/** What it is worth that two people, by their numbers, are in one circle; −∞ where they must not be. */
export type Worth = (a: number, b: number) => number;

type Group = number[];

/** What somebody adds to a group, `besides` one who is about to leave it. */
function added(one: number, group: readonly number[], worth: Worth, besides?: number): number {
  let sum = 0;
  for (const other of group) if (other !== one && other !== besides) sum += worth(one, other);
  return sum;
}

/** Those who were together and still take part, apart where they must be; at most as many groups as are wanted. */
function kept(standing: readonly (readonly number[])[], wanted: number, worth: Worth): Group[] {
  const placed = new Set<number>();
  const groups = standing.map((circle) => {
    const group: Group = [];
    for (const one of circle) {
      if (placed.has(one) || group.length === MOST || added(one, group, worth) === -Infinity) continue;
      placed.add(one);
      group.push(one);
    }
    return group;
  });
  return groups
    .filter(({ length }) => length > 1)
    .sort((a, b) => b.length - a.length)
    .slice(0, wanted);
}

/** Puts everybody who has no group where they add most; groups fill up to their size first, and nobody joins a rival. */
function fill(groups: Group[], people: number, size: number, worth: Worth): void {
  const placed = new Set(groups.flat());
  for (const room of [LEAST, size, MOST]) {
    for (let one = 0; one < people; one++) {
      if (placed.has(one)) continue;
      const open = groups
        .filter(({ length }) => length < room)
        .map((group) => ({ group, gain: added(one, group, worth) }))
        .filter(({ gain }) => gain > -Infinity)
        .sort((a, b) => b.gain - a.gain || a.group.length - b.group.length);
      const [best] = open;
      if (best === undefined) continue;
      best.group.push(one);
      placed.add(one);
    }
  }
}

/** Lets somebody move to where they add more, as long as both circles keep their bounds. */
function move(from: Group, to: Group, worth: Worth): boolean {
  if (from.length <= LEAST || to.length >= MOST) return false;
  const mover = from.find((one) => added(one, to, worth) > added(one, from, worth) + 1e-9);
  if (mover === undefined) return false;
  from.splice(from.indexOf(mover), 1);
  to.push(mover);
  return true;
}

/** Lets two people change places where that gains. */
function swap(one: Group, other: Group, worth: Worth): boolean {
  for (const [i, a] of one.entries()) {
    for (const [j, b] of other.entries()) {
      const before = added(a, one, worth) + added(b, other, worth);
      if (added(b, one, worth, a) + added(a, other, worth, b) <= before + 1e-9) continue;
      one[i] = b;
      other[j] = a;
      return true;
    }
  }
  return false;
}

function improve(groups: readonly Group[], worth: Worth): void {
  for (let round = 0, gained = true; gained && round < ROUNDS; round++) {
    gained = false;
    for (const one of groups)
      for (const other of groups)
        if (one !== other && (move(one, other, worth) || swap(one, other, worth))) gained = true;
  }
}

/**
 * Circles of four to six out of people numbered 0…n−1, as many as `size` gives, so that the worth of all pairs is high: who
 * stands together stays where that is worth it, everybody else joins where they add most, then single people move
 * and two change places as long as it gains. Nobody sits with somebody they must not; who fits nowhere is left out.
 */
export function circled(
  people: number,
  { size, standing, worth }: { size: number; standing: readonly (readonly number[])[]; worth: Worth },
): number[][] {
  const wanted = Math.min(Math.floor(people / LEAST), Math.max(1, Math.round(people / size)));
  const groups = kept(standing, wanted, worth);
  while (groups.length < wanted) groups.push([]);
  fill(groups, people, size, worth);
  improve(groups, worth);
  return groups.filter(({ length }) => length >= LEAST).map((group) => group.sort((a, b) => a - b));
}
