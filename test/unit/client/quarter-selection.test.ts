import assert from 'node:assert/strict';
import { extended, type RoomDay, stepTo, touched } from '../../../client/booking/quarter-selection.ts';

const room = (roomId: string, picture: string): RoomDay => ({
  roomId,
  name: roomId,
  quarters: [...picture].map((sign) => (sign === '.' ? 'free' : 'busy')),
});

const rhine = room('rhine', '....#...');
const maas = room('maas', '........');

describe('choosing quarters of a room', () => {
  it('begins with the quarter that is touched', () => {
    assert.deepEqual(touched(undefined, rhine, 1), { roomId: 'rhine', from: 1, to: 2 });
  });

  it('ends with the second, before or after the first', () => {
    assert.deepEqual(touched({ roomId: 'rhine', from: 1, to: 2 }, rhine, 3), {
      roomId: 'rhine',
      from: 1,
      to: 4,
    });
    assert.deepEqual(touched({ roomId: 'rhine', from: 2, to: 3 }, rhine, 0), {
      roomId: 'rhine',
      from: 0,
      to: 3,
    });
  });

  it('begins anew where something taken lies between, in another room, and after an end', () => {
    assert.deepEqual(touched({ roomId: 'rhine', from: 1, to: 2 }, rhine, 6), {
      roomId: 'rhine',
      from: 6,
      to: 7,
    });
    assert.deepEqual(touched({ roomId: 'rhine', from: 1, to: 2 }, maas, 6), {
      roomId: 'maas',
      from: 6,
      to: 7,
    });
    assert.deepEqual(touched({ roomId: 'maas', from: 1, to: 3 }, maas, 6), {
      roomId: 'maas',
      from: 6,
      to: 7,
    });
  });

  it('lets the only one go that is touched again', () => {
    assert.equal(touched({ roomId: 'maas', from: 1, to: 2 }, maas, 1), undefined);
  });

  it('is left as it is by what is not free', () => {
    const before = { roomId: 'rhine', from: 1, to: 2 };

    assert.equal(touched(before, rhine, 4), before);
  });

  it('stretches as far as it is free', () => {
    assert.deepEqual(extended({ roomId: 'rhine', from: 1, to: 2 }, rhine, 2), {
      roomId: 'rhine',
      from: 1,
      to: 3,
    });
    assert.equal(extended({ roomId: 'rhine', from: 1, to: 2 }, rhine, 5), undefined);
    assert.equal(extended({ roomId: 'rhine', from: 6, to: 7 }, rhine, 8), undefined);
  });
});

describe('the arrows of the grid', () => {
  const size = { rows: 2, quarters: 8, isRightToLeft: false };
  const cases = [
    { key: 'ArrowRight', to: { row: 0, quarter: 3 }, because: 'time goes right' },
    { key: 'ArrowLeft', to: { row: 0, quarter: 1 }, because: 'and back' },
    { key: 'ArrowDown', to: { row: 1, quarter: 2 }, because: 'the next room' },
    { key: 'ArrowUp', to: undefined, because: 'there is none above' },
    { key: 'PageDown', to: { row: 0, quarter: 6 }, because: 'an hour on' },
    { key: 'End', to: { row: 0, quarter: 7 }, because: 'the last of the day' },
    { key: 'a', to: undefined, because: 'a letter is no step' },
  ];
  for (const { key, to, because } of cases)
    it(`${key}: ${because}`, () => {
      assert.deepEqual(stepTo(key, { row: 0, quarter: 2 }, size), to);
    });

  it('run the other way where the page does', () => {
    const arabic = { ...size, isRightToLeft: true };

    assert.deepEqual(stepTo('ArrowLeft', { row: 0, quarter: 2 }, arabic), { row: 0, quarter: 3 });
  });
});
