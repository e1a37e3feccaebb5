import { chance } from '../chance.ts';
import { type BenchRoom, type Dataset, ROOM_KINDS, type RoomKind } from './dataset.ts';

const PEOPLE = 60;
const MOST_HELPERS = 3;
/** Before this day too few people are known to fill a room. */
const FIRST_DAY = 8;

/** Some of a crowd, drawn without putting back in proportion to how often each helped (Efraimidis & Spirakis 2006). */
function draw(
  crowd: readonly string[],
  many: number,
  helped: ReadonlyMap<string, number>,
  lot: string,
): string[] {
  const keyed = crowd.map((person) => ({
    person,
    key: chance(`${lot}|${person}`) ** (1 / (helped.get(person) ?? 1)),
  }));
  return keyed
    .sort((a, b) => b.key - a.key)
    .slice(0, many)
    .map(({ person }) => person);
}

/** Everybody who helped before an instant: how often, and in which communities. */
function createCrowd({ needs, helps }: Pick<Dataset, 'needs' | 'helps'>) {
  const communityOf = new Map(needs.map(({ id, community }) => [id, community]));
  const helped = new Map<string, number>();
  const homes = new Map<string, Set<string>>();
  let next = 0;
  return (t: number) => {
    for (let help = helps[next]; help !== undefined && help.t < t; help = helps[++next]) {
      helped.set(help.helper, (helped.get(help.helper) ?? 0) + 1);
      const community = communityOf.get(help.need) ?? '';
      homes.set(community, (homes.get(community) ?? new Set()).add(help.helper));
    }
    return { helped, homes };
  };
}

/** Who helped with each need before a day, in the order they did. */
function helpersOf({ helps }: Pick<Dataset, 'helps'>, before: number): Map<string, Set<string>> {
  const helpers = new Map<string, Set<string>>();
  for (const { need, helper, t } of helps) {
    if (t < before) helpers.set(need, (helpers.get(need) ?? new Set()).add(helper));
  }
  return helpers;
}

/**
 * Rooms of the history before a day, drawn as the benchmark says it drew its own: up to three who did help and had
 * helped before, and others in proportion to their activity; in hard rooms half of the others from the need's own
 * community. Nothing at or after the day is read.
 */
export function historyRooms(dataset: Pick<Dataset, 'needs' | 'helps'>, before: number): Dataset['rooms'] {
  const known = createCrowd(dataset);
  const answered = helpersOf(dataset, before);
  const rooms: Record<RoomKind, BenchRoom[]> = { mixed: [], hard: [] };
  for (const { id, t, asker, community } of dataset.needs) {
    if (t < FIRST_DAY || t >= before) continue;
    const { helped, homes } = known(t);
    const able = [...(answered.get(id) ?? [])].filter((helper) => helped.has(helper) && helper !== asker);
    const helpers = able.slice(0, MOST_HELPERS);
    if (helpers.length === 0) continue;
    const others = [...helped.keys()].filter((person) => person !== asker && !helpers.includes(person));
    const isNear = (person: string) => homes.get(community)?.has(person) === true;
    for (const kind of ROOM_KINDS) {
      const wanted = PEOPLE - helpers.length;
      const far = kind === 'hard' ? others.filter((person) => !isNear(person)) : others;
      const near = kind === 'hard' ? others.filter(isNear) : [];
      const half = draw(near, Math.floor(wanted / 2), helped, `${kind}|${id}`);
      const rest = draw(far, wanted - half.length, helped, `${kind}|${id}`);
      rooms[kind].push({
        need: id,
        t,
        split: 'history',
        room: [...helpers, ...half, ...rest].sort(),
        helpers,
      });
    }
  }
  return rooms;
}
