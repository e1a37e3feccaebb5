import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Invoice } from '#contract/invoices';
import { invoiceNumber } from '../../../server/invoices/contract.ts';
import { turned } from '../../../server/invoices/document.ts';
import { transferCode } from '../../../server/invoices/epc.ts';
import { printed } from '../../../server/invoices/sheet.ts';
import ar from '../../../server/messages/ar.json' with { type: 'json' };
import en from '../../../server/messages/en.json' with { type: 'json' };
import ja from '../../../server/messages/ja.json' with { type: 'json' };
import nl from '../../../server/messages/nl.json' with { type: 'json' };
import { createWords } from '../../../server/platform/words.ts';
import { customerOf, invoiceOf, lineOf, NUMBER } from '../../builders/money.ts';
import { lineWith, readPdf } from '../../support/pdf-text.ts';

const words = createWords({ en, nl, ar, ja });
async function read(invoice: Invoice, name: string) {
  const impactUrl = 'https://table.example/impacts/b1/AbCdEf';
  const bytes = await printed(invoice, { words, impactUrl });
  // Kept for human eyes.
  mkdirSync('.build/papers', { recursive: true });
  writeFileSync(`.build/papers/${name}.pdf`, bytes);
  return { bytes, ...(await readPdf(bytes)) };
}

const textOf = (pages: { text: string }[][]) =>
  pages
    .flat()
    .map(({ text }) => text)
    .join(' ');

describe('an invoice on paper', () => {
  const titles = { en: 'Invoice', nl: 'Factuur', ar: 'فاتورة', ja: '請求書' } as const;
  const sizes = { en: 40_000, nl: 40_000, ar: 60_000, ja: 60_000 } as const;
  for (const language of ['en', 'nl', 'ar', 'ja'] as const)
    it(`says in ${language} what it is, for whom, and what it comes to, with the fonts cut down`, async () => {
      const { bytes, pages, info, said } = await read(invoiceOf(language), language);

      const text = `${textOf(pages)} ${said.map((one) => one.text).join(' ')}`;
      assert.equal(pages.length, 1);
      assert(text.includes(titles[language]), text);
      for (const part of [NUMBER, 'Bakkerij De Vries', 'NL91ABNA0417164300', 'RF', 'Rembrandt', 'PO-7781'])
        assert(text.includes(part), `${part} is not in ${text}`);
      assert.match(text, /395[.,]36/);
      assert.equal(Reflect.get(info, 'Language'), language);
      assert(bytes.length < sizes[language], `${bytes.length} bytes`);
    });

  it('is read from right to left in Arabic, with Latin names from left to right inside it', async () => {
    const { pages, said } = await read(invoiceOf('ar'), 'ar');

    const [page = []] = pages;
    const line = [...lineWith(page, 'Rembrandt'), ...lineWith(said, 'قاعة')].sort((a, b) => a.x - b.x);
    const order = ['180.00', 'إلى', 'من', 'ديسمبر', 'الثلاثاء', 'Rembrandt', 'قاعة'].map((word) =>
      line.findIndex(({ text }) => text.includes(word)),
    );
    assert(!order.includes(-1), JSON.stringify(line));
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
      'from the left: the amount, then the line from its end to its beginning',
    );
    const title = said.find(({ text }) => text === 'فاتورة');
    assert(title && title.x > 400, 'the heading begins at the right edge');
    assert(textOf(pages).includes('3511 AW Utrecht'), 'an address keeps its own direction');
  });

  it('says of a credit note what it takes off, and asks for nothing', async () => {
    const lines = turned(invoiceOf('nl').lines);
    const credits = invoiceNumber.parse('UTRECHT-2026-0041');

    const { pages } = await read(
      invoiceOf('nl', { kind: 'credit-note', credits, lines, carries: 0 }),
      'credit',
    );

    const text = textOf(pages);
    assert(text.includes('Creditfactuur') && text.includes(credits));
    assert(!text.includes('Betaal') && !text.includes('uiterlijk'), text);
  });

  it('carries the sentence of the reverse charge, and no VAT', async () => {
    const customer = customerOf({ name: 'Müller GmbH', vatNumber: 'DE136695976' });

    const { pages } = await read(invoiceOf('en', { customer }), 'reverse');

    const text = textOf(pages);
    assert.match(text, /VAT reverse-charged/);
    assert(text.includes('DE136695976') && text.includes('€344.00'), text);
  });

  it('goes on over as many sheets as it has lines for', async () => {
    const values = { room: 'Rembrandt', date: '2026-12-01', from: '09:00', to: '10:00' };
    const lines = Array.from({ length: 90 }, (_, index) =>
      lineOf({ values, purchaseOrder: `PO-${index}`, costCentre: 'R&D' }),
    );

    const { pages } = await read(invoiceOf('en', { lines }), 'long');

    const text = textOf(pages);
    assert(pages.length > 2);
    assert(lines.every(({ purchaseOrder = '' }) => text.includes(purchaseOrder)));
    assert(
      pages.every((page) => page.every(({ y }) => y > 40)),
      'nothing runs off a sheet',
    );
  });
});

describe('the code that a bank reads', () => {
  const seller = { name: 'Common Table Utrecht B.V.', iban: 'NL91ABNA0417164300', bic: 'ABNANL2A' };

  it('has the lines of EPC069-12 in their order', () => {
    assert.deepEqual(transferCode(seller, { amount: 39_435, reference: 'RF18539007547034' })?.split('\n'), [
      'BCD',
      '002',
      '1',
      'SCT',
      'ABNANL2A',
      'Common Table Utrecht B.V.',
      'NL91ABNA0417164300',
      'EUR394.35',
      '',
      'RF18539007547034',
    ]);
  });

  it('asks for nothing where nothing is to be paid', () => {
    assert.equal(transferCode(seller, { amount: 0, reference: 'RF18539007547034' }), undefined);
  });
});
