import assert from 'node:assert/strict';
import { personId } from '#contract/people';
import { createDevice, createHost, createPresent } from '../builders/people.ts';
import { openScreen } from '../support/screen.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const ana = { name: 'Ana Bakker', offers: ['vat'], needs: ['ux-research'], company: 'Bakker Tax' };
const bo = { name: 'Bo Chen', offers: ['ux-research'], needs: ['vat'] };
const cai = { name: 'Cai Peeters', offers: ['bookkeeping'], needs: ['vat'] };

describe('a board on the wall', () => {
  let test: TestHouse;
  let host: string;
  let kiosk: string;
  let wall: string;

  beforeEach(async () => {
    test = await openTestHouse();
    host = await createHost(test);
    kiosk = (await createDevice(test, host)).token;
    wall = (await createDevice(test, host, 'screen')).token;
  });

  afterEach(() => test.close());

  it('names nobody who has not consented to it, by name, company or words', async () => {
    const focus = { text: 'a secret of mine', skills: [] };
    const a = await createPresent(test, kiosk, 's01', { ...ana, focus });
    const id = personId.parse(a.personId);
    const screen = await openScreen(test.url, wall, 'board');
    const before = screen.state().present[id];

    await test.call('PATCH', '/people/me', { consents: { wall: true }, consentVersion: 1 }, a.token);
    const after = await screen.until((view) => view.present[id]?.name === 'Ana Bakker');

    assert.equal(before?.name, 'A1');
    assert.equal(before.company, undefined);
    assert.equal(before.focus, '');
    assert.equal(after.present[id]?.focus, 'a secret of mine');
    screen.close();
  });

  it('shows an introduction only when both have said yes, while hosts see it from the start', async () => {
    const a = await createPresent(test, kiosk, 's01', ana);
    const b = await createPresent(test, kiosk, 's05', bo);
    await test.house.app.settled();
    const screen = await openScreen(test.url, wall, 'board');
    const board = await openScreen(test.url, host, 'board');
    const [introductionId] = Object.keys(board.state().introductions);
    const before = screen.state().introductions;

    for (const { token } of [a, b])
      await test.call('POST', `/introductions/${introductionId}/answers`, { answer: 'yes' }, token);
    const after = await screen.until((view) => Object.keys(view.introductions).length === 1);

    assert.deepEqual(before, {});
    assert.equal(Object.values(after.introductions)[0]?.state, 'accepted');
    for (const one of [screen, board]) one.close();
  });

  it('puts nobody on the board who has had the day’s offers', async () => {
    const { clock } = test;
    await createPresent(test, kiosk, 's01', ana);
    for (const seat of ['s05', 's07']) {
      await createPresent(test, kiosk, seat, bo);
      await test.house.app.settled();
      clock.forward(31 * 60_000);
      for (const job of test.house.app.jobs) await job.run();
    }

    const third = await createPresent(test, kiosk, 's09', bo);
    await test.house.app.settled();

    const board = await openScreen(test.url, host, 'board');
    const shown = Object.values(board.state().introductions).filter(({ pair }) =>
      pair.includes(personId.parse(third.personId)),
    );
    assert.deepEqual(shown, []);
    board.close();
  });

  it('keeps both of two changes of different things at once', async () => {
    const a = await createPresent(test, kiosk, 's01', cai);
    const path = `/check-ins/${a.checkInId}`;

    await Promise.all([
      test.call('PATCH', path, { openness: 'closed' }, a.token),
      test.call('PATCH', path, { focus: { text: 'year-end', skills: [] } }, a.token),
    ]);

    const presence = await test.call('GET', `/presences/${a.personId}`, undefined, kiosk);
    assert.match(JSON.stringify(presence.body), /"openness":"closed","focus":\{"text":"year-end"/);
  });
});
