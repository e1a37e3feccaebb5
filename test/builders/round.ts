import type { TestHouse } from '../support/test-house.ts';
import { createPresent } from './people.ts';

const SKILLS = [
  { offers: ['vat'], needs: ['ux-research'] },
  { offers: ['ux-research'], needs: ['vat'] },
];

/** People who came in breaks, so that nothing was offered, and who are opened one after the other. */
export async function createOpened(test: TestHouse, kiosk: string, count: number) {
  const people = [];
  for (let n = 0; n < count; n++) {
    const visit = { name: `Person ${n}`, openness: 'breaks', ...SKILLS[n % 2] };
    people.push(await createPresent(test, kiosk, `s${n + 11}`, visit));
  }
  await test.house.app.settled();
  for (const { checkInId, token } of people) {
    const reply = await test.call('PATCH', `/check-ins/${checkInId}`, { openness: 'open' }, token);
    if (reply.status !== 200) throw new RangeError(JSON.stringify(reply.body));
    await test.house.app.settled();
  }
  return people;
}

/** Four people who have all said no to whom they were offered: two pairs are left that were not asked. */
export async function createUnasked(test: TestHouse, kiosk: string) {
  const people = await createOpened(test, kiosk, 4);
  for (const news of await test.house.app.services.introductions.history()) {
    if (news.name !== 'introduction.offered') continue;
    const { introductionId, pair } = news;
    for (const { token } of people.filter(({ personId }) => pair.some((id) => id === personId)))
      await test.call('POST', `/introductions/${introductionId}/answers`, { answer: 'not-now' }, token);
  }
  await test.house.app.settled();
  return people;
}
