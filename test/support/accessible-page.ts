import assert from 'node:assert/strict';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What the calendar and the number fields say aloud names them after they have gone; it goes by itself, too. */
const SPOKEN = '[data-live-announcer]';

/** No rule of WCAG 2.2 AA that a machine can check is broken on this screen. */
export async function assertAccessible(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).exclude(SPOKEN).analyze();
  assert.deepEqual(
    violations.map(
      ({ id, nodes }) => `${screen}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    ),
    [],
  );
}
