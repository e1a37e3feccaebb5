import assert from 'node:assert/strict';
import { mongo } from 'mongoose';
import { createDecoder } from '../../../server/platform/decoded.ts';
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

describe('a decoder', () => {
  const bytesOf = (document: object) => mongo.BSON.serialize(document);

  function countingDecoder(most: number) {
    const made: unknown[] = [];
    const decode = createDecoder((document) => {
      made.push(document._id);
      return document;
    }, most);
    return { made, decode };
  }

  it('gives the very same value for the same bytes, and another as soon as they differ', () => {
    const { made, decode } = countingDecoder(10);
    const first = decode(bytesOf({ _id: 'a', cups: 1 }));

    const again = decode(bytesOf({ _id: 'a', cups: 1 }));
    const changed = decode(bytesOf({ _id: 'a', cups: 2 }));

    assert.equal(again, first);
    assert.deepEqual(changed, { _id: 'a', cups: 2 });
    assert.deepEqual(made, ['a', 'a']);
  });

  it('tells documents apart whose ids are no texts, or do not come first', () => {
    const { decode } = countingDecoder(10);

    const found = [{ _id: 7 }, { _id: 8 }, { cups: 1, _id: 'c' }].map((one) => decode(bytesOf(one)));

    assert.deepEqual(found, [{ _id: 7 }, { _id: 8 }, { cups: 1, _id: 'c' }]);
  });

  it('forgets what was not asked for lately, and keeps the rest', () => {
    const { made, decode } = countingDecoder(4);
    const ask = (_id: string) => decode(bytesOf({ _id }));

    for (const _id of ['a', 'b', 'c', 'b', 'd', 'e']) ask(_id);
    made.length = 0;
    for (const _id of ['e', 'd', 'b', 'a']) ask(_id);

    assert.deepEqual(made, ['a']);
  });
});
