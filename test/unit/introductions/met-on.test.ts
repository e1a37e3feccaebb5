import assert from 'node:assert/strict';
import { introductionId } from '../../../server/introductions/contract.ts';
import { createIntroductionModel } from '../../../server/introductions/model.ts';
import { readConfig } from '../../../server/platform/config.ts';
import { createLog } from '../../../server/platform/log.ts';
import { sampleSpace } from '../../../server/sample-data/sample-space.ts';
import { createServices } from '../../../server/services.ts';
import { spaceId } from '../../../server/spaces/contract.ts';
import { ANA, introductionOf } from '../../builders/introductions.ts';
import { openEmptyStore } from '../../support/open-connection.ts';
import { testClock } from '../../support/test-house.ts';

const cases = [
  { at: '2026-11-24T22:59:00Z', date: '2026-11-24', counts: 1, because: 'the day lasts until midnight' },
  { at: '2026-11-24T23:00:00Z', date: '2026-11-24', counts: 0, because: 'midnight is the next day' },
  { at: '2026-10-25T22:30:00Z', date: '2026-10-25', counts: 1, because: 'the day has 25 hours' },
  { at: '2026-03-29T22:30:00Z', date: '2026-03-29', counts: 0, because: 'the day has 23 hours' },
  { at: '2026-11-24T12:00:00Z', date: '2026-11-24', counts: 0, in: 'elsewhere', because: 'it was elsewhere' },
];

describe('the talks that visits led to', () => {
  let store: Awaited<ReturnType<typeof openEmptyStore>>;

  beforeEach(async () => {
    store = await openEmptyStore();
  });

  afterEach(() => store.close());

  const space = sampleSpace();
  for (const { at, date, counts, because, in: where = space.id } of cases)
    it(`count ${counts} of ${at} for ${date}, because ${because}`, async () => {
      const { connection } = store;
      const { introductions } = createServices({
        connection,
        config: readConfig({}),
        clock: testClock(),
        log: createLog('silent'),
        secret: 'a secret that nobody but this test knows',
        mailer: { way: 'file', send: async () => undefined, close: () => undefined },
      });
      const _id = introductionId.parse('met');
      const talk = introductionOf({ _id, spaceId: spaceId.parse(where), state: 'met', metAt: new Date(at) });
      await createIntroductionModel(connection).insertOne(talk);

      assert.equal(await introductions.metOn(space, [{ personId: ANA, date }]), counts);
    });
});
