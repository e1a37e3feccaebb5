import assert from 'node:assert/strict';
import { createGathered } from '../../../server/platform/gathered.ts';

/** A reader of documents that are their ids, with all that it was asked for. */
function gatheredDocuments(known: readonly string[]) {
  const commands: string[][] = [];
  const read = createGathered(async (ids: string[]) => {
    commands.push(ids);
    return ids.filter((id) => known.includes(id)).map((_id) => ({ _id }));
  });
  return { commands, read };
}

describe('gathered readings', () => {
  it('go out as one command for all that is asked for in one turn, each id once', async () => {
    const { commands, read } = gatheredDocuments(['a', 'b']);

    const found = await Promise.all(['a', 'b', 'a', 'c'].map(read));

    assert.deepEqual(found, [{ _id: 'a' }, { _id: 'b' }, { _id: 'a' }, undefined]);
    assert.deepEqual(commands, [['a', 'b', 'c']]);
  });

  it('never join one that went out before they were asked for', async () => {
    const said = ['before'];
    const sent: (() => void)[] = [];
    const read = createGathered(async (ids: string[]) => {
      const text = said.at(-1) ?? '';
      await new Promise<void>((resume) => sent.push(resume));
      return ids.map((_id) => ({ _id, text }));
    });
    const first = read('a');
    while (sent.length === 0) await new Promise((resume) => setImmediate(resume));
    said.push('after');

    const second = read('a');
    while (sent.length === 1) await new Promise((resume) => setImmediate(resume));
    for (const resume of sent) resume();

    assert.deepEqual([(await first)?.text, (await second)?.text], ['before', 'after']);
  });

  it('fail for all who asked, and are tried anew for whoever asks then', async () => {
    let isDown = true;
    const read = createGathered(async (ids: string[]) => {
      if (isDown) throw new RangeError('down');
      return ids.map((_id) => ({ _id }));
    });

    const failed = await Promise.allSettled(['a', 'b'].map(read));
    isDown = false;

    assert.deepEqual(
      failed.map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    assert.deepEqual(await read('a'), { _id: 'a' });
  });
});
