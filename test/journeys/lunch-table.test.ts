import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { createHungry } from '../builders/lunch.ts';
import { createDevice } from '../builders/people.ts';
import { createStaff, UTRECHT } from '../builders/world.ts';
import { assertAccessible } from '../support/accessible-page.ts';
import { journey } from '../support/journey.ts';
import { type TestHouse, testClock } from '../support/test-house.ts';

/** A quarter to twelve in Utrecht; lunch is at a quarter past. */
const BEFORE_LUNCH = '2026-11-24T10:45:00.000Z';

describe('a lunch table, in a real browser', function () {
  let test: TestHouse;
  const { visit } = journey(
    this,
    (house) => {
      test = house;
    },
    () => ({ clock: testClock(BEFORE_LUNCH) }),
  );

  /** Whoever is signed in by a link of their own, at a page of the house. */
  async function signedIn(
    subject: { role: 'host' | 'person'; subjectId: string },
    size?: object,
  ): Promise<Page> {
    const { auth } = test.house.app.services;
    const { token } = await auth.createLink({ ...subject, spaceId: UTRECHT }, 60);
    return visit(`${subject.role === 'host' ? '/host' : '/me'}#link=${token}`, size);
  }

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

  it('is proposed by a host, asked in private, and set with those alone who said yes', async () => {
    const { token: kiosk } = await createDevice(test, await createStaff(test, 'host'));
    const board = await signedIn({ role: 'host', subjectId: 'host-1' }, { width: 1280, height: 900 });
    await board.getByRole('navigation').waitFor();
    await board.goto(`${test.url}/board`);
    await board.getByText('you can propose lunch tables').waitFor();
    const people = await createHungry(test, kiosk, ['Ana Bakker', 'Bo Chen', 'Cai Lund', 'Dee Osei']);
    const phones = await Promise.all(
      people.map(({ personId }) => signedIn({ role: 'person', subjectId: personId })),
    );
    const [ana, bo, cai, dee] = phones;
    assert(ana && bo && cai && dee);

    await press(board, 'Propose lunch tables');
    await board.getByRole('heading', { name: 'Table 1 · 12:15' }).waitFor();
    await assertAccessible(board, 'a table is proposed');
    await press(board, 'Ask them');

    for (const phone of phones) await phone.getByRole('button', { name: 'Yes, seat me' }).waitFor();
    for (const name of ['Bo', 'Cai', 'Dee'])
      assert(!(await textOf(ana)).includes(name), 'no name before the table is set');
    await assertAccessible(ana, 'asked to lunch');
    await press(ana, 'Yes, seat me');
    await ana.locator('[data-lunch=waiting]').waitFor();
    const before = await textOf(ana);
    await press(bo, 'Not now');
    await bo.locator('[data-lunch]').waitFor({ state: 'detached' });
    await test.house.app.settled();
    assert.equal(await textOf(ana), before);
    for (const phone of [cai, dee]) await press(phone, 'Yes, seat me');
    for (const phone of [cai, dee]) await phone.locator('[data-lunch=waiting]').waitFor();
    test.clock.forward(31 * 60_000);
    await test.house.app.services.lunches.settleDue();

    for (const phone of [ana, cai, dee]) await phone.locator('[data-lunch=set]').waitFor();
    const card = ana.locator('[data-lunch=set]');
    for (const name of ['Cai Lund', 'Dee Osei']) await card.getByText(name).waitFor();
    assert(!(await card.ariaSnapshot()).includes('Bo'), 'nobody learns of a no');
    assert.equal(await bo.locator('[data-lunch]').count(), 0);
    const table = board.locator('[data-table=set]');
    await table.waitFor();
    assert(!(await table.ariaSnapshot()).includes('Bo'));
    await assertAccessible(ana, 'the table is set');
  });

  const textOf = (page: Page) => page.getByRole('main').ariaSnapshot();
});
