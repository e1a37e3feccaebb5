import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { buildIfNeeded } from '../../server/build.ts';
import { textIn } from '../builders/people.ts';
import { assertAccessible } from '../support/accessible-page.ts';
import { chromiumPath, openBrowser, openVisitor, type Visitor } from '../support/browser.ts';
import { type FirstVisit, walkFirstVisit } from '../support/kiosk-walk.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

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
  this.timeout(240_000);
  let test: TestHouse;
  let browser: Browser;
  let hostConsole: Visitor;
  let kiosk: Visitor;
  const visitors: Visitor[] = [];

  before(async function () {
    if (!chromiumPath()) return this.skip();
    await buildIfNeeded();
    browser = await openBrowser();
  });

  after(() => browser?.close());

  beforeEach(async () => {
    test = await openTestHouse();
    hostConsole = await visitAsHost();
    kiosk = await visit('/kiosk', 1280, 800);
    await pairKiosk();
  });

  afterEach(async () => {
    const faults = visitors.flatMap((visitor) => visitor.faults);
    for (const visitor of visitors.splice(0)) await visitor.close();
    await test.close();
    assert.deepEqual(faults, []);
  });

  async function visit(path: string, width?: number, height?: number, locale = 'en'): Promise<Visitor> {
    const size = width && height ? { width, height } : {};
    const visitor = await openVisitor(browser, `${test.url}${path}`, { ...size, locale });
    visitors.push(visitor);
    return visitor;
  }

  /** A host signs in by the link that the server would print, in a browser of their own. */
  async function visitAsHost(): Promise<Visitor> {
    const { auth } = test.house.app.services;
    const link = await auth.createLink(
      { role: 'host', subjectId: 'host-1', spaceId: 'utrecht-domplein' },
      60,
    );
    const visitor = await visit(`/host/devices#link=${link.token}`, 1280, 800);
    await visitor.page.getByRole('heading', { name: 'Pair a device' }).waitFor();
    return visitor;
  }

  async function visitBoard(): Promise<Visitor> {
    await hostConsole.page.goto(`${test.url}/board`);
    return hostConsole;
  }

  /** Types the kiosk's code on the host console, as a host does. */
  async function pairKiosk(): Promise<void> {
    const announced = kiosk.page.waitForResponse((response) => response.url().endsWith('/api/pairings'));
    await kiosk.page.reload();
    const code = textIn(await (await announced).json(), 'code');
    await hostConsole.page.getByLabel('Pairing code').fill(code);
    await hostConsole.page.getByLabel('Name', { exact: true }).fill('Front door');
    await hostConsole.page.getByRole('button', { name: 'Pair', exact: true }).click();
    await hostConsole.page.getByRole('button', { name: 'Disconnect Front door' }).waitFor();
    await kiosk.page.getByRole('button', { name: /English/ }).waitFor();
  }

  /** Checks somebody in at the kiosk, and opens the link of the QR code on a phone. */
  async function arrive(person: FirstVisit): Promise<Visitor> {
    const checkedIn = kiosk.page.waitForResponse((response) => response.url().endsWith('/api/check-ins'));
    await walkFirstVisit(kiosk.page, person);
    const token = textIn(await (await checkedIn).json(), 'phone', 'token');
    await kiosk.page.getByRole('button', { name: 'Done' }).click();
    return visit(`/me#link=${token}`);
  }

  it('asks both, reveals both, and keeps that they have talked; the board sees it all', async () => {
    const board = await visitBoard();
    const phoneOfAna = await arrive(ana);
    await phoneOfAna.page.getByText('Nobody to introduce just yet').waitFor();
    const phoneOfBo = await arrive(bo);

    await phoneOfAna.page.getByRole('button', { name: 'Yes, introduce us' }).waitFor();
    assert(!(await phoneOfAna.page.getByRole('main').ariaSnapshot()).includes('Bo Chen'));
    await board.page.getByText('Both asked').waitFor();
    await phoneOfAna.page.getByRole('button', { name: 'Yes, introduce us' }).click();
    await phoneOfAna.page.getByText('You said yes').waitFor();
    await phoneOfBo.page.getByRole('button', { name: 'Yes, introduce us' }).click();

    await phoneOfAna.page.getByRole('heading', { name: 'Bo Chen' }).waitFor();
    await phoneOfBo.page.getByRole('heading', { name: 'Ana Bakker' }).waitFor();
    await board.page.getByText('Want to meet').waitFor();
    await phoneOfBo.page.getByRole('button', { name: 'We talked' }).click();
    await phoneOfAna.page.getByText('You talked with Bo Chen').waitFor();
    await board.page.getByText('Have talked').waitFor();
  });

  it('heals the kiosk, both phones and the board after the server was gone', async () => {
    const board = await visitBoard();
    const phoneOfAna = await arrive(ana);
    const phoneOfBo = await arrive(bo);
    for (const { page } of [phoneOfAna, phoneOfBo])
      await page.getByRole('button', { name: 'Yes, introduce us' }).waitFor();

    await test.restart();
    await phoneOfBo.page.getByRole('button', { name: 'Yes, introduce us' }).click();

    await phoneOfBo.page.getByText('You said yes').waitFor();
    await phoneOfAna.page.getByRole('button', { name: 'Yes, introduce us' }).click();
    await phoneOfAna.page.getByRole('heading', { name: 'Bo Chen' }).waitFor();
    await board.page.getByText('Want to meet').waitFor();
    await kiosk.page.getByText('28').first().waitFor();
  });

  it('keeps a no to itself', async () => {
    const phoneOfAna = await arrive(ana);
    const phoneOfBo = await arrive(bo);
    await phoneOfAna.page.getByRole('button', { name: 'Yes, introduce us' }).click();
    await phoneOfAna.page.getByText('You said yes').waitFor();
    const before = await phoneOfAna.page.getByRole('main').ariaSnapshot();

    await phoneOfBo.page.getByRole('button', { name: 'Not now' }).click();
    await phoneOfBo.page.getByText('Nobody to introduce just yet').waitFor();
    await test.house.app.settled();

    assert.equal(await phoneOfAna.page.getByRole('main').ariaSnapshot(), before);
  });

  it('signs a kiosk out when a host disconnects it', async () => {
    await hostConsole.page.getByRole('button', { name: 'Disconnect Front door' }).click();
    await hostConsole.page
      .getByRole('alertdialog')
      .or(hostConsole.page.getByRole('dialog'))
      .getByRole('button', { name: 'Disconnect' })
      .click();

    await kiosk.page.getByRole('heading', { name: 'Pair this kiosk' }).waitFor();
  });

  it('breaks no rule of accessibility on any screen of a first visit', async () => {
    await walkFirstVisit(kiosk.page, { ...ana, at: (screen) => assertAccessible(kiosk.page, screen) });
  });

  for (const language of LANGUAGES)
    it(`breaks no rule of accessibility on front page, phone, board and console in ${language}`, async () => {
      const phoneOfAna = await arrive(ana);
      const phoneOfBo = await arrive(bo);
      await phoneOfBo.page.getByRole('button', { name: 'Yes, introduce us' }).waitFor();
      const screens = [
        { page: phoneOfAna.page, path: '/me' },
        { page: hostConsole.page, path: '/host' },
        { page: hostConsole.page, path: '/board' },
        { page: hostConsole.page, path: '/' },
        { page: kiosk.page, path: '/kiosk' },
      ];

      for (const { page, path } of screens) {
        await page.evaluate((chosen) => localStorage.setItem('common-table-language', chosen), language);
        await page.goto(`${test.url}${path}`);
        await page.locator('h1').first().waitFor();
        await assertAccessible(page, `${path} in ${language}`);
      }
    });
});
