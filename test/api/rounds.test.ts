import assert from 'node:assert/strict';
import { createDevice } from '../builders/people.ts';
import { createOpened, createUnasked } from '../builders/round.ts';
import { createStaff } from '../builders/world.ts';
import { openScreen } from '../support/screen.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

describe('the room introduced at once', () => {
  let test: TestHouse;
  let host: string;
  let kiosk: string;

  beforeEach(async () => {
    test = await openTestHouse();
    host = await createStaff(test, 'host');
    kiosk = (await createDevice(test, host)).token;
  });

  afterEach(() => test.close());

  const propose = () => test.call('POST', '/rounds', undefined, host);
  const decide = (introductionIds: string[]) =>
    test.call('POST', '/rounds/decisions', { introductionIds }, host);

  async function board() {
    const screen = await openScreen(test.url, host, 'board');
    screen.close();
    const all = Object.values(screen.state().introductions);
    return { round: all.filter(({ inRound }) => inRound), all };
  }

  const free = () => createUnasked(test, kiosk);

  const peopleOf = (pairs: readonly { pair: readonly string[] }[]) => pairs.flatMap(({ pair }) => [...pair]);

  it('is everybody once, in pairs that were not asked yet, and the same however often it is asked for', async () => {
    const people = await free();

    const reply = await propose();
    const { round } = await board();
    await propose();

    assert.deepEqual([reply.status, reply.body], [201, { proposed: 2 }]);
    assert.deepEqual(peopleOf(round).sort(), people.map(({ personId }) => personId).sort());
    assert.deepEqual(new Set(round.map(({ state }) => state)), new Set(['suggested']));
    assert.deepEqual(
      new Set((await board()).round.map(({ introductionId }) => introductionId)),
      new Set(round.map(({ introductionId }) => introductionId)),
    );
  });

  it('is offered with one tap, but for those that are left out, which stay on the board', async () => {
    await free();
    await propose();
    const [first, second] = (await board()).round;

    const decided = await decide([first?.introductionId ?? '', 'nobodys']);

    const after = await board();
    const stateOf = (id: string | undefined) =>
      after.all.find(({ introductionId }) => introductionId === id)?.state;
    assert.deepEqual(decided.body, { offered: 1 });
    assert.deepEqual(after.round, []);
    assert.deepEqual(
      [stateOf(first?.introductionId), stateOf(second?.introductionId)],
      ['offered', 'suggested'],
    );
  });

  it('leaves out who has an offer before them, and says so where nobody is left', async () => {
    await createOpened(test, kiosk, 5);

    const reply = await propose();

    const { all, round } = await board();
    assert.equal(all.filter(({ state }) => state === 'offered').length, 2);
    assert.equal(reply.body.code, 'no_round_possible');
    assert.deepEqual(round, []);
  });

  it('is still before the host after a restart, and never on the wall', async () => {
    await free();
    await propose();
    const before = (await board()).round;
    const screen = (await createDevice(test, host, 'screen')).token;

    await test.restart();

    const wall = await openScreen(test.url, screen, 'board');
    wall.close();
    assert.deepEqual((await board()).round, before);
    assert.deepEqual(wall.state().introductions, {});
  });
});
