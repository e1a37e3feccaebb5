import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { buildIfNeeded } from '../../server/build.ts';
import { chromiumPath, openBrowser, openVisitor, type Visitor, type VisitorOptions } from './browser.ts';
import { type Device, openPaired } from './paired-device.ts';
import { openTestHouse, type TestHouse, type TestHouseOptions } from './test-house.ts';

const LONGEST = 300_000;

let browser: Browser | undefined;

/** One browser for all journeys of a run: whoever visits has cookies and storage of their own anyway. */
async function sharedBrowser(): Promise<Browser> {
  if (!browser?.isConnected()) browser = await openBrowser();
  return browser;
}

// Here, and not in a journey: no other may need it any more.
after(() => browser?.close());

export interface Journey {
  /** Somebody opens a page of the house, in a browser of their own. */
  visit(path: string, options?: VisitorOptions): Promise<Page>;
  /** A tablet or screen that a host has paired. */
  pair(device: Device): Promise<Page>;
  /** Goes on in another house, opened by these settings and begun anew. */
  reopen(options: TestHouseOptions): Promise<void>;
}

/**
 * Makes a suite a journey: skipped by name where there is no browser, a house of its own for each test, everybody sent
 * home after it, and no page that has complained.
 * @param begin is given the house before each test, and sets up what all of them need.
 * @param first says how that house is opened.
 */
export function journey(
  suite: Mocha.Suite,
  begin: (house: TestHouse) => void | Promise<void>,
  first: () => TestHouseOptions = () => ({}),
): Journey {
  suite.timeout(LONGEST);
  let house: TestHouse;
  const visitors: Visitor[] = [];

  before(async function () {
    if (!chromiumPath()) return this.skip();
    await buildIfNeeded();
  });

  async function open(options: TestHouseOptions): Promise<void> {
    house = await openTestHouse(options);
    await begin(house);
  }

  beforeEach(() => open(first()));

  afterEach(async () => {
    const faults = visitors.flatMap((visitor) => visitor.faults);
    for (const visitor of visitors.splice(0)) await visitor.close();
    await house.close();
    assert.deepEqual(faults, []);
  });

  return {
    async visit(path, options) {
      const visitor = await openVisitor(await sharedBrowser(), `${house.url}${path}`, options);
      visitors.push(visitor);
      return visitor.page;
    },

    async pair(device) {
      const visitor = await openPaired(await sharedBrowser(), house, device);
      visitors.push(visitor);
      return visitor.page;
    },

    async reopen(options) {
      await house.close();
      await open(options);
    },
  };
}
