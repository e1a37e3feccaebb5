import assert from 'node:assert/strict';
import { createLedgerService, type LedgerService } from '../../server/ledger/service.ts';
import { buildIndexes } from '../../server/platform/database.ts';
import { sampleSpace } from '../../server/sample-data/sample-space.ts';
import { createSpaceService } from '../../server/spaces/service.ts';
import { openEmptyStore } from '../support/open-connection.ts';
import { saw } from '../support/storm-size.ts';
import { testClock } from '../support/test-house.ts';

const CLERKS = 4;
const ENTRIES = 500;

describe('five hundred entries at once', () => {
  let store: Awaited<ReturnType<typeof openEmptyStore>>;
  let clerks: LedgerService[];
  const book = { spaceId: sampleSpace().id, unit: 'EUR' } as const;
  const clock = testClock();

  beforeEach(async () => {
    store = await openEmptyStore();
    const { connection } = store;
    const spaces = createSpaceService({ connection });
    // Each takes its own turns, as the processes of several servers would: only the index is between them.
    clerks = Array.from({ length: CLERKS }, () => createLedgerService({ connection, clock, spaces }));
    await buildIndexes(connection);
  });

  afterEach(() => store.close());

  const write = (index: number, cause: string) =>
    clerks[index % CLERKS]?.append(book, cause, () => ({
      at: clock.now(),
      about: { kind: 'gift' },
      postings: [
        { account: 'own:gifts', amount: index + 1 },
        { account: 'liability:seat-fund', amount: -index - 1 },
      ],
    }));

  it('are numbered without a gap or a twin, chained, and sum to what was paid in', async () => {
    const causes = Array.from({ length: ENTRIES }, (_, index) => `gift:${index}`);

    await Promise.all(causes.map((cause, index) => write(index, cause)));

    const numbers: number[] = [];
    for await (const { number } of clerks[0]?.walk(book) ?? []) numbers.push(number);
    const proof = await clerks[1]?.prove(book);
    const balances = await clerks[2]?.balances(book);
    assert.deepEqual(
      numbers,
      causes.map((_, index) => index + 1),
    );
    assert.deepEqual([proof?.entries, proof?.fault], [ENTRIES, undefined]);
    assert.deepEqual(balances?.balances, { 'liability:seat-fund': -125_250, 'own:gifts': 125_250 });
    saw(`${numbers.length} entries by ${CLERKS} clerks, numbers 1 to ${numbers.at(-1)}`);
  }).timeout(240_000);

  it('are one where they have one cause', async () => {
    const written = await Promise.all(Array.from({ length: 40 }, (_, index) => write(index, 'the-same')));

    assert.equal(written.filter((one) => one?.isNew).length, 1);
    assert.equal(new Set(written.map((one) => one?.entry.hash)).size, 1);
  });

  it('are undone by a reversal, once', async () => {
    await write(7, 'a-mistake');

    await Promise.all([0, 1].map((clerk) => clerks[clerk]?.reverse(book, 'a-mistake')));

    const balances = await clerks[0]?.balances(book);
    assert.deepEqual([balances?.upTo, balances?.balances], [2, {}]);
  });

  for (const [what, change, rule] of [
    ['an amount', { 'postings.0.amount': 9 }, 'hash'],
    ['what it is about', { 'about.person': 'somebody' }, 'hash'],
    ['the link to the one before', { previous: 'forged' }, 'hash'],
    ['its number', { number: 40 }, 'gap'],
  ] as const)
    it(`are found altered by the proof, which names the entry (${what})`, async () => {
      for (const index of [0, 1, 2]) await write(index, `gift:${index}`);
      await store.connection.collection('entries').updateOne({ number: 2 }, { $set: change });

      const proof = await clerks[0]?.prove(book);

      assert.deepEqual(proof?.fault, { number: rule === 'gap' ? 3 : 2, rule });
    });
});
