import assert from 'node:assert/strict';
import { invoiceNumber } from '../../server/invoices/contract.ts';
import { issueOf } from '../builders/money.ts';
import { textIn } from '../builders/people.ts';
import { createStaff, UTRECHT } from '../builders/world.ts';
import { openFakeStripe } from '../support/fake-stripe.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const GROSS = 12_100;

describe('paying by card', () => {
  let stripe: Awaited<ReturnType<typeof openFakeStripe>>;
  let test: TestHouse;
  let number: string;
  let paper: string;

  beforeEach(async () => {
    stripe = await openFakeStripe();
    test = await openTestHouse({ settings: stripe.settings });
    const { invoices } = test.house.app.services;
    const issued = await invoices.issue(issueOf());
    number = issued.number;
    paper = invoices.links.pathOf('papers', number);
  });

  afterEach(async () => {
    await test.close();
    await stripe.close();
  });

  const paid = (overrides: object = {}) => ({
    type: 'payment_intent.succeeded',
    data: {
      object: {
        id: 'pi_1',
        object: 'payment_intent',
        amount_received: GROSS,
        currency: 'eur',
        created: 1_795_510_800,
        metadata: { invoice: number, spaceId: UTRECHT },
        ...overrides,
      },
    },
  });

  const completed = () => ({
    type: 'checkout.session.completed',
    data: {
      object: {
        id: 'cs_1',
        object: 'checkout.session',
        payment_intent: 'pi_1',
        payment_status: 'paid',
        amount_total: GROSS,
        currency: 'eur',
        created: 1_795_510_700,
        metadata: { invoice: number, spaceId: UTRECHT },
      },
    },
  });

  async function tell(
    event: object,
    { at = test.clock.now(), secret = undefined as string | undefined } = {},
  ) {
    const { payload, signature } = stripe.signed(event, at, secret);
    return test.call('POST', '/webhooks/stripe', payload, undefined, { 'stripe-signature': signature });
  }

  const standing = async () => (await test.call('GET', paper)).body.standing;

  it('leads to the provider’s own page, once for two clicks, and asks for what is open', async () => {
    const clicks = await Promise.all([1, 2].map(() => test.call('POST', `${paper}/checkout`)));

    const [done] = stripe.done;
    assert.deepEqual(
      clicks.map(({ status }) => status),
      [201, 201],
    );
    assert.equal(stripe.done.filter(({ path }) => path === '/v1/checkout/sessions').length, 1);
    assert.equal(done?.form['line_items[0][price_data][unit_amount]'], String(GROSS));
    assert.equal(done?.form['payment_intent_data[metadata][invoice]'], number);
  });

  it('counts once, whichever of the provider’s events comes first, and however often', async () => {
    for (const event of [completed(), paid(), paid(), completed()]) {
      const { status } = await tell(event);
      assert.equal(status, 200);
    }

    const { payments } = await test.house.app.services.invoices.everything(
      (await test.house.app.services.spaces.all())[0]?.id ?? assert.fail(),
    );
    assert.deepEqual(
      payments.map(({ _id, amount }) => [_id, amount]),
      [['pi_1', GROSS]],
    );
    assert.deepEqual(await standing(), { state: 'paid', paid: GROSS, credited: 0, open: 0, refundable: 0 });
  });

  it('has no page once it is paid', async () => {
    await tell(paid());

    const { body } = await test.call('POST', `${paper}/checkout`);

    assert.equal(body.code, 'nothing_to_pay');
  });

  it('says so when the provider cannot be had, and nothing is charged', async () => {
    stripe.fails.next = true;

    const { status, body } = await test.call('POST', `${paper}/checkout`);

    assert.deepEqual([status, body.code], [409, 'card_provider_down']);
    assert.deepEqual(stripe.done, []);
  });

  const refused = [
    { code: 'webhook_forged', because: 'another secret', how: { secret: 'whsec_another' } },
    { code: 'webhook_late', because: 'an hour old', how: { at: new Date('2026-11-24T08:00:00Z') } },
  ];
  for (const { code, because, how } of refused)
    it(`refuses news with ${code} and books nothing (${because})`, async () => {
      const { status, body } = await tell(paid(), how);

      assert.deepEqual([status, body.code], [400, code]);
      assert.equal(textIn({ standing: await standing() }, 'standing', 'state'), 'issued');
    });

  it('refuses news in another currency, or of no invoice of ours', async () => {
    const dollars = await tell(paid({ currency: 'usd' }));
    const unknown = await tell(paid({ metadata: { invoice: 'UTRECHT-2026-0099', spaceId: UTRECHT } }));
    const foreign = await tell(paid({ metadata: {} }));

    assert.deepEqual(
      [dollars.body.code, unknown.body.code, foreign.status],
      ['payment_currency', 'invoice_unknown', 200],
    );
    assert.equal(textIn({ standing: await standing() }, 'standing', 'state'), 'issued');
  });

  it('goes back to the card that paid, once for two clicks, and no more than is owed', async () => {
    const host = await createStaff(test, 'host');
    const { invoices } = test.house.app.services;
    await tell(paid());
    await invoices.credit({ invoiceId: invoiceNumber.parse(number), cause: 'cancelled', share: 10_000 });
    const body = { refundId: 'refund-1', invoice: number, amount: GROSS };

    const clicks = await Promise.all([1, 2].map(() => test.call('POST', '/refunds', body, host)));
    const more = await test.call('POST', '/refunds', { ...body, refundId: 'refund-2' }, host);

    assert.equal(stripe.done.filter(({ path }) => path === '/v1/refunds').length, 1);
    assert.deepEqual(clicks.map(({ status }) => status).sort(), [201, 201]);
    assert.equal(more.body.code, 'nothing_to_refund');
    assert.deepEqual(await standing(), {
      state: 'credited',
      paid: 0,
      credited: GROSS,
      open: 0,
      refundable: 0,
    });
  });
});

describe('a house that takes no cards', () => {
  it('says so, and hears nobody’s news', async () => {
    const test = await openTestHouse();
    const { invoices } = test.house.app.services;
    const { number } = await invoices.issue(issueOf());

    const asked = await test.call('POST', `${invoices.links.pathOf('papers', number)}/checkout`);
    const told = await test.call('POST', '/webhooks/stripe', '{}');

    await test.close();
    assert.deepEqual([asked.body.code, told.body.code], ['card_not_possible', 'route_unknown']);
  });
});
