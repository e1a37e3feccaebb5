import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { LANGUAGES } from '#values/locale';
import { confirm, hold } from '../builders/bookings.ts';
import { OWN_TERMS } from '../builders/companies.ts';
import { textIn } from '../builders/people.ts';
import { createCompany, createStaff } from '../builders/world.ts';
import { assertAccessible } from '../support/accessible-page.ts';
import { journey } from '../support/journey.ts';
import { mailsIn } from '../support/outbox.ts';
import type { TestHouse } from '../support/test-house.ts';

describe('a booking over its company’s budget, in a real browser', function () {
  let test: TestHouse;

  const { visit: open } = journey(this, (house) => {
    test = house;
  });

  /** Books over a budget of nothing; the path of the approver's link, and the word of the booking's. */
  async function ask(): Promise<{ path: string; word: string }> {
    const { token } = await createCompany(test, await createStaff(test, 'host'));
    await test.call('PATCH', '/own-company', { budget: { ...OWN_TERMS.budget, monthly: 0 } }, token);
    const held = await hold(test, {}, token);
    await confirm(test, held, token);
    const texts = (await mailsIn(test)).map(({ text }) => text ?? '');
    const [path] = /\/booking#approval=\S+/.exec(texts.join('\n')) ?? [];
    assert(path, 'a mail brings the link');
    return { path, word: textIn(held.body, 'manage') };
  }

  async function visit(path: string, locale = 'en'): Promise<Page> {
    return open(path, { width: 360, height: 800, locale });
  }

  const stateOf = async (word: string) => (await test.call('GET', `/bookings/manage/${word}`)).body.state;

  for (const [answer, told, state] of [
    ['Approve', /You have approved this/, 'confirmed'],
    ['Decline', /You have declined this/, 'cancelled'],
  ] as const)
    it(`is ${state} when its approver says: ${answer}`, async () => {
      const { path, word } = await ask();
      const page = await visit(path);
      const waiting = await stateOf(word);

      await page.getByRole('button', { name: answer }).click();

      await page.getByText(told).waitFor();
      assert.deepEqual([waiting, await stateOf(word)], ['requested', state]);
      assert.equal(await page.getByRole('button', { name: answer }).count(), 0);
    });

  it('is nothing that a made-up word leads to', async () => {
    const page = await visit(`/booking#approval=made-up.${'A'.repeat(43)}`);

    await page.getByText('This link leads to nothing that waits for an answer.').waitFor();
  });

  for (const language of LANGUAGES)
    it(`is shown to its approver on a phone, for everybody to read, in ${language}`, async () => {
      const { path } = await ask();

      const page = await visit(path, language);

      await page.getByTestId('total').waitFor();
      await assertAccessible(page, 'approval');
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert(!isWide, 'it fits into 360');
    });
});
