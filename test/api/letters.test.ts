import assert from 'node:assert/strict';
import type { InvoiceNumber } from '#contract/invoices';
import { issueOf } from '../builders/money.ts';
import { eyesOn } from '../support/database-dump.ts';
import { mailsIn } from '../support/outbox.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const DAY = 24 * 60 * 60_000;

describe('a letter about money', () => {
  let test: TestHouse;

  beforeEach(async () => {
    test = await openTestHouse({ settings: { PUBLIC_URL: 'https://table.example' } });
  });

  afterEach(() => test.close());

  const invoices = () => test.house.app.services.invoices;
  const letters = () => test.house.app.services.letters;
  const subjects = async () => (await mailsIn(test)).map(({ subject }) => subject);

  const pay = (paymentId: string, invoice: InvoiceNumber, amount: number) =>
    invoices().recordPayment({
      paymentId,
      spaceId: issueOf().spaceId,
      invoice,
      amount,
      currency: 'EUR',
      at: test.clock.now(),
      provider: 'host',
    });

  it('brings the invoice as a PDF, once, in the customer’s language', async () => {
    const { number } = await invoices().issue(issueOf());
    await invoices().issue(issueOf());

    const [mail, ...others] = await mailsIn(test);
    await letters().writeDue();

    assert.deepEqual(others, []);
    assert.equal(mail?.subject, `Factuur ${number}`);
    assert.match(mail?.text ?? '', /^Beste Sam de Vries,$/m);
    assert.match(mail?.text ?? '', /^Totaal incl\. btw: €\s121,00$/m);
    assert.match(mail?.text ?? '', new RegExp(`https://table\\.example/papers/${number}/[\\w-]{43}`));
    assert.equal(mail?.attachments[0]?.filename, `${number}.pdf`);
    assert.equal(mail?.attachments[0]?.content.subarray(0, 5).toString(), '%PDF-');
    assert.equal((await mailsIn(test)).length, 1);
  });

  it('is written after a crash that came before it', async () => {
    const { number } = await invoices().issue(issueOf());
    await test.house.app.settled();
    const eyes = await eyesOn(test);
    await eyes.lose('notifications');

    await letters().writeDue();

    await eyes.close();
    assert.deepEqual(await subjects(), [`Factuur ${number}`]);
  });

  it('brings the credit note, and names what it credits', async () => {
    const { number } = await invoices().issue(issueOf());
    const note = await invoices().credit({ cause: 'booking:b1:cancelled', invoiceId: number, share: 10_000 });

    const mails = await mailsIn(test);

    const credit = mails.find(({ subject }) => subject === `Creditnota ${note.number}`);
    assert.match(credit?.text ?? '', new RegExp(`creditnota bij factuur ${number}`));
    assert.equal(credit?.attachments.length, 1);
  });

  it('thanks for each payment once, and for none that goes back', async () => {
    const { number } = await invoices().issue(issueOf());
    await pay('bank-1', number, 5_000);
    await pay('bank-1', number, 5_000);
    await pay('bank-2', number, 7_100);
    await pay('bank-3', number, -7_100);
    await pay('bank-4', number, 7_100);

    const mails = (await mailsIn(test)).filter(({ subject }) => subject === `Betaling ontvangen: ${number}`);

    const amounts = mails.map(({ text }) => /^Ontvangen: (.+)$/m.exec(text ?? '')?.[1]?.replace(/\s/, ' '));
    assert.deepEqual(amounts.sort(), ['€ 50,00', '€ 71,00', '€ 71,00']);
  });

  it('reminds of what is still open, after a day, two weeks and a month, and of nothing that is paid', async () => {
    const late = await invoices().issue(issueOf({ due: '2026-12-08' }));
    const paid = await invoices().issue(issueOf({ cause: 'another', due: '2026-12-08' }));
    await pay('bank-1', late.number, 2_100);
    await pay('bank-2', paid.number, 12_100);
    const counted: number[] = [];
    const reminders = async () =>
      (await mailsIn(test)).filter(({ subject }) => subject?.startsWith('Herinnering'));

    // From 24 November on, a look on each of fifty days.
    for (let day = 0; day < 50; day++) {
      test.clock.forward(DAY);
      await letters().writeDue();
      await letters().writeDue();
      counted.push((await reminders()).length);
    }

    const [first] = await reminders();
    assert.match(first?.subject ?? '', new RegExp(late.number));
    assert.match(first?.text ?? '', /^Nog open: €\s100,00$/m);
    assert.match(first?.text ?? '', /^Uiterlijk te betalen op: dinsdag 8 december 2026$/m);
    assert.deepEqual(
      [1, 2, 3].map((count) => counted.indexOf(count)),
      // The 9th and 22nd of December and the 7th of January.
      [14, 27, 43],
    );
    assert.equal(counted.at(-1), 3);
  });
});
