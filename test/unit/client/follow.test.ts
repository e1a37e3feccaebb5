import assert from 'node:assert/strict';
import { follow, type Held } from '../../../client/api/follow.ts';

interface Seats {
  taken: Record<string, true>;
  free: number;
}

const held: Held<Seats> = { epoch: 'run-1', revision: 7, state: { taken: { a1: true, a2: true }, free: 8 } };
const parse = (state: unknown) => state as Seats;

describe('following a live view', () => {
  it('applies the patch that comes next, and leaves what was held as it was', () => {
    const next = follow(
      held,
      { epoch: 'run-1', revision: 8, patch: { taken: { a1: null, a3: true } } },
      parse,
    );

    assert.deepEqual(next, {
      epoch: 'run-1',
      revision: 8,
      state: { taken: { a2: true, a3: true }, free: 8 },
    });
    assert.deepEqual(held.state, { taken: { a1: true, a2: true }, free: 8 });
  });

  it('ignores a patch whose change the state already has', () => {
    assert.equal(follow(held, { epoch: 'run-1', revision: 7, patch: { free: 1 } }, parse), held);
  });

  it('asks for the whole view after a gap', () => {
    assert.equal(follow(held, { epoch: 'run-1', revision: 9, patch: { free: 1 } }, parse), undefined);
  });

  it('asks for the whole view after another run of the server, whatever the revision', () => {
    assert.equal(follow(held, { epoch: 'run-2', revision: 8, patch: { free: 1 } }, parse), undefined);
  });
});
