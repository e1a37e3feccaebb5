import assert from 'node:assert/strict';
import { type Chair, furnitureOf, type Layout } from '../../../client/ui/room-geometry.ts';

const LAYOUTS: readonly Layout[] = ['theatre', 'classroom', 'boardroom', 'u-shape', 'lounge'];
const SEATS = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 24, 40, 80];

function apart(a: Chair, b: Chair): number {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
}

describe('the furniture of a room', () => {
  for (const layout of LAYOUTS)
    it(`seats everybody as a ${layout}, nobody on another's lap or through a wall`, () => {
      for (const seats of SEATS) {
        const { chairs, width, height } = furnitureOf(layout, seats);

        assert.equal(chairs.length, seats, `${seats} chairs`);
        for (const [index, chair] of chairs.entries()) {
          assert(chair.x > 0.4 && chair.x < width - 0.4, `${seats}: chair ${index} stands inside`);
          assert(chair.y > 0.4 && chair.y < height - 0.4, `${seats}: chair ${index} stands inside`);
          for (const other of chairs.slice(index + 1))
            assert(apart(chair, other) >= 0.8, `${seats}: chairs touch`);
        }
      }
    });

  for (const layout of LAYOUTS)
    it(`keeps the tables of a ${layout} in the room and under no chair`, () => {
      for (const seats of SEATS) {
        const { chairs, tables, width, height } = furnitureOf(layout, seats);

        for (const table of tables) {
          assert(table.x >= 0 && table.x + table.width <= width);
          assert(table.y >= 0 && table.y + table.height <= height);
          const under = chairs.filter(
            ({ x, y }) =>
              x > table.x && x < table.x + table.width && y > table.y && y < table.y + table.height,
          );
          assert.deepEqual(under, [], `${seats}`);
        }
      }
    });

  it('is none for part of a person', () => {
    assert.throws(() => furnitureOf('lounge', 2.5), RangeError);
    assert.throws(() => furnitureOf('lounge', 0), RangeError);
  });
});
