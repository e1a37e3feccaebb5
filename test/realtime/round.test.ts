import assert from 'node:assert/strict';
import type { BoardView } from '#contract/boards';
import { createDevice } from '../builders/people.ts';
import { createUnasked } from '../builders/round.ts';
import { createStaff } from '../builders/world.ts';
import { openScreen, type Screen } from '../support/screen.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const roundOf = ({ introductions }: BoardView) =>
  Object.values(introductions).filter(({ inRound }) => inRound);

describe('the room introduced at once, live', () => {
  let test: TestHouse;
  let host: string;
  let kiosk: string;
  const screens: { close(): void }[] = [];

  beforeEach(async () => {
    test = await openTestHouse();
    host = await createStaff(test, 'host');
    kiosk = (await createDevice(test, host)).token;
  });

  afterEach(async () => {
    for (const screen of screens.splice(0)) screen.close();
    await test.close();
  });

  async function open<Name extends 'board' | 'member'>(token: string, view: Name): Promise<Screen<Name>> {
    const screen = await openScreen(test.url, token, view);
    screens.push(screen);
    return screen;
  }

  it('is on the hosts’ board alone until they decide, and then on both phones', async () => {
    const people = await createUnasked(test, kiosk);
    const board = await open(host, 'board');
    const wall = await open((await createDevice(test, host, 'screen')).token, 'board');
    const phones = new Map<string, Screen<'member'>>();
    for (const { personId, token } of people) phones.set(personId, await open(token, 'member'));
    const seen = () =>
      [wall, ...phones.values()].map((screen) => JSON.stringify(screen.state().introductions));
    const before = seen();

    await test.call('POST', '/rounds', undefined, host);
    const [chosen, leftOut] = roundOf(await board.until((view) => roundOf(view).length === 2));
    await test.house.app.settled();

    assert(chosen && leftOut);
    assert.deepEqual(seen(), before);

    await test.call('POST', '/rounds/decisions', { introductionIds: [chosen.introductionId] }, host);

    await board.until(
      (view) => roundOf(view).length === 0 && view.introductions[chosen.introductionId]?.state === 'offered',
    );
    for (const person of chosen.pair)
      await phones
        .get(person)
        ?.until(({ introductions }) => introductions[chosen.introductionId]?.state === 'offered');
    for (const person of leftOut.pair) assert.deepEqual(phones.get(person)?.state().introductions, {});
  });

  it('that is put away is gone from the board, and has asked nobody', async () => {
    const [ana] = await createUnasked(test, kiosk);
    assert(ana);
    const board = await open(host, 'board');
    const phone = await open(ana.token, 'member');
    await test.call('POST', '/rounds', undefined, host);
    await board.until((view) => roundOf(view).length === 2);

    await test.call('POST', '/rounds/decisions', { introductionIds: [] }, host);

    await board.until((view) => roundOf(view).length === 0);
    await test.house.app.settled();
    assert.deepEqual(phone.state().introductions, {});
  });
});
