import type { TestHouse } from '../support/test-house.ts';
import { createPresent, type VisitOverrides } from './people.ts';

const SKILLS = ['vat', 'ux-research', 'photography', 'copywriting'];

/** What the n-th of a few people offers, and what the others do, which they need: everybody can help everybody. */
export function mutualSkills(n: number, of: number): Required<Pick<VisitOverrides, 'offers' | 'needs'>> {
  const offers = SKILLS.slice(n, n + 1);
  return { offers, needs: SKILLS.slice(0, of).filter((skill) => !offers.includes(skill)) };
}

/**
 * Some people who could all help each other and are open in breaks only, so that nobody is introduced before lunch.
 * The first three or four are enough for a table.
 */
export async function createHungry(test: TestHouse, kiosk: string, names: readonly string[]) {
  const people = [];
  for (const [n, name] of names.entries()) {
    const visit = { name, openness: 'breaks', ...mutualSkills(n, names.length) };
    people.push(await createPresent(test, kiosk, `s${String(n + 11).padStart(2, '0')}`, visit));
  }
  await test.house.app.settled();
  return people;
}
