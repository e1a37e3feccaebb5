import assert from 'node:assert/strict';
import { createLasting } from '../../../server/platform/lasting.ts';

describe('a lasting value', () => {
  const SOURCES = [{ of: 'rooms' }, { of: 'claims' }] as const;

  /** Counts how often something was worked out, and keeps so many. */
  function counted(most: number) {
    let worked = 0;
    const lasting = createLasting<object>(most);
    return {
      of: (key: string, sources: readonly unknown[]) =>
        lasting.of(key, sources, () => ({ number: ++worked })),
      worked: () => worked,
    };
  }

  it('is the very same for as long as what it was worked out from is', () => {
    const { of, worked } = counted(2);

    const values = [of('week', SOURCES), of('week', [...SOURCES])];

    assert.equal(values[0], values[1]);
    assert.equal(worked(), 1);
  });

  for (const { because, sources } of [
    { because: 'one source is another object', sources: [SOURCES[0], { ...SOURCES[1] }] },
    { because: 'there is one source less', sources: [SOURCES[0]] },
  ])
    it(`is worked out anew where ${because}`, () => {
      const { of, worked } = counted(2);

      assert.notEqual(of('week', SOURCES), of('week', sources));
      assert.equal(worked(), 2);
    });

  it('is forgotten when it was asked for longest ago of more than are kept', () => {
    const { of, worked } = counted(2);
    for (const key of ['a', 'b', 'a', 'c']) of(key, SOURCES);

    of('a', SOURCES);
    const kept = worked();
    of('b', SOURCES);

    assert.deepEqual([kept, worked()], [3, 4]);
  });
});
