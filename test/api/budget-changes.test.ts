import assert from 'node:assert/strict';
import { type Booking, booking as bookingSchema, changePreview } from '#contract/bookings';
import type { Company } from '#contract/companies';
import { createBooking, grossIn, hold, slotOf, type WishOverrides } from '../builders/bookings.ts';
import { anotherAddress } from '../builders/callers.ts';
import { OWN_TERMS } from '../builders/companies.ts';
import { createCompany, createStaff } from '../builders/world.ts';
import { mailsIn } from '../support/outbox.ts';
import { openTestHouse, type Reply, type TestHouse } from '../support/test-house.ts';

const DAY = 24 * 60 * 60_000;
/** What an hour costs, VAT included. */
const HOUR = 7_260;
const LONGER = { from: 600, to: 720 };
/** In a room that is let on a host’s word. */
const ASKS_HOST = slotOf({ roomId: 'canal-side', date: '2026-11-30' });

describe('a booking on its company’s budget, when it is changed', () => {
  let test: TestHouse;
  let host: string;
  let token: string;
  let company: Company;
  let answered: Set<string>;

  beforeEach(async () => {
    test = await openTestHouse({ settings: { PUBLIC_URL: 'https://table.example' } });
    host = await createStaff(test, 'host');
    const created = await createCompany(test, host);
    token = created.token;
    company = await test.house.app.services.companies.company(created.companyId);
    answered = new Set();
    await allow(10_000);
  });

  afterEach(() => test.close());

  const allow = (monthly: number) =>
    test.call('PATCH', '/own-company', { budget: { ...OWN_TERMS.budget, monthly } }, token);
  const post = (path: string, body: object) => test.call('POST', path, body, undefined, anotherAddress());

  async function taken(): Promise<unknown> {
    await test.house.app.settled();
    const { body } = await test.call('GET', `/companies/${company.companyId}`, undefined, host);
    return Reflect.get(Object(body.spending), 'taken');
  }

  /** Words of what the approver was asked and has not been seen here before, the only way to know one from another. */
  async function questions(): Promise<string[]> {
    const words = (await mailsIn(test)).flatMap(({ text }) => /#approval=(\S+)/.exec(text ?? '')?.[1] ?? []);
    const fresh = words.filter((word) => !answered.has(word));
    for (const word of fresh) answered.add(word);
    return fresh;
  }
  const answer = (word: string | undefined, approve: boolean) => post(`/approvals/${word}`, { approve });

  async function book(wish: WishOverrides = {}) {
    const { occurrences = [slotOf()] } = wish;
    const [slot] = occurrences;
    const { word, bookingId } = await createBooking(test, { ...wish, occurrences }, token);
    const path = `/bookings/manage/${word}`;
    const moved = (to: object) => ({ move: { ...slot, scope: 'one', ...to } });
    const previewed = async (change: object) =>
      changePreview.parse((await post(`${path}/change-previews`, change)).body);
    return {
      moved,
      decide: (approve: boolean, askId?: string) =>
        test.call('POST', `/bookings/${bookingId}/decisions`, { approve, askId }, host),
      previewed,
      async change(to: object): Promise<Reply> {
        const change = moved(to);
        const { difference } = await previewed(change);
        return post(`${path}/changes`, { ...change, gross: difference.gross });
      },
      async giveUp(occurrenceId: string): Promise<Reply> {
        const part = { occurrenceId, scope: 'one' };
        const { body } = await post(`${path}/refunds`, part);
        return post(`${path}/cancellations`, { ...part, gross: grossIn(body) });
      },
      async now(): Promise<Booking> {
        await test.house.app.settled();
        return bookingSchema.parse((await test.call('GET', path)).body);
      },
    };
  }
  const spans = ({ occurrences }: Booking) => occurrences.map(({ from, to }) => [from, to]);

  it('takes what it comes to now, in the month that it is in, and gives the rest back', async () => {
    await allow(1_000_000);
    const both = [slotOf(), slotOf({ from: 720, to: 780 })];
    const series = await book({ occurrences: both });
    const single = await book({ occurrences: [slotOf({ from: 900, to: 960 })] });
    const seen = [await taken()];

    await single.change({ from: 900, to: 1020 });
    seen.push(await taken());
    await single.change({ from: 900, to: 960 });
    seen.push(await taken());
    await series.giveUp(both[1]?.occurrenceId ?? '');
    seen.push(await taken());
    await single.change({ from: 900, to: 960, date: '2026-12-04' });
    seen.push(await taken());

    assert.deepEqual(seen, [3 * HOUR, 4 * HOUR, 3 * HOUR, 2 * HOUR, HOUR]);
    assert.equal(grossIn(await series.now(), 'price'), HOUR);
  });

  it('asks the approver where it goes over, and stands as it was until they say yes', async () => {
    const booked = await book();
    const { awaits, price } = await booked.previewed(booked.moved(LONGER));

    const { body } = await booked.change(LONGER);
    const [word] = await questions();
    const shown = await test.call('GET', `/approvals/${word}`);
    const between = await booked.now();
    const spent = await taken();
    const answers = [await answer(word, true), await answer(word, true)];

    assert.deepEqual(awaits, ['budget']);
    assert.deepEqual([body.state, spans(between)], ['confirmed', [[600, 660]]]);
    assert.deepEqual([between.asked?.awaits, between.asked?.gross], [['budget'], price.gross]);
    assert.deepEqual([shown.body.before, shown.body.total, shown.body.state], [HOUR, price.gross, 'asked']);
    assert.deepEqual([spent, answers.map(({ status }) => status)], [HOUR, [200, 200]]);
    const now = await booked.now();
    assert.deepEqual([spans(now), now.asked, await taken()], [[[600, 720]], undefined, price.gross]);
  });

  for (const [how, act] of [
    ['a no', (word?: string) => answer(word, false)],
    ['silence', () => test.clock.forward(3 * DAY)],
  ] as const)
    it(`stays as it was after ${how}, and leaves the time that it asked for to others`, async () => {
      const booked = await book({ occurrences: [slotOf({ date: '2026-12-15' })] });
      await booked.change({ ...LONGER, date: '2026-12-15' });
      const [word] = await questions();

      await act(word);
      await test.house.app.services.bookings.age();

      const now = await booked.now();
      const other = await hold(test, {
        occurrences: [slotOf({ from: 675, to: 720, date: '2026-12-15' })],
      });
      assert.deepEqual([spans(now), now.asked, other.status], [[[600, 660]], undefined, 201]);
      assert.equal((await answer(word, true)).body.code, 'approval_over');
    });

  for (const first of ['host', 'approver'])
    it(`asks both where a host has to agree as well, and is changed by the last yes: first the ${first}`, async () => {
      await allow(1_000_000);
      const booked = await book({ occurrences: [ASKS_HOST] });
      await booked.decide(true);
      await allow(Number(await taken()));

      await booked.change({ ...ASKS_HOST, ...LONGER });
      const [word] = await questions();
      const { asked } = await booked.now();
      const yes = { host: () => booked.decide(true, asked?.askId), approver: () => answer(word, true) };
      const [one, other] = first === 'host' ? [yes.host, yes.approver] : [yes.approver, yes.host];
      await one();
      const between = await booked.now();
      await other();

      assert.deepEqual(asked?.awaits, ['host', 'budget']);
      assert.deepEqual(between.asked?.awaits, [first === 'host' ? 'budget' : 'host']);
      assert.deepEqual(spans(between), [[600, 660]]);
      assert.deepEqual([spans(await booked.now()), await taken()], [[[600, 720]], asked?.gross]);
    });

  it('keeps what it has of the budget, and what it may need, while a host is asked', async () => {
    await allow(1_000_000);
    const booked = await book({ occurrences: [{ ...ASKS_HOST, ...LONGER }] });
    await booked.decide(true);
    const whole = await taken();

    await booked.change({ ...ASKS_HOST, date: '2026-12-07' });
    const { asked } = await booked.now();
    const december = () => test.house.app.services.companies.spendingOf(company, new Date('2026-12-07'));
    const held = [await taken(), (await december()).taken];
    await booked.decide(false, asked?.askId);
    const left = [await taken(), (await december()).taken];

    assert.deepEqual(
      [held, left],
      [
        [whole, asked?.gross],
        [whole, 0],
      ],
    );
  });

  it('takes no more than there is where many are made longer at once', async () => {
    await allow(1_000_000);
    const hours = [600, 720, 840, 960, 1080];
    const booked = await Promise.all(
      hours.map((from) => book({ occurrences: [slotOf({ from, to: from + 60 })] })),
    );
    await allow(7 * HOUR);

    await Promise.all(
      booked.map((one, at) => one.change({ from: hours[at] ?? 0, to: (hours[at] ?? 0) + 105 })),
    );

    const now = await Promise.all(booked.map((one) => one.now()));
    const waiting = now.filter(({ asked }) => asked !== undefined);
    const stands = now.reduce((sum, { price }) => sum + price.gross, 0);
    assert.equal(await taken(), stands);
    assert(
      stands <= 7 * HOUR && waiting.length > 0 && waiting.length < hours.length,
      `${waiting.length} wait`,
    );
    assert.equal((await questions()).length, waiting.length);
  });

  it('takes nothing for a change that is refused', async () => {
    const booked = await book();
    await hold(test, { occurrences: [slotOf({ from: 720, to: 780 })] });
    await allow(1_000_000);

    const { body } = await booked.change({ from: 600, to: 735 });

    assert.equal(body.code, 'slot_taken');
    assert.equal(await taken(), HOUR);
  });

  it('asks anew about a request that is changed before it is answered, and takes no answer to what it was', async () => {
    await allow(1);
    const booked = await book();
    const [first] = await questions();

    await booked.change(LONGER);
    await test.house.app.settled();
    const [second] = await questions();
    const old = await answer(first, true);
    const withdrawn = await test.call('GET', `/approvals/${first}`);
    const before = await booked.now();
    const right = await answer(second, true);

    assert.deepEqual([old.body.code, withdrawn.body.state], ['approval_over', 'withdrawn']);
    assert.deepEqual([before.state, before.awaits, right.status], ['requested', ['budget'], 200]);
    const now = await booked.now();
    assert.deepEqual([now.state, spans(now), await taken()], ['confirmed', [[600, 720]], now.price.gross]);
  });

  it('needs no answer any more where it was changed to what the budget covers', async () => {
    const booked = await book();
    await booked.change(LONGER);
    const [word] = await questions();

    await booked.change({ from: 900, to: 960 });
    await test.house.app.settled();

    assert.equal((await test.call('GET', `/approvals/${word}`)).body.state, 'withdrawn');
    assert.equal((await answer(word, true)).body.code, 'approval_over');
    assert.deepEqual([spans(await booked.now()), await taken()], [[[900, 960]], HOUR]);
  });

  it('hears the same no once more, to a request that was changed', async () => {
    await allow(1);
    const booked = await book();
    await questions();
    await booked.change(LONGER);
    const [word] = await questions();

    const answers = [await answer(word, false), await answer(word, false)];

    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
    );
    assert.equal((await booked.now()).state, 'cancelled');
  });

  it('is not agreed to by a host who was shown the request as it was', async () => {
    await allow(1_000_000);
    const booked = await book({ occurrences: [ASKS_HOST] });

    await booked.change({ ...ASKS_HOST, ...LONGER });
    const old = await booked.decide(true);
    const { askId } = await booked.now();
    await booked.decide(true, askId);

    assert.equal(old.body.code, 'changed_meanwhile');
    const now = await booked.now();
    assert.deepEqual([now.state, spans(now)], ['confirmed', [[600, 720]]]);
  });

  it('is billed for what is left of a request of which a part was given up', async () => {
    await allow(1);
    const both = [slotOf(), slotOf({ from: 720, to: 780 })];
    const booked = await book({ occurrences: both });
    const [word] = await questions();

    await booked.giveUp(both[1]?.occurrenceId ?? '');
    await answer(word, true);

    const now = await booked.now();
    const bill = (await mailsIn(test)).find(({ subject }) => /^Invoice/.test(subject ?? ''));
    assert.deepEqual([now.state, grossIn(now, 'price'), await taken()], ['confirmed', HOUR, HOUR]);
    assert.match(bill?.text ?? '', /€\s?72\.60/);
  });
});
