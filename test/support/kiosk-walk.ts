import type { Page } from 'playwright-core';

/** What somebody types and taps at a kiosk on their first visit, in English. */
export interface FirstVisit {
  name: string;
  /** Plain words, and the name of the skill that is accepted of what they propose. */
  offers: { says: string; accepts: string };
  needs: { says: string; accepts: string };
  focus: string;
  /** Called at every screen, with its name. */
  at?(screen: string): Promise<void>;
}

/** Presses what a kiosk's footer calls the way on. */
const goOn = (page: Page) => page.getByRole('contentinfo').getByRole('button', { name: 'Continue' }).click();

async function say(
  page: Page,
  label: string,
  { says, accepts }: { says: string; accepts: string },
): Promise<void> {
  await page.getByLabel(label).fill(says);
  await page.getByRole('button', { name: accepts, exact: true }).first().click();
  await page
    .getByRole('button', { name: `Remove ${accepts}` })
    .first()
    .waitFor();
}

/**
 * Walks a first visit from the welcome to the seat that the kiosk proposes.
 * @returns what the done screen says: the link of the QR code, and the pass.
 */
export async function walkFirstVisit(page: Page, visit: FirstVisit): Promise<void> {
  const at = visit.at ?? (() => Promise.resolve());
  await page.getByRole('button', { name: /English/ }).click();
  await page.getByRole('heading', { name: 'Good to see you' }).waitFor();
  await at('door');
  await page.getByRole('button', { name: 'This is my first visit' }).click();
  await page.getByLabel('Your name').fill(visit.name);
  await at('about');
  await goOn(page);
  await say(page, 'I can help with…', visit.offers);
  await say(page, 'I could use help with…', visit.needs);
  await at('skills');
  await goOn(page);
  await page.getByLabel('On my mind').fill(visit.focus);
  await at('focus');
  await goOn(page);
  await page.getByRole('button', { name: /^Open Introduce/ }).click();
  await page.getByRole('checkbox', { name: /Introduce me/ }).check({ force: true });
  await at('openness');
  await goOn(page);
  await page.getByRole('heading', { name: 'Take a seat' }).waitFor();
  await page.getByRole('button', { name: /^Sit at / }).waitFor();
  await at('seat');
  await page.getByRole('button', { name: /^Sit at / }).click();
  await page.getByRole('heading', { name: new RegExp(`Welcome ${visit.name}`) }).waitFor();
  await at('done');
}
