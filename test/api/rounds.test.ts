import assert from 'node:assert/strict';
import { createDevice, createPresent } from '../builders/people.ts';
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

  const skills = [
    { offers: ['vat'], needs: ['ux-research'] },
    { offers: ['ux-research'], needs: ['vat'] },
  ];

  /** People who came in breaks, so that nothing was offered, and are open now. */
  async function opened(count: number) {
    const people = [];
    for (let n = 0; n < count; n++)
      people.push(
        await createPresent(test, kiosk, `s${String(n + 11)}`, {
          name: `Person ${n}`,
          openness: 'breaks',
          ...skills[n % 2],
        }),
      );
    await test.house.app.settled();
    return people;
  }

  /** Opens somebody while nobody else is: nothing is offered, and they can be introduced. */
  async function open(people: Awaited<ReturnType<typeof opened>>) {
    for (const { checkInId, token } of people) {
      const reply = await test.call('PATCH', `/check-ins/${checkInId}`, { openness: 'open' }, token);
      assert.equal(reply.status, 200);
      await test.house.app.settled();
    }
  }

  /** Four people who have all said no to whom they were offered: two pairs are left that were not asked. */
  async function free() {
    const people = await opened(4);
    await open(people);
    for (const { introductionId, pair } of (await board()).all.filter(({ state }) => state === 'offered'))
      for (const { token } of people.filter(({ personId }) => pair.some((id) => id === personId)))
        await test.call('POST', `/introductions/${introductionId}/answers`, { answer: 'not-now' }, token);
    return people;
  }

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
    await open(await opened(5));

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
