import assert from 'node:assert/strict';
import space from '../../server/sample-data/space.json' with { type: 'json' };
import town from '../../server/sample-data/town.json' with { type: 'json' };
import { seed } from '../../server/skills/seed.ts';

/** Closer than this, two people at work would touch elbows. */
const ELBOW_ROOM_METRES = 0.7;
/** Half the width of a chair: no seat's centre is nearer than this to what is built. */
const CHAIR_RADIUS_METRES = 0.25;

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

const { floorPlan, zones, seats } = space;
const plan: Rectangle = { x: 0, y: 0, width: floorPlan.width, height: floorPlan.height };
const skills = new Set(seed.map(({ id }) => id));

function contains(outer: Rectangle, inner: Rectangle): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width + 1e-9 &&
    inner.y + inner.height <= outer.y + outer.height + 1e-9
  );
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function chairAt({ x, y }: { x: number; y: number }): Rectangle {
  return {
    x: x - CHAIR_RADIUS_METRES,
    y: y - CHAIR_RADIUS_METRES,
    width: 2 * CHAIR_RADIUS_METRES,
    height: 2 * CHAIR_RADIUS_METRES,
  };
}

function pairsOf<Item>(items: readonly Item[]): [Item, Item][] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b): [Item, Item] => [a, b]));
}

function isDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

describe('the demonstration space', () => {
  it('has 36 seats with distinct ids and labels', () => {
    assert.equal(seats.length, 36);
    assert.ok(isDistinct(seats.map(({ id }) => id)));
    assert.ok(isDistinct(seats.map(({ label }) => label)));
  });

  it('names every zone in each language of the space', () => {
    assert.ok(isDistinct(zones.map(({ id }) => id)));
    for (const { id, labels } of zones) {
      assert.deepEqual(Object.keys(labels).sort(), [...space.languages].sort(), id);
      assert.ok(
        Object.values(labels).every((label) => label !== ''),
        id,
      );
    }
  });

  it('opens on some days of the week, once a day, and closes later than it opens', () => {
    const weekdays = space.hours.map(({ weekday }) => weekday);

    assert.equal(new Set(weekdays).size, weekdays.length);
    for (const { weekday, opens, closes } of space.hours) {
      assert.ok(weekday >= 1 && weekday <= 7);
      assert.match(`${opens} ${closes}`, /^([01]\d|2[0-3]):[0-5]\d ([01]\d|2[0-3]):[0-5]\d$/);
      assert.ok(opens < closes);
    }
  });

  it('keeps zones and features inside the floor plan and zones apart', () => {
    for (const place of [...zones, ...floorPlan.features])
      assert.ok(contains(plan, place), JSON.stringify(place));
    for (const [a, b] of pairsOf(zones)) assert.ok(!overlap(a, b), `${a.id} overlaps ${b.id}`);
  });

  it('puts every chair inside the zone that its seat names', () => {
    for (const seat of seats) {
      const zone = zones.find(({ id }) => id === seat.zone);

      assert.ok(zone !== undefined && contains(zone, chairAt(seat)), seat.id);
    }
  });

  it('leaves elbow room between any two seats', () => {
    for (const [a, b] of pairsOf(seats)) {
      assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= ELBOW_ROOM_METRES, `${a.id} and ${b.id}`);
    }
  });

  it('puts no chair onto a table, a wall or a plant, and no plant into furniture', () => {
    const solid = floorPlan.features.filter(({ kind }) => kind !== 'window' && kind !== 'door');

    for (const seat of seats) {
      for (const feature of solid)
        assert.ok(!overlap(chairAt(seat), feature), `${seat.id} on a ${feature.kind}`);
    }
    for (const [a, b] of pairsOf(solid.filter(({ kind }) => kind !== 'wall'))) {
      assert.ok(!overlap(a, b), `${JSON.stringify(a)} and ${JSON.stringify(b)}`);
    }
  });

  it('seats twelve at the common table, six a side', () => {
    const atTheTable = seats.filter(({ zone }) => zone === 'common-table');
    const sides = new Set(atTheTable.map(({ y }) => y));

    assert.deepEqual(
      [...sides].map((side) => atTheTable.filter(({ y }) => y === side).length),
      [6, 6],
    );
  });
});

describe('the demonstration town', () => {
  it('has 44 people with distinct ids and names', () => {
    assert.equal(town.length, 44);
    assert.ok(isDistinct(town.map(({ id }) => id)));
    assert.ok(isDistinct(town.map(({ name }) => name)));
    assert.ok(town.every(({ id }) => /^p-[a-z]+(-[a-z]+)*$/.test(id)));
  });

  it('speaks only languages of the space', () => {
    for (const { id, languages } of town) {
      assert.ok(
        languages.length > 0 && languages.every((language) => space.languages.includes(language)),
        id,
      );
    }
  });

  it('offers and needs skills of the seed, and nobody needs what they offer', () => {
    for (const { id, offers, needs } of town) {
      const named = [...offers, ...needs];

      assert.deepEqual(
        named.filter((skill) => !skills.has(skill)),
        [],
        id,
      );
      assert.ok(offers.length > 0 && needs.length > 0 && isDistinct(named), id);
    }
  });

  it('gives everybody three different things on their mind', () => {
    for (const { id, focuses } of town) assert.ok(focuses.length === 3 && isDistinct(focuses), id);
  });

  it('brings people on days when the space is open, in its hours', () => {
    const hours = new Map(space.hours.map((day) => [day.weekday, day]));
    for (const { id, habits } of town) {
      assert.ok(habits.days.length > 0 && new Set(habits.days).size === habits.days.length, id);
      for (const day of habits.days) {
        const closes = hours.get(day)?.closes;
        assert.ok(closes !== undefined && habits.arrivesAround < closes, `${id} on ${day}`);
      }
      assert.ok(habits.staysHours > 0 && habits.staysHours <= 10, id);
    }
  });

  it('has at least twenty pairs who can help each other, and some people whom nobody fits', () => {
    const helps = (a: (typeof town)[number], b: (typeof town)[number]) =>
      a.offers.some((skill) => b.needs.includes(skill));

    const mutual = pairsOf(town).filter(([a, b]) => helps(a, b) && helps(b, a));
    const alone = town.filter((a) => !town.some((b) => b !== a && (helps(a, b) || helps(b, a))));

    assert.ok(mutual.length >= 20, `${mutual.length} mutual pairs`);
    assert.deepEqual(
      alone.map(({ id }) => id),
      ['p-stijn-peeters', 'p-hugo-maes'],
    );
  });

  it('knows the three ways of being open', () => {
    for (const { id, openness } of town) assert.ok(['open', 'breaks', 'closed'].includes(openness), id);
  });
});
