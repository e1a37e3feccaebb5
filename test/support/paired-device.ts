import type { Browser } from 'playwright-core';
import { textIn } from '../builders/people.ts';
import { openVisitor, type Visitor } from './browser.ts';
import type { TestHouse } from './test-house.ts';

export interface Device {
  path: '/kiosk' | '/board' | '/door';
  /** Whoever types the code that the device shows. */
  host: string;
  width?: number;
  height?: number;
  locale?: string;
}

/** A tablet or screen of the house: opened, and paired by a host who types its code. */
export async function openPaired(
  browser: Browser,
  test: TestHouse,
  { path, host, width = 1280, height = 800, locale = 'en' }: Device,
): Promise<Visitor> {
  const visitor = await openVisitor(browser, `${test.url}/`, { width, height, locale });
  const announced = visitor.page.waitForResponse((response) => response.url().endsWith('/api/pairings'));
  await visitor.page.goto(`${test.url}${path}`);
  const code = textIn(await (await announced).json(), 'code');
  await test.call('POST', '/devices', { code, name: path.slice(1) }, host);
  return visitor;
}
