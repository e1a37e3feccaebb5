import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where a browser is: `CHROMIUM_PATH`, else the system's; `undefined` where there is none. */
export function chromiumPath(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  return given && existsSync(given) ? given : SYSTEM.find(existsSync);
}

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real browser without a window. @throws Error where there is none; journeys skip before they ask. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('no Chromium: set CHROMIUM_PATH');
  return chromium.launch({ executablePath, args: QUIET });
}

export interface Visitor {
  page: Page;
  /** What the page has complained about; a journey ends with none. */
  faults: string[];
  close(): Promise<void>;
}

export interface VisitorOptions {
  width?: number;
  height?: number;
  locale?: string;
  /** What the browser's own clock shows, where a page goes by it. */
  at?: Date;
}

/** Somebody with a browser of their own: cookies, storage and language apart from everybody else's. */
export async function openVisitor(
  browser: Browser,
  url: string,
  { width = 390, height = 844, locale = 'en', at }: VisitorOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  if (at) await page.clock.setFixedTime(at);
  await page.goto(url);
  return { page, faults, close: () => context.close() };
}
