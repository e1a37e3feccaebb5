import assert from 'node:assert/strict';
import { createWorld, type World } from '../builders/world.ts';
import { followNews, namesOf } from '../support/news.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const MINUTE = 60_000;

describe('a call that is made again', () => {
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

  const end = (key: string, token = world.ana.token) =>
    test.call('POST', `/check-ins/${world.ana.checkInId}/end`, undefined, token, { 'idempotency-key': key });

  const change = (openness: string, key: string) =>
    test.call('PATCH', `/check-ins/${world.ana.checkInId}`, { openness }, world.ana.token, {
      'idempotency-key': key,
    });

  it('with the same key answers the same and has one effect', async () => {
    const first = await end('leaving-at-noon');
    await test.house.app.settled();
    const news = followNews(test);
    test.clock.forward(MINUTE);

    const again = await end('leaving-at-noon');

    assert.equal(first.status, 200);
    assert.deepEqual([again.status, again.body], [first.status, first.body]);
    assert.deepEqual(namesOf(news), []);
  });

  it('answers the same after the server was started again', async () => {
    const first = await end('leaving-at-noon');

    await test.restart();
    const again = await end('leaving-at-noon');

    assert.deepEqual(again.body, first.body);
  });

  it('with the key of another call is refused, and has no effect', async () => {
    await change('breaks', 'one-key-for-all');
    const before = await world.eyes.dump();

    const replies = [await change('closed', 'one-key-for-all'), await end('one-key-for-all')];

    assert.deepEqual(
      replies.map(({ status, body }) => `${status} ${body.code}`),
      ['409 retry_key_reused', '409 retry_key_reused'],
    );
    assert.equal(await world.eyes.dump(), before);
  });

  it('by another person with the same key is another call', async () => {
    await change('breaks', 'one-key-for-all');

    const other = await test.call(
      'PATCH',
      `/check-ins/${world.bo.checkInId}`,
      { openness: 'closed' },
      world.bo.token,
      { 'idempotency-key': 'one-key-for-all' },
    );

    assert.equal(other.body.openness, 'closed');
  });

  it('after a refusal may succeed with the same key', async () => {
    const refused = await test.call('PATCH', '/check-ins/nobodys', { openness: 'open' }, world.ana.token, {
      'idempotency-key': 'try-and-try-again',
    });

    const granted = await change('breaks', 'try-and-try-again');

    assert.deepEqual([refused.status, granted.status], [404, 200]);
  });

  it('with a key that is none is refused', async () => {
    const keys = ['short', 'a'.repeat(81), 'with blanks in it', '{"$ne":null}', '__proto__.x'];
    const before = await world.eyes.dump();

    const replies = await Promise.all(keys.map((key) => change('closed', key)));

    assert.deepEqual(
      replies.map(({ status, body }) => `${status} ${body.code}`),
      keys.map(() => '400 retry_key_invalid'),
    );
    assert.equal(await world.eyes.dump(), before);
  });

  it('leaves no pass and no token readable in what is remembered', async () => {
    const body = { profile: { about: 'Bread' } };
    await test.call('PATCH', '/people/me', body, world.ana.token, { 'idempotency-key': 'about-bread' });

    const remembered = await world.eyes.machinery();

    assert(!remembered.includes(world.pass.code) && !remembered.includes(world.ana.token));
  });
});

describe('too many calls', () => {
  let test: TestHouse;

  beforeEach(async () => {
    test = await openTestHouse({ settings: { REQUESTS_PER_MINUTE: '25' } });
  });

  afterEach(() => test.close());

  const who = (headers = {}) => test.call('GET', '/sessions/current', undefined, undefined, headers);

  it('are told when to come back, each caller for themselves', async () => {
    const replies = await Promise.all(Array.from({ length: 40 }, () => who()));
    const other = await who({ 'x-forwarded-for': '10.0.0.9' });

    const refused = replies.filter(({ status }) => status === 429);
    assert.equal(refused.length, 15);
    for (const { body, headers } of refused) {
      assert.equal(body.code, 'too_many_requests');
      assert.match(headers.get('retry-after') ?? '', /^[1-9]\d?$/);
    }
    assert.equal(other.status, 200);
  });

  it('are too many also when each shows another credential that nobody gave', async () => {
    const guess = (token: string) => test.call('GET', '/devices', undefined, token);

    const replies = await Promise.all(Array.from({ length: 40 }, (_, index) => guess(`guess-${index}`)));

    const statuses = replies.map(({ status }) => status);
    assert.deepEqual(
      [
        statuses.filter((status) => status === 401).length,
        statuses.filter((status) => status === 429).length,
      ],
      [25, 15],
    );
  });
});
