import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { createDevice, createPresent } from '../builders/people.ts';
import { createStaff, UTRECHT } from '../builders/world.ts';
import { assertAccessible } from '../support/accessible-page.ts';
import { journey } from '../support/journey.ts';
import type { TestHouse } from '../support/test-house.ts';

type Visitor = Awaited<ReturnType<typeof createPresent>>;

describe('two who are kept apart, in a real browser', function () {
  let test: TestHouse;
  let ana: Visitor;
  let bo: Visitor;

  const { visit } = journey(this, async (house) => {
    test = house;
    const kiosk = (await createDevice(test, await createStaff(test, 'host'))).token;
    const [vat, research] = [['vat'], ['ux-research']];
    ana = await createPresent(test, kiosk, 's01', { name: 'Ana Bakker', offers: vat, needs: research });
    bo = await createPresent(test, kiosk, 's05', { name: 'Bo Chen', offers: research, needs: vat });
    await test.house.app.settled();
  });

  async function openPhone({ personId }: Visitor): Promise<Page> {
    const { auth } = test.house.app.services;
    const link = await auth.createLink({ role: 'person', subjectId: personId }, 15);
    return visit(`/me#link=${link.token}`);
  }

  async function openBoard(): Promise<Page> {
    const { auth } = test.house.app.services;
    const link = await auth.createLink({ role: 'host', subjectId: 'host-1', spaceId: UTRECHT }, 60);
    const page = await visit(`/host#link=${link.token}`, { width: 1280, height: 800 });
    await page.getByRole('navigation').first().waitFor();
    await page.goto(`${test.url}/board`);
    return page;
  }

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

  it('by a host lose their question on both phones, in two taps on the board', async () => {
    const phones = [await openPhone(ana), await openPhone(bo)];
    for (const phone of phones) await phone.getByRole('button', { name: 'Yes, introduce us' }).waitFor();
    const board = await openBoard();

    await press(board, 'Not these two');
    await board.getByRole('heading', { name: /^Why not/ }).waitFor();
    await assertAccessible(board, 'a host is asked why not');
    await board.getByRole('button', { name: /They know each other/ }).click();

    for (const phone of phones) await phone.getByText('Nobody to introduce just yet').waitFor();
    await board.getByText('When two people here could help each other').waitFor();
    await board.getByRole('dialog').waitFor({ state: 'detached' });
    await assertAccessible(board, 'the two are gone');
  });

  it('by one of them are so without a name, which the other does not notice, and come back by the profile', async () => {
    const [phone, other] = [await openPhone(ana), await openPhone(bo)];
    await other.getByRole('button', { name: 'Yes, introduce us' }).waitFor();
    const before = await other.getByRole('main').ariaSnapshot();

    await press(phone, 'Not with this person again');
    await phone.getByText('Nobody will know').waitFor();
    await assertAccessible(phone, 'somebody is put away for good');
    await phone.getByRole('tab', { name: 'Profile' }).click();
    await phone.getByRole('heading', { name: 'Not again with…' }).waitFor();
    await phone.getByText('Somebody you were asked about on').first().waitFor();
    await assertAccessible(phone, 'the list of whom one does not want to meet');
    assert.equal(await other.getByRole('main').ariaSnapshot(), before);
    await phone.getByRole('button', { name: /^Undo/ }).click();

    await phone.getByRole('heading', { name: 'Not again with…' }).waitFor({ state: 'detached' });
  });

  it('after a talk are so in place, by name, and back again', async () => {
    const [phone, other] = [await openPhone(ana), await openPhone(bo)];
    for (const one of [phone, other]) await press(one, 'Yes, introduce us');
    await press(phone, 'We talked');

    await press(phone, 'Not with this person again');
    await phone.getByText('You will not be introduced to Bo Chen again.').waitFor();
    await assertAccessible(phone, 'somebody met is put away for good');
    await press(phone, 'Undo: Bo Chen');

    await phone.getByRole('button', { name: 'Not with this person again' }).waitFor();
  });
});
