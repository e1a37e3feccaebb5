import assert from 'node:assert/strict';
import { verifyBooks } from '../../server/verify-books.ts';
import { issueOf } from '../builders/money.ts';
import { createDevice, createPresent } from '../builders/people.ts';
import { createStaff } from '../builders/world.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

describe('the books as a file', () => {
  let test: TestHouse;
  let exported: string;
  let lines: string[];

  before(async () => {
    test = await openTestHouse();
    const host = await createStaff(test, 'host');
    const kiosk = (await createDevice(test, host)).token;
    const { number } = await test.house.app.services.invoices.issue(issueOf());
    const payment = { paymentId: 'p-1', invoice: number, amount: 12_100, currency: 'EUR' };
    await test.call('POST', '/payments', payment, host);
    const ana = await createPresent(test, kiosk, 's01', { name: 'Ana' });
    await test.call('POST', '/fund/draws', { personId: ana.personId, kind: 'lunch' }, kiosk);
    exported = String((await test.call('GET', '/books/export', undefined, host)).body.text);
    lines = exported.trimEnd().split('\n');
  });

  after(() => test.close());

  const kinds = () => lines.map((line) => /"kind":"(\w+)"/.exec(line)?.[1]);

  it('come to the same when they are reckoned again', () => {
    assert.deepEqual(verifyBooks(exported), { lines: lines.length });
    assert.deepEqual(new Set(kinds()), new Set(['space', 'entry', 'paper', 'payment', 'statement']));
  });

  it('name the first line that differs, wherever a cent of any amount is altered', () => {
    const wrong: string[] = [];
    let altered = 0;

    for (const [index, line] of lines.entries())
      for (const { index: at = 0, 0: found, 1: name = '', 2: digits = '' } of line.matchAll(AMOUNT)) {
        const cent = `"${name}":${Number(digits) + 1}`;
        const file = [...lines];
        file[index] = line.slice(0, at) + cent + line.slice(at + found.length);
        const { fault } = verifyBooks(file.join('\n'));
        altered++;
        if (fault?.line !== index + 1) wrong.push(`line ${index + 1} ${name}: ${fault?.line} ${fault?.why}`);
      }

    assert.deepEqual(wrong, []);
    assert(altered > 25, `${altered} amounts were altered`);
  });

  it('name the line at which one is missing or stands twice', () => {
    const entries = kinds().flatMap((kind, index) => (kind === 'entry' ? [index] : []));
    const second = entries[1] ?? assert.fail();
    const without = lines.filter((_, index) => index !== second);
    const twice = lines.flatMap((line, index) => (index === second ? [line, line] : [line]));

    assert.equal(verifyBooks(without.join('\n')).fault?.line, second + 1);
    assert.equal(verifyBooks(twice.join('\n')).fault?.line, second + 2);
  });
});

/** Every field that holds an amount, in the words of the file. */
const AMOUNT = /"(amount|net|gross|vat|opening|closing|gifts|houseCarried|returned|unitNet)":(-?\d+)/g;
