import assert from 'node:assert/strict';
import { revisedBookingPolicy } from '#contract/rooms';
import { revisedFundPolicy } from '#contract/seat-fund';
import { UTRECHT } from '../builders/callers.ts';
import { createStaff } from '../builders/world.ts';
import { connectTo } from '../support/database-dump.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

describe('two managers who change a policy at once', () => {
  let test: TestHouse;
  let manager: string;

  before(async () => {
    test = await openTestHouse();
    manager = await createStaff(test, 'manager');
  });

  after(() => test.close());

  const policies = [
    {
      of: 'the seat fund',
      path: '/fund/policy',
      contract: revisedFundPolicy,
      changes: [{ ceiling: 30 }, { ceiling: 20 }],
    },
    {
      of: 'bookings',
      path: `/spaces/${UTRECHT}/booking-policy`,
      contract: revisedBookingPolicy,
      changes: [{ noticeHours: 12 }, { noticeHours: 48 }],
    },
  ];
  for (const { of, path, contract, changes } of policies)
    it(`lose nothing of each other’s for ${of}: the second is told, reads again, and then changes it`, async () => {
      const opened = contract.parse((await test.call('GET', path, undefined, manager)).body);

      const replies = await Promise.all(
        changes.map((change) => test.call('PUT', path, { ...opened, ...change }, manager)),
      );

      const [won, lost] = [...replies].sort((a, b) => a.status - b.status);
      const stands = contract.parse((await test.call('GET', path, undefined, manager)).body);
      const again = await test.call('PUT', path, { ...stands, ...changes[1] }, manager);
      assert.deepEqual([won?.status, lost?.status, lost?.body.code], [200, 409, 'changed_meanwhile']);
      assert.deepEqual(stands, won?.body);
      assert.deepEqual(again.body, { ...stands, ...changes[1], revision: opened.revision + 2 });
    });

  it('find one that was kept before there were revisions, and change it', async () => {
    const store = await connectTo(test);
    await store.collection('fund_policies').updateMany({}, { $unset: { revision: 1 } });
    await store.close();

    const opened = await test.call('GET', '/fund/policy', undefined, manager);
    const changed = await test.call('PUT', '/fund/policy', { ...opened.body, ceiling: 25 }, manager);

    assert.deepEqual([opened.status, opened.body.revision], [200, 0]);
    assert.deepEqual([changed.status, changed.body.revision, changed.body.ceiling], [200, 1, 25]);
  });
});
