import assert from 'node:assert/strict';
import { paymentList, unmatchedList } from '#contract/payments';
import { issueOf } from '../builders/money.ts';
import { createStaff } from '../builders/world.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

interface Line {
  amount: string;
  remittance?: string;
  reference?: string;
  currency?: string;
  direction?: string;
  date?: string;
}

const entryOf = (
  { amount, remittance = '', reference, currency = 'EUR', direction = 'CRDT', date = '2026-12-02' }: Line,
  index: number,
) =>
  `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd><BookgDt><Dt>${date}</Dt></BookgDt>
  <AcctSvcrRef>B${index}</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>De Vries &amp; Zn</Nm></Dbtr></RltdPties>
  <RmtInf>${reference ? `<Strd><CdtrRefInf><Ref>${reference}</Ref></CdtrRefInf></Strd>` : ''}<Ustrd>${remittance}</Ustrd></RmtInf>
  </TxDtls></NtryDtls></Ntry>`;

/** A statement as Dutch banks send it. */
const camtOf = (lines: readonly Line[], iban = 'NL91ABNA0417164300') =>
  `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>
  <Acct><Id><IBAN>${iban}</IBAN></Id></Acct>${lines.map(entryOf).join('')}</Stmt></BkToCstmrStmt></Document>`;

describe("a bank's statement", () => {
  let test: TestHouse;
  let host: string;

  beforeEach(async () => {
    test = await openTestHouse();
    host = await createStaff(test, 'host');
  });

  afterEach(() => test.close());

  const issue = (cause: string) =>
    test.house.app.services.invoices.issue(issueOf({ cause, bookingId: cause }));

  const take = (text: string, format = 'camt.053') =>
    test.call('POST', '/bank-statements', { format, text }, host);

  const stateOf = async (number: string) => {
    const { standing } = (await test.call('GET', `/invoices/${number}`, undefined, host)).body;
    return standing;
  };

  it('pays the invoices that its lines name, by reference or number, and shows the rest to the host', async () => {
    const [first, second, third] = [await issue('b-1'), await issue('b-2'), await issue('b-3')];
    const spaced = second.reference.replace(/(.{4})/g, '$1 ').toLowerCase();

    const { status, body } = await take(
      camtOf([
        { amount: '121.00', reference: first.reference },
        { amount: '100.00', remittance: `thanks ${spaced}` },
        { amount: '121.01', remittance: `betreft ${third.number.toLowerCase()}` },
        { amount: '50.00', remittance: `${first.number} ${second.number}` },
        { amount: '7.00', remittance: 'lunch' },
        { amount: '7.00', remittance: 'lunch', direction: 'DBIT' },
        { amount: '0.00', reference: first.reference },
      ]),
    );

    const states = await Promise.all([first, second, third].map(({ number }) => stateOf(number)));
    assert.equal(status, 201);
    assert.deepEqual([body.lines, body.known, body.matched], [5, 0, 3]);
    assert(Array.isArray(body.unmatched) && body.unmatched.length === 2);
    assert.deepEqual(states, [
      { state: 'paid', paid: 12_100, credited: 0, open: 0, refundable: 0 },
      { state: 'partly-paid', paid: 10_000, credited: 0, open: 2_100, refundable: 0 },
      { state: 'overpaid', paid: 12_101, credited: 0, open: 0, refundable: 1 },
    ]);
  });

  it('counts once, read twice or again with more lines; two payments that look the same are two', async () => {
    const { number, reference } = await issue('b-1');
    const same = 'date;amount;description\n2026-12-02;60,50;';

    await take(`${same}${reference}\n`, 'csv');
    const again = await take(`${same}${reference}\n2026-12-02;60,50;${reference}\n`, 'csv');

    assert.deepEqual([again.body.lines, again.body.known, again.body.matched], [2, 1, 1]);
    assert.deepEqual(await stateOf(number), {
      state: 'paid',
      paid: 12_100,
      credited: 0,
      open: 0,
      refundable: 0,
    });
  });

  it('leaves what nobody knows to the host, who says once what it is for', async () => {
    const [first, second] = [await issue('b-1'), await issue('b-2')];
    await take(camtOf([{ amount: '121.00', remittance: 'sorry, lost the paper' }]));
    const { body } = await test.call('GET', '/payments/unmatched', undefined, host);
    const [payment] = Array.isArray(body.payments) ? body.payments : [];
    const path = `/payments/${payment.paymentId}/match`;

    const matched = await test.call('POST', path, { invoice: first.number }, host);
    const other = await test.call('POST', path, { invoice: second.number }, host);

    assert.equal(payment.payer, 'De Vries & Zn');
    assert.equal(matched.status, 201 - 1);
    assert.equal(other.body.code, 'payment_matched');
    assert.equal(Reflect.get(Object(await stateOf(first.number)), 'state'), 'paid');
  });

  it('says why it knows not what money is for, and which invoices it may be for', async () => {
    const [first, second] = [await issue('b-1'), await issue('b-2')];
    await take(
      camtOf([
        { amount: '50.00', remittance: `${first.number} ${second.number}` },
        { amount: '7.00', remittance: 'lunch' },
        { amount: '8.00', remittance: 'UTRECHT-2019-0001' },
      ]),
    );

    const { body } = await test.call('GET', '/payments/unmatched', undefined, host);

    const { payments } = unmatchedList.parse(body);
    assert.deepEqual(
      new Map(payments.map(({ amount, why, named }) => [amount, [why, [...named].sort()]])),
      new Map([
        [5_000, ['several', [first.number, second.number]]],
        [700, ['nothing', []]],
        [800, ['unknown', []]],
      ]),
    );
  });

  it('stands with the invoice that it paid', async () => {
    const { number } = await issue('b-1');
    await take(camtOf([{ amount: '21.00', remittance: number }]));

    const { body } = await test.call('GET', `/invoices/${number}/payments`, undefined, host);

    const { payments } = paymentList.parse(body);
    assert.deepEqual(
      payments.map(({ provider, amount, payer }) => [provider, amount, payer]),
      [['bank', 2_100, 'De Vries & Zn']],
    );
  });

  const refused = [
    { text: 'no statement at all', code: 'statement_unreadable', because: 'it is no XML' },
    { text: '<Document/>', code: 'statement_unreadable', because: 'it has no statement' },
    {
      text: '<!DOCTYPE a [<!ENTITY b "c">]><Document/>',
      code: 'statement_unreadable',
      because: 'it defines words of its own',
    },
    {
      text: camtOf([{ amount: 'much' }]),
      code: 'statement_lines_wrong',
      lines: ['1 amount'],
      because: 'an amount is none',
    },
    {
      text: camtOf([{ amount: '1.00' }, { amount: '1.005' }]),
      code: 'statement_lines_wrong',
      lines: ['2 amount'],
      because: 'a line has half a cent',
    },
    {
      text: camtOf([{ amount: '1.00' }, { amount: '2.00', date: '2026-13-02' }]),
      code: 'statement_lines_wrong',
      lines: ['2 date'],
      because: 'a year has no such month',
    },
    {
      text: camtOf([{ amount: '1.00' }, { amount: '5.00', currency: 'USD' }]),
      code: 'statement_lines_wrong',
      lines: ['2 currency'],
      because: 'a line is in dollars',
    },
    {
      text: 'date;amount;description\n2026-12-02;1,00;a\n\nsoon;2,00;b\n2026-12-02;two;c\n',
      format: 'csv',
      code: 'statement_lines_wrong',
      lines: ['4 date', '5 amount'],
      because: 'two lines of the file are wrong, each in its way',
    },
    {
      text: camtOf([{ amount: '1.00' }], 'DE89370400440532013000'),
      code: 'statement_foreign',
      because: 'it is of another account',
    },
    {
      text: camtOf([{ amount: '1.00' }]).replace(
        /<Stmt>.*<\/Stmt>/s,
        (own) => own + own.replace('NL91ABNA0417164300', 'DE89370400440532013000'),
      ),
      code: 'statement_foreign',
      because: 'its second part is of another account',
    },
  ];
  for (const { text, format, code, lines, because } of refused)
    it(`is refused whole with ${code} (${because})`, async () => {
      const { status, body } = await take(text, format);

      const left = await test.call('GET', '/payments/unmatched', undefined, host);
      assert.deepEqual([status, body.code], [400, code]);
      assert.deepEqual(Reflect.get(Object(body.details), 'lines'), lines);
      assert.deepEqual(left.body.payments, []);
    });

  it('is refused from a visitor and from a kiosk', async () => {
    const visitor = await test.call('POST', '/bank-statements', { format: 'csv', text: 'x' });

    assert.equal(visitor.body.code, 'not_signed_in');
  });
});
