import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { textIn } from '../builders/people.ts';
import { assertAccessible } from '../support/accessible-page.ts';
import { journey } from '../support/journey.ts';
import { type FirstVisit, walkFirstVisit } from '../support/kiosk-walk.ts';
import type { TestHouse } from '../support/test-house.ts';

const LANGUAGES = ['en', 'nl', 'ar', 'ja'] as const;

const ana: FirstVisit = {
  name: 'Ana Bakker',
  offers: { says: 'I do VAT returns', accepts: 'VAT' },
  needs: { says: 'testing my app with users', accepts: 'Usability testing' },
  focus: 'will anybody understand my app',
};

const bo: FirstVisit = {
  name: 'Bo Chen',
  offers: { says: 'usability testing', accepts: 'Usability testing' },
  needs: { says: 'my VAT return', accepts: 'VAT' },
  focus: 'the tax letter that came this morning',
};

describe('a day of two strangers, in a real browser', function () {
  let test: TestHouse;
  let hostConsole: Page;
  let kiosk: Page;

  const { visit } = journey(this, async (house) => {
    test = house;
    hostConsole = await visitAsHost();
    kiosk = await visit('/kiosk', { width: 1280, height: 800 });
    await pairKiosk();
  });

  /** A host signs in by the link that the server would print, in a browser of their own. */
  async function visitAsHost(): Promise<Page> {
    const { auth } = test.house.app.services;
    const link = await auth.createLink(
      { role: 'host', subjectId: 'host-1', spaceId: 'utrecht-domplein' },
      60,
    );
    const page = await visit(`/host/devices#link=${link.token}`, { width: 1280, height: 800 });
    await page.getByRole('heading', { name: 'Pair a device' }).waitFor();
    return page;
  }

  async function visitBoard(): Promise<Page> {
    await hostConsole.goto(`${test.url}/board`);
    return hostConsole;
  }

  /** Types the kiosk's code on the host console, as a host does. */
  async function pairKiosk(): Promise<void> {
    const announced = kiosk.waitForResponse((response) => response.url().endsWith('/api/pairings'));
    await kiosk.reload();
    const code = textIn(await (await announced).json(), 'code');
    await hostConsole.getByLabel('Pairing code').fill(code);
    await hostConsole.getByLabel('Name', { exact: true }).fill('Front door');
    await hostConsole.getByRole('button', { name: 'Pair', exact: true }).click();
    await hostConsole.getByRole('button', { name: 'Disconnect Front door' }).waitFor();
    await kiosk.getByRole('button', { name: /English/ }).waitFor();
  }

  /** Checks somebody in at the kiosk, and opens the link of the QR code on a phone. */
  async function arrive(person: FirstVisit): Promise<Page> {
    const checkedIn = kiosk.waitForResponse((response) => response.url().endsWith('/api/check-ins'));
    await walkFirstVisit(kiosk, person);
    const token = textIn(await (await checkedIn).json(), 'phone', 'token');
    await kiosk.getByRole('button', { name: 'Done' }).click();
    return visit(`/me#link=${token}`);
  }

  it('asks both, reveals both, and keeps that they have talked; the board sees it all', async () => {
    const board = await visitBoard();
    const phoneOfAna = await arrive(ana);
    await phoneOfAna.getByText('Nobody to introduce just yet').waitFor();
    const phoneOfBo = await arrive(bo);

    await phoneOfAna.getByRole('button', { name: 'Yes, introduce us' }).waitFor();
    assert(!(await phoneOfAna.getByRole('main').ariaSnapshot()).includes('Bo Chen'));
    await board.getByText('Both asked').waitFor();
    await phoneOfAna.getByRole('button', { name: 'Yes, introduce us' }).click();
    await phoneOfAna.getByText('You said yes').waitFor();
    await phoneOfBo.getByRole('button', { name: 'Yes, introduce us' }).click();

    await phoneOfAna.getByRole('heading', { name: 'Bo Chen' }).waitFor();
    await phoneOfBo.getByRole('heading', { name: 'Ana Bakker' }).waitFor();
    await board.getByText('Want to meet').waitFor();
    await phoneOfBo.getByRole('button', { name: 'We talked' }).click();
    await phoneOfAna.getByText('You talked with Bo Chen').waitFor();
    await board.getByText('Have talked').waitFor();
  });

  it('heals the kiosk, both phones and the board after the server was gone', async () => {
    const board = await visitBoard();
    const phoneOfAna = await arrive(ana);
    const phoneOfBo = await arrive(bo);
    for (const page of [phoneOfAna, phoneOfBo])
      await page.getByRole('button', { name: 'Yes, introduce us' }).waitFor();

    await test.restart();
    await phoneOfBo.getByRole('button', { name: 'Yes, introduce us' }).click();

    await phoneOfBo.getByText('You said yes').waitFor();
    await phoneOfAna.getByRole('button', { name: 'Yes, introduce us' }).click();
    await phoneOfAna.getByRole('heading', { name: 'Bo Chen' }).waitFor();
    await board.getByText('Want to meet').waitFor();
    await kiosk.getByText('28').first().waitFor();
  });

  it('keeps a no to itself', async () => {
    const phoneOfAna = await arrive(ana);
    const phoneOfBo = await arrive(bo);
    await phoneOfAna.getByRole('button', { name: 'Yes, introduce us' }).click();
    await phoneOfAna.getByText('You said yes').waitFor();
    const before = await phoneOfAna.getByRole('main').ariaSnapshot();

    await phoneOfBo.getByRole('button', { name: 'Not now' }).click();
    await phoneOfBo.getByText('Nobody to introduce just yet').waitFor();
    await test.house.app.settled();

    assert.equal(await phoneOfAna.getByRole('main').ariaSnapshot(), before);
  });

  it('signs a kiosk out when a host disconnects it', async () => {
    await hostConsole.getByRole('button', { name: 'Disconnect Front door' }).click();
    await hostConsole
      .getByRole('alertdialog')
      .or(hostConsole.getByRole('dialog'))
      .getByRole('button', { name: 'Disconnect' })
      .click();

    await kiosk.getByRole('heading', { name: 'Pair this kiosk' }).waitFor();
  });

  it('breaks no rule of accessibility on any screen of a first visit', async () => {
    await walkFirstVisit(kiosk, { ...ana, at: (screen) => assertAccessible(kiosk, screen) });
  });

  for (const language of LANGUAGES)
    it(`breaks no rule of accessibility on front page, phone, board and console in ${language}`, async () => {
      const phoneOfAna = await arrive(ana);
      const phoneOfBo = await arrive(bo);
      await phoneOfBo.getByRole('button', { name: 'Yes, introduce us' }).waitFor();
      const screens = [
        { page: phoneOfAna, path: '/me' },
        { page: hostConsole, path: '/host' },
        { page: hostConsole, path: '/board' },
        { page: hostConsole, path: '/' },
        { page: kiosk, path: '/kiosk' },
      ];

      for (const { page, path } of screens) {
        await page.evaluate((chosen) => localStorage.setItem('common-table-language', chosen), language);
        await page.goto(`${test.url}${path}`);
        await page.locator('h1').first().waitFor();
        await assertAccessible(page, `${path} in ${language}`);
      }
    });
});
