import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createWorld, type World } from '../builders/world.ts';
import { followNews, namesOf } from '../support/news.ts';
import { openScreen } from '../support/screen.ts';
import { isFullStorm, saw } from '../support/storm-size.ts';
import { openTestHouse, type Reply, type TestHouse } from '../support/test-house.ts';

const ROUNDS = isFullStorm ? 50 : 5;
const CONNECTIONS = 10;

describe('both sides answer from many connections at once', () => {
  let test: TestHouse;
  let world: World;

  beforeEach(async () => {
    test = await openTestHouse();
    world = await createWorld(test);
  });

  afterEach(async () => {
    await world.eyes.close();
    await test.close();
  });

  type Side = 'ana' | 'bo';

  /** One answer; with its retries, which carry the same key, when it has one. */
  const answer = (side: Side, said: string, key: string = randomUUID()): Promise<Reply> =>
    test.call('POST', `/introductions/${world.introductionId}/answers`, { answer: said }, world[side].token, {
      'idempotency-key': key,
    });

  /** How many answers were taken, and why the rest were not. */
  function tally(replies: readonly Reply[]): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { status, body } of replies) {
      const outcome = status === 200 ? 'taken' : String(body.code);
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
    return counts;
  }

  for (let round = 0; round < ROUNDS; round++)
    it(`and are introduced exactly once (round ${round + 1})`, async () => {
      const news = followNews(test);
      const screen = await openScreen(test.url, world.ana.token, 'member');

      const replies = await Promise.all(
        Array.from({ length: CONNECTIONS }, () => [answer('ana', 'yes'), answer('bo', 'yes')]).flat(),
      );

      const view = await screen.until(({ introductions }) =>
        Object.values(introductions).some(({ state }) => state === 'accepted'),
      );
      const counts = tally(replies);
      assert.deepEqual(Object.keys(view.introductions), [world.introductionId]);
      assert.equal(counts.taken, 2);
      assert.deepEqual(namesOf(news).sort(), [
        'introduction.accepted',
        'introduction.answered',
        'introduction.answered',
      ]);
      assert(replies.every(({ status }) => status < 500));
      saw(JSON.stringify(counts));
      screen.close();
    });

  it('and retries with one key have one effect and one answer', async () => {
    const news = followNews(test);
    const keys: Readonly<Record<Side, string>> = { ana: randomUUID(), bo: randomUUID() };

    const atOnce = await Promise.all(
      Array.from({ length: CONNECTIONS }, () => [
        answer('ana', 'yes', keys.ana),
        answer('bo', 'yes', keys.bo),
      ]).flat(),
    );
    const later = await Promise.all([answer('ana', 'yes', keys.ana), answer('bo', 'yes', keys.bo)]);

    const codes = new Set(Object.keys(tally(atOnce)));
    assert(
      [...codes].every((code) => code === 'taken' || code === 'retry_in_progress'),
      [...codes].join(),
    );
    assert.deepEqual(tally(later), { taken: 2 });
    assert.equal(namesOf(news).filter((name) => name === 'introduction.accepted').length, 1);
    assert.equal(namesOf(news).filter((name) => name === 'introduction.answered').length, 2);
    saw(JSON.stringify(tally(atOnce)));
  });

  it('and a yes and a no of one side leave one of the two', async () => {
    const news = followNews(test);

    const replies = await Promise.all(
      Array.from({ length: CONNECTIONS }, () => [answer('ana', 'yes'), answer('ana', 'not-now')]).flat(),
    );
    await answer('bo', 'yes');

    const answered = news.filter((event) => event.name === 'introduction.answered');
    const saidYes = answered.some((event) => event.by === world.ana.personId && event.yes);
    const accepted = namesOf(news).filter((name) => name === 'introduction.accepted').length;
    assert.equal(tally(replies).taken, 1);
    assert.equal(accepted, saidYes ? 1 : 0);
    saw(`${JSON.stringify(tally(replies))}, ${accepted} introduced`);
  });
});
