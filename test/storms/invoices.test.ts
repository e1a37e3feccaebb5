import assert from 'node:assert/strict';
import { issueOf } from '../builders/money.ts';
import { type MoneyHouse, openMoneyHouse } from '../support/money-house.ts';
import { saw } from '../support/storm-size.ts';

const INVOICES = 500;

describe('five hundred invoices at once', () => {
  let house: MoneyHouse;

  beforeEach(async () => {
    house = await openMoneyHouse();
  });

  afterEach(() => house.close());

  it('from two servers are numbered without a gap or a twin, chained, and booked once each', async () => {
    const servers = [house.invoices, house.another().invoices];

    const issued = await Promise.all(
      Array.from({ length: INVOICES }, (_, index) =>
        servers[index % 2]?.issue(issueOf({ cause: `booking:${index}`, bookingId: `b-${index}` })),
      ),
    );

    const { papers } = await house.invoices.everything(house.space.id);
    const balances = await house.ledger.balances(house.book);
    const numbers = papers.map(({ invoice }) => invoice);
    assert.equal(new Set(issued.map((one) => one?.number)).size, INVOICES);
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => `UTRECHT-2026-${String(index + 1).padStart(4, '0')}`),
    );
    assert(papers.every(({ previous }, index) => previous === (papers[index - 1]?.hash ?? '')));
    assert.equal(balances.balances['receivable:bakkerij'], INVOICES * 12_100);
    assert.deepEqual((await house.ledger.prove(house.book)).fault, undefined);
    saw(`${numbers.length} papers, ${numbers[0]} to ${numbers.at(-1)}, ${balances.upTo} entries`);
  }).timeout(120_000);

  it('with one cause are one paper', async () => {
    const issued = await Promise.all(Array.from({ length: 30 }, () => house.invoices.issue(issueOf())));

    assert.equal(new Set(issued.map(({ hash }) => hash)).size, 1);
    assert.equal((await house.invoices.everything(house.space.id)).papers.length, 1);
  });
});
