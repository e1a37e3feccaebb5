import assert from 'node:assert/strict';
import { type PersonId, personId } from '../../server/people/contract.ts';
import { SAMPLE_POLICY } from '../../server/sample-data/sample-fund.ts';
import { issueOf } from '../builders/money.ts';
import { type MoneyHouse, openMoneyHouse } from '../support/money-house.ts';
import { saw } from '../support/storm-size.ts';

const PEOPLE = 60;
const DATE = '2026-11-24';

describe('sixty people and the seats that the fund pays for', () => {
  let house: MoneyHouse;

  beforeEach(async () => {
    house = await openMoneyHouse();
    await house.seatFund.setPolicy(house.space, {
      ...SAMPLE_POLICY,
      floor: 4,
      newcomerReserve: 0,
      revision: 1,
    });
  });

  afterEach(() => house.close());

  const pay = async (amount: number) => {
    const { number } = await house.invoices.issue(issueOf());
    await house.invoices.recordPayment({
      paymentId: 'p-1',
      spaceId: house.space.id,
      provider: 'host',
      at: house.clock.now(),
      amount,
      currency: 'EUR',
      invoice: number,
    });
  };

  /** Somebody comes to one of two servers; the seat is theirs or it is refused. */
  async function arrive(index: number, at: MoneyHouse['seatFund']): Promise<boolean> {
    const person: PersonId = personId.parse(`person-${index}`);
    const sitting = { checkInId: `check-in-${index}`, personId: person, isNewcomer: false, date: DATE };
    try {
      await at.seat(house.space, sitting, async () => true);
    } catch (fault) {
      assert.equal(Reflect.get(Object(fault), 'code'), 'no_free_seat');
      return false;
    }
    await at.settle(house.space, sitting);
    return true;
  }

  it('sit on as many as it pays for and no more, at two servers at once', async () => {
    await pay(12_100);
    const funds = [house.seatFund, house.another().seatFund];

    const seated = await Promise.all(
      Array.from({ length: PEOPLE }, (_, index) => arrive(index, funds[index % 2] ?? house.seatFund)),
    );
    const latecomers = [
      await arrive(90, house.seatFund),
      await arrive(91, house.seatFund),
      await arrive(92, house.seatFund),
    ];

    const { balances } = await house.ledger.balances(house.book);
    const count = [...seated, ...latecomers].filter((sits) => sits).length;
    // Twenty euros pay for two seats of eight, and the floor of four stays open, which the house pays.
    assert.equal(count, 4);
    assert.equal(balances['cost:seats'], -4 * 800);
    assert.equal((balances['liability:seat-fund'] ?? 0) - (balances['own:gifts'] ?? 0), -(4 * 800 - 2_000));
    assert.equal((await house.ledger.prove(house.book)).fault, undefined);
    saw(`${count} seated, ${PEOPLE + 3 - count} refused, ${balances['own:gifts']} cents from the house`);
  }).timeout(120_000);

  it('are more when a room is paid, and who leaves and comes back is paid for once', async () => {
    for (let index = 0; index < 4; index++) assert(await arrive(index, house.seatFund));
    const before = await house.seatFund.capacity(house.space);

    await pay(12_100);
    const after = await house.seatFund.capacity(house.space);
    await house.seatFund.release(house.space.id, 'check-in-0');
    await arrive(0, house.seatFund);

    assert.deepEqual([before.free, after.free], [0, 2]);
    assert.deepEqual([after.opened?.seats, after.opened?.roomId], [2, 'rembrandt']);
    const { balances } = await house.ledger.balances(house.book);
    assert.equal(balances['cost:seats'], -4 * 800);
  });
});
