import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** More steps than this to anything, and nobody would find it. */
const PATIENCE = 150;

/** Goes on with the Tab key until this has the focus, as somebody without a pointer does. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let step = 0; step < PATIENCE; step++) {
    if (await wanted.evaluate((element) => element.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  assert.fail('the keyboard does not come here');
}

/** Fills the field of this name. */
export async function typeInto(page: Page, wanted: Locator, text: string): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
}

/** Presses this with the Enter key. */
export async function enter(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}
