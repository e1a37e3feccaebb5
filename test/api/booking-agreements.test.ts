import assert from 'node:assert/strict';
import { confirm, hold, slotOf } from '../builders/bookings.ts';
import { anotherAddress } from '../builders/callers.ts';
import { OWN_TERMS } from '../builders/companies.ts';
import { textIn } from '../builders/people.ts';
import { createCompany, createStaff } from '../builders/world.ts';
import { mailsIn } from '../support/outbox.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const DAY = 24 * 60 * 60_000;

/** A room that is not let without a host’s word. */
const ASKS_HOST = { roomId: 'canal-side', date: '2026-11-30' };

describe('a request that needs a host’s word and the approver’s', () => {
  let test: TestHouse;
  let host: string;
  let token: string;
  let companyId: string;

  beforeEach(async () => {
    test = await openTestHouse({ settings: { PUBLIC_URL: 'https://table.example' } });
    host = await createStaff(test, 'host');
    ({ token, companyId } = await createCompany(test, host));
    await test.call('PATCH', '/own-company', { budget: { ...OWN_TERMS.budget, monthly: 1 } }, token);
  });

  afterEach(() => test.close());

  async function ask(slot: object = ASKS_HOST) {
    const held = await hold(test, { occurrences: [slotOf(slot)] }, token);
    const { body } = await confirm(test, held, token);
    const bookingId = textIn(body, 'bookingId');
    const [mail] = (await mailsIn(test)).filter(({ subject }) =>
      /asks for your approval/.test(subject ?? ''),
    );
    const word = /#approval=(\S+)/.exec(mail?.text ?? '')?.[1];
    const manage = textIn(held.body, 'manage');
    const post = (path: string, approve: boolean, as?: string) =>
      test.call('POST', path, { approve }, as, anotherAddress());
    return {
      first: body,
      byHost: (approve: boolean) => post(`/bookings/${bookingId}/decisions`, approve, host),
      byApprover: (approve: boolean) => post(`/approvals/${word}`, approve),
      async now() {
        await test.house.app.settled();
        const { body: seen } = await test.call('GET', `/bookings/manage/${manage}`);
        return [seen.state, seen.awaits];
      },
    };
  }

  const subjects = async () => (await mailsIn(test)).map(({ subject }) => subject ?? '');
  async function taken(): Promise<unknown> {
    await test.house.app.settled();
    const { body } = await test.call('GET', `/companies/${companyId}`, undefined, host);
    return Reflect.get(Object(body.spending), 'taken');
  }

  const orders = [
    { first: 'byHost', second: 'byApprover', left: 'budget' },
    { first: 'byApprover', second: 'byHost', left: 'host' },
  ] as const;
  for (const { first, second, left } of orders)
    it(`waits for both, and is confirmed by the last: ${first}, then ${second}`, async () => {
      const asked = await ask();

      await asked[first](true);
      await asked[first](true);
      const between = await asked.now();
      const spent = await taken();
      await asked[second](true);

      assert.deepEqual([asked.first.state, asked.first.awaits], ['requested', ['host', 'budget']]);
      assert.deepEqual(between, ['requested', [left]]);
      assert.equal(spent, 0);
      assert.deepEqual(await asked.now(), ['confirmed', undefined]);
      assert.notEqual(await taken(), 0);
      assert.equal((await subjects()).filter((subject) => /^Approved/.test(subject)).length, 1);
      assert.equal((await subjects()).filter((subject) => /^Invoice/.test(subject)).length, 1);
    });

  for (const { first, second } of orders)
    it(`is over with one no, whichever yes there was: ${first} yes, ${second} no`, async () => {
      const asked = await ask();

      await asked[first](true);
      await asked[second](false);
      const late = await asked[first](true);

      assert.deepEqual(await asked.now(), ['cancelled', undefined]);
      assert.equal(late.body.code, 'booking_not_requested');
      assert.equal(await taken(), 0);
      assert.equal((await subjects()).filter((subject) => /was not approved$/.test(subject)).length, 1);
      assert.deepEqual(
        (await subjects()).filter((subject) => /^(?:Approved|Invoice)/.test(subject)),
        [],
      );
    });

  for (const { first, second } of orders)
    it(`is over with a no before any yes: ${first} no, ${second} yes`, async () => {
      const asked = await ask();

      await asked[first](false);
      const over = await asked.now();
      const late = await asked[second](true);

      assert.deepEqual([over, await asked.now()], Array(2).fill(['cancelled', undefined]));
      // The approver was asked by mail, and that question is withdrawn.
      assert.equal(late.body.code, second === 'byApprover' ? 'approval_over' : 'booking_not_requested');
      assert.equal(await taken(), 0);
    });

  it('lapses at its deadline with one word missing', async () => {
    const asked = await ask();
    await asked.byHost(true);

    test.clock.forward(DAY);
    await test.house.app.services.bookings.age();
    const late = await asked.byApprover(true);

    assert.deepEqual(await asked.now(), ['lapsed', undefined]);
    assert.equal(late.body.code, 'approval_over');
    assert.equal(await taken(), 0);
  });

  it('takes both words at once, in whichever order they are written', async () => {
    const asked = await ask();

    await Promise.all([asked.byHost(true), asked.byApprover(true)]);

    assert.deepEqual(await asked.now(), ['confirmed', undefined]);
    assert.equal((await subjects()).filter((subject) => /^Invoice/.test(subject)).length, 1);
  });

  it('tells whoever booked whom it waits for', async () => {
    await ask();

    const [mail] = (await mailsIn(test)).filter(({ subject }) => /^Your request/.test(subject ?? ''));

    assert.match(mail?.text ?? '', /Still to agree: the hosts of the space\n\s+your company’s approver/);
  });

  it('is not confirmed by a host where only the approver was asked', async () => {
    const asked = await ask({});

    const reply = await asked.byHost(true);
    const between = await asked.now();
    await asked.byApprover(true);

    assert.deepEqual([reply.status, reply.body.state], [200, 'requested']);
    assert.deepEqual(between, ['requested', ['budget']]);
    assert.deepEqual(await asked.now(), ['confirmed', undefined]);
    assert.equal(await taken(), 7_260);
  });
});
