import assert from 'node:assert/strict';
import { createWholeAnswers } from '../../server/platform/whole-answer.ts';
import { commandsOf } from '../support/command-surface.ts';
import { openEmptyStore } from '../support/open-connection.ts';
import { openTestStore } from './store/store-fixture.ts';

type Store = Awaited<ReturnType<typeof openEmptyStore>>;

const CUPS = 'cups';
const EVERY = { kind: 'cup' };

describe('whole answers', () => {
  let store: Store;
  const made = ({ number }: Record<string, unknown>) => ({ number });

  beforeEach(async () => {
    store = await openEmptyStore();
    await write(1, 2, 3, 4, 5);
  });

  afterEach(() => store.close());

  const write = (...numbers: number[]) =>
    store.connection.collection(CUPS).insertMany(numbers.map((number) => ({ ...EVERY, number })));

  const answers = (limits: { most?: number; atOnce?: number } = {}) =>
    createWholeAnswers(store.connection, CUPS, { made, most: 10_000, ...limits });

  it('are the very same list until something changes', async () => {
    const ask = answers();
    const first = await ask(EVERY);

    const again = await ask(EVERY);
    await write(6);
    const after = await ask(EVERY);

    assert.equal(again, first);
    assert.deepEqual([first.length, after.length], [5, 6]);
  });

  it('hold the very documents of the time before, but for those that have changed', async () => {
    const ask = answers();
    const first = await ask(EVERY);
    await store.connection.collection(CUPS).updateOne({ number: 2 }, { $set: { number: 7 } });
    await store.connection.collection(CUPS).deleteOne({ number: 4 });

    const after = await ask(EVERY);

    assert.deepEqual(
      after.map(({ number }) => number),
      [1, 7, 3, 5],
    );
    assert.deepEqual(
      after.map((one) => first.indexOf(one)),
      [0, -1, 2, 4],
    );
  });

  it('are asked for once by all who ask in one turn', async () => {
    const ask = answers();

    const sent = await commandsOf(() => Promise.all([ask(EVERY), ask(EVERY), ask({ number: 2 })]));

    assert.deepEqual(sent, [`find ${CUPS}`, `find ${CUPS}`]);
  });

  it('are whole when they come in parts', async () => {
    const ask = answers({ atOnce: 2 });

    const found = await ask(EVERY);

    assert.equal(found.length, 5);
  });

  it('are forgotten beyond the bytes that may be kept', async () => {
    const ask = answers({ most: 10 });
    const first = await ask(EVERY);

    const again = await ask(EVERY);

    assert.notEqual(again, first);
    assert.deepEqual(again, first);
  });

  it('come all the same when the connection breaks in the middle', async () => {
    const shaky = await openTestStore({ testCommands: true });
    await shaky.db.collection(CUPS).insertOne({ ...EVERY, number: 1 });
    const data = { failCommands: ['find'], closeConnection: true };
    await shaky.client.db('admin').command({ configureFailPoint: 'failCommand', mode: { times: 1 }, data });
    const ask = createWholeAnswers(shaky, CUPS, { made, most: 10_000 });

    const found = await ask(EVERY);

    assert.equal(found.length, 1);
    await shaky.close();
  });
});
