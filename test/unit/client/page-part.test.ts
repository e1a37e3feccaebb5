import assert from 'node:assert/strict';
import { loadPart } from '../../../client/api/page-part.ts';

/** A browser whose house answers after so many looks; it remembers what the page asked of it. */
function browserOf(looksUntilThere: number, kept = new Map<string, string>()) {
  const asked = { waits: [] as number[], looks: 0, reloads: 0 };
  let reloaded: () => void = () => undefined;
  const leaving = new Promise<void>((resolve) => {
    reloaded = resolve;
  });
  const trying = {
    wait: async (milliseconds: number) => void asked.waits.push(milliseconds),
    isThere: async () => ++asked.looks > looksUntilThere,
    reload: () => {
      asked.reloads++;
      reloaded();
    },
    memory: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
  };
  return { trying, asked, kept, leaving };
}

const missing = async (): Promise<string> => {
  throw new TypeError('Failed to fetch dynamically imported module');
};

describe('a part of the page', () => {
  it('is loaded without asking for anything else', async () => {
    const { trying, asked } = browserOf(0);

    const part = await loadPart('board', async () => 'the board', trying);

    assert.equal(part, 'the board');
    assert.deepEqual(asked, { waits: [], looks: 0, reloads: 0 });
  });

  it('that is missing while the house starts again is waited for, longer each time, and the page loaded anew', async () => {
    const { trying, asked, leaving } = browserOf(6);

    void loadPart('board', missing, trying);
    await leaving;

    assert.deepEqual(asked, { waits: [1000, 2000, 4000, 8000, 10_000, 10_000], looks: 7, reloads: 1 });
  });

  it('that is missing still after that is a fault, and not a page that loads for ever', async () => {
    const first = browserOf(0);
    void loadPart('board', missing, first.trying);
    await first.leaving;
    const second = browserOf(0, first.kept);
    await loadPart('words', async () => 'there', second.trying);

    await assert.rejects(loadPart('board', missing, second.trying), TypeError);

    assert.equal(second.asked.reloads, 0);
  });

  it('takes others that are missing with it: one page is loaded anew once', async () => {
    const { trying, asked, leaving } = browserOf(1);
    const faults: unknown[] = [];

    for (let part = 0; part < 3; part++)
      loadPart('board', missing, trying).catch((fault) => faults.push(fault));
    await leaving;
    await new Promise((resume) => setImmediate(resume));

    assert.deepEqual([faults, asked.reloads], [[], 1]);
  });

  it('may be waited for again once it was there', async () => {
    const kept = new Map([['common-table-loaded-anew board', 'yes']]);
    const there = browserOf(0, kept);
    await loadPart('board', async () => 'the board', there.trying);
    const again = browserOf(0, kept);

    void loadPart('board', missing, again.trying);
    await again.leaving;

    assert.equal(again.asked.reloads, 1);
  });
});
