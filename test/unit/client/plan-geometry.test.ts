import assert from 'node:assert/strict';
import { headings, nameplateOf, reachOf, seatTowards } from '../../../client/ui/plan-geometry.ts';

/** Two rows of three, a metre and a half apart, and one seat by itself. */
const seats = [
  { id: 'a1', x: 1, y: 1 },
  { id: 'a2', x: 2.5, y: 1 },
  { id: 'a3', x: 4, y: 1 },
  { id: 'b1', x: 1, y: 3 },
  { id: 'b2', x: 2.5, y: 3 },
  { id: 'b3', x: 4, y: 3 },
  { id: 'far', x: 9, y: 6 },
];
const [a1, a2, , , , , far] = seats;

describe('arrow keys on a floor plan', () => {
  const moves = [
    { from: a1, key: 'ArrowRight', to: 'a2', because: 'it is next in the row' },
    { from: a1, key: 'ArrowDown', to: 'b1', because: 'it is right below' },
    { from: a2, key: 'ArrowDown', to: 'b2', because: 'straight ahead beats nearer but aside' },
    { from: far, key: 'ArrowLeft', to: 'b3', because: 'aside is better than nowhere' },
    { from: a1, key: 'ArrowUp', to: undefined, because: 'the plan ends there' },
  ];
  for (const { from, key, to, because } of moves) {
    it(`${key} from ${from?.id} leads to ${to ?? 'no seat'}: ${because}`, () => {
      const heading = headings[key];
      assert(from && heading);

      assert.equal(seatTowards(seats, from, heading)?.id, to);
    });
  }
});

describe('seats for fingers', () => {
  it('lets no two seats be touched at once', () => {
    assert(a1);

    assert.equal(reachOf(a1, seats), 0.75);
    assert.equal(reachOf({ x: 1, y: 1 }, [{ x: 2, y: 1.2 }]), 0.5);
  });
});

describe('the name of a zone', () => {
  const zone = { x: 0, y: 0, width: 10, height: 5 };

  it('stands in the middle of the upper edge where there is room', () => {
    const { x, y } = nameplateOf(zone, 2, []);

    assert.equal(x, 5);
    assert(y < 0.5);
  });

  it('gives way to seats', () => {
    const row = Array.from({ length: 10 }, (_, place) => ({ x: place, y: 0, width: 0.9, height: 0.9 }));
    const { y } = nameplateOf(zone, 2, row);

    assert(y > 4.5);
  });
});
