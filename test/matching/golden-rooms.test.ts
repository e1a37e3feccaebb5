import assert from 'node:assert/strict';
import { applyAll, NOON, testEngine } from './builders.ts';
import { goldenRooms } from './golden-rooms.ts';

describe('golden rooms: the right answer was written down by a person', () => {
  for (const room of goldenRooms) {
    it(room.because, () => {
      const engine = applyAll(testEngine(), room.events);

      const suggestions = engine.suggest(room.for, { at: NOON, limit: 5 });

      const others = suggestions.map(({ pair }) => pair.find((id) => id !== room.for));
      assert.deepEqual(others, room.with);
      const [best] = suggestions;
      const mine = best?.pair[0] === room.for ? 0 : 1;
      if (room.gets !== undefined) assert.deepEqual(best?.reasons[mine], room.gets);
      if (room.gives !== undefined) assert.deepEqual(best?.reasons[1 - mine], room.gives);
    });
  }
});
