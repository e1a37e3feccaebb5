import assert from 'node:assert/strict';
import { DAY } from '#values/clock';
import { personId } from '../../../server/people/contract.ts';
import { issueOf, lineOf } from '../../builders/money.ts';
import { type MoneyHouse, openMoneyHouse } from '../../support/money-house.ts';

/** Two rooms on one invoice of a month: 100.00 and 300.00 net, of which the fund gets 20.00 and 60.00. */
describe('the books of a collective invoice', () => {
  let house: MoneyHouse;
  let number: Awaited<ReturnType<MoneyHouse['invoices']['issue']>>['number'];

  beforeEach(async () => {
    house = await openMoneyHouse();
    await charge('dom', 10_000);
    await charge('rijn', 30_000);
    house.clock.forward(7 * DAY);
    await house.invoices.collect();
    const [paper] = await house.invoices.ofBooking('b-dom');
    number = (paper ?? assert.fail()).number;
  });

  afterEach(() => house.close());

  const charge = (roomId: string, net: number) =>
    house.invoices.bill(
      issueOf({
        cause: `booking:b-${roomId}:confirmed`,
        bookingId: `b-${roomId}`,
        roomId,
        lines: [lineOf({ net, unitNet: net / 4 })],
      }),
      true,
    );

  const pay = (paymentId: string, amount: number) =>
    house.invoices.recordPayment({
      paymentId,
      spaceId: house.space.id,
      provider: 'host',
      at: house.clock.now(),
      amount,
      currency: 'EUR',
      invoice: number,
    });

  const giveUp = (roomId: string, net: number) =>
    house.invoices.creditCharge({
      spaceId: house.space.id,
      charge: `booking:b-${roomId}:confirmed`,
      cause: `booking:b-${roomId}:given-up`,
      lines: [lineOf({ net, unitNet: net / 4 })],
    });

  /** Somebody sits for a day, for 8.00. */
  async function sit(name: string) {
    const sitting = { checkInId: `c-${name}`, personId: personId.parse(name), isNewcomer: true };
    await house.seatFund.settle(house.space, { ...sitting, date: '2026-12-01' });
    const who = { personId: sitting.personId, startedAt: house.clock.now().toISOString() };
    return house.seatFund.carriersOf(house.space, who);
  }

  const impactOf = (roomId: string) => house.seatFund.impactOf(house.space, `b-${roomId}`);

  it('give each room its part of the share, to the cent', async () => {
    await pay('p1', 16_133);

    const { contributions } = await house.seatFund.statement(house.space, '2026-12');
    assert.deepEqual(
      contributions.map(({ bookingId, roomId, amount }) => [bookingId, roomId, amount]),
      [
        ['b-dom', 'dom', 667],
        ['b-rijn', 'rijn', 1_999],
      ],
    );
    assert.deepEqual([(await impactOf('dom')).amount, (await impactOf('rijn')).amount], [667, 1_999]);
  });

  it('that was booked before parts were kept gives its share as a whole', async () => {
    await house.connection.collection('entries').updateMany({}, { $unset: { parts: 1 } });

    await pay('p1', 48_400);

    const { contributions } = await house.seatFund.statement(house.space, '2026-12');
    assert.deepEqual(
      contributions.map(({ bookingId, amount }) => [bookingId, amount]),
      [[undefined, 8_000]],
    );
  });

  it('name the room that carried a seat, the one after the other', async () => {
    await pay('p1', 48_400);

    const seats = [await sit('ana'), await sit('bo'), await sit('cai')];

    assert.deepEqual(
      seats.map((carriers) => carriers.map(({ kind, roomId, amount }) => [kind, roomId, amount])),
      [
        [['booking', 'dom', 800]],
        [['booking', 'dom', 800]],
        [
          ['booking', 'dom', 400],
          ['booking', 'rijn', 400],
        ],
      ],
    );
    const [dom, rijn] = [await impactOf('dom'), await impactOf('rijn')];
    assert.deepEqual([dom.seats, dom.left, rijn.seats, rijn.left], [3, 0, 0, 5_600]);
  });

  it('take back of a room that is given up what was its own, and of no other', async () => {
    await pay('p1', 48_400);
    await sit('ana');

    const note = await giveUp('dom', 10_000);

    const { contributions, houseCarried, closing } = await house.seatFund.statement(house.space, '2026-12');
    assert.deepEqual(
      contributions.map(({ roomId, amount, returned }) => [roomId, amount, returned]),
      [
        ['dom', 2_000, 2_000],
        ['rijn', 6_000, 0],
      ],
    );
    assert.deepEqual([houseCarried, closing], [800, 6_000]);
    assert.deepEqual([note?.lines[0]?.bookingId, note?.lines[0]?.roomId], ['b-dom', 'dom']);
    const [dom, rijn] = [await impactOf('dom'), await impactOf('rijn')];
    assert.deepEqual([dom.seats, dom.amount, dom.left, rijn.left], [1, 800, 0, 6_000]);
  });

  it('move what was half paid to the room that stays', async () => {
    await pay('p1', 24_200);
    await giveUp('rijn', 30_000);

    const { contributions, closing } = await house.seatFund.statement(house.space, '2026-12');
    assert.deepEqual(
      contributions.map(({ roomId, amount, returned }) => [roomId, amount - returned]),
      [
        ['dom', 2_000],
        ['rijn', 0],
      ],
    );
    assert.equal(closing, 2_000);
  });

  it('lead from the paper to what all its bookings made possible', async () => {
    await pay('p1', 48_400);
    const { impact } = await house.invoices.byNumber(number);
    const [, , id = '', word = ''] = (impact ?? '').split('/');

    const linked = await house.invoices.impactLinked(id, word);

    assert.deepEqual(linked?.bookingIds, ['b-dom', 'b-rijn']);
    assert.equal(await house.invoices.impactLinked('b-dom', word), undefined);
    assert.equal(await house.invoices.impactLinked(number, `${word.slice(0, -1)}_`), undefined);
  });
});
