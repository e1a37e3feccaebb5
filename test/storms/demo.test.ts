import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Demo {
  process: ChildProcess;
  /** All that it has said so far. */
  said(): string;
  /** Resolves with what it has said when that holds a match. @throws when it ends without. */
  until(words: RegExp): Promise<string>;
  /** Its exit code, once it has ended and all its output is read. */
  ended: Promise<number | null>;
}

describe('the demonstration', function () {
  this.timeout(90_000);
  let folder: string;
  let demo: Demo | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ct-demo-test-'));
  });

  afterEach(async () => {
    demo?.process.kill('SIGKILL');
    await demo?.ended;
    await rm(folder, { recursive: true, force: true });
  });

  function startDemo(...options: string[]): Demo {
    const args = ['--import', 'tsx', 'server/sample-data/demo.ts', '--port', '0', ...options];
    const child = spawn(process.execPath, args, { env: { ...process.env, TMPDIR: folder } });
    let said = '';
    const waiting = new Set<() => void>();
    for (const output of [child.stdout, child.stderr])
      output.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        for (const look of waiting) look();
      });
    const ended = once(child, 'close').then(([code]) => code as number | null);
    demo = {
      process: child,
      ended,
      said: () => said,
      until: (words) =>
        new Promise((resolve, reject) => {
          const look = () => words.test(said) && resolve(said);
          waiting.add(look);
          void ended.then(() => reject(new Error(`it ended without ${words}:\n${said}`)));
          look();
        }),
    };
    return demo;
  }

  /** A connection to the demonstration's house: it closes when the house does. */
  async function lineTo(said: string): Promise<Socket> {
    const port = Number(/http:\/\/localhost:(\d+)\/kiosk/.exec(said)?.[1]);
    const line = connect(port, '127.0.0.1');
    line.on('error', () => undefined);
    await once(line, 'connect');
    return line;
  }

  const dataFolders = async () =>
    (await readdir(folder)).filter((name) => name.startsWith('common-table-demo-'));

  /** The house is empty, and whoever came has drawn their seat of the thirty that the fund affords that day. */
  function assertEmptied(said: string): void {
    const came = Number(/(\d+) came\./.exec(said)?.[1]);
    assert(said.includes(` 0 here, ${30 - came} seats free`), said);
  }

  it('plays a quick day in which somebody meets, and leaves nothing behind', async () => {
    const { until, ended, said } = startDemo('--quick');
    const line = await lineTo(await until(/nothing is kept/));
    const closed = once(line, 'close');

    const code = await ended;

    assert.equal(code, 0, said());
    assert.match(
      said(),
      /came\. \d+ suggestions, [1-9]\d* offered to both, [1-9]\d* introductions, [1-9]\d* met\./,
    );
    assertEmptied(said());
    await closed;
    assert.deepEqual(await dataFolders(), []);
  });

  it('lets everybody leave on Ctrl-C, in the middle of the day', async () => {
    const { process: child, until, ended, said } = startDemo('--quick', '--speed', '30');
    const line = await lineTo(await until(/nothing is kept/));
    const closed = once(line, 'close');
    await until(/ [1-9]\d* here/);
    assert.equal((await dataFolders()).length, 1);

    child.kill('SIGINT');
    const code = await ended;

    assert.equal(code, 0, said());
    assert.match(said(), /Everybody leaves/);
    assertEmptied(said());
    await closed;
    assert.deepEqual(await dataFolders(), []);
  });

  it('leaves no house behind when it is killed without a word', async () => {
    const { process: child, until, ended } = startDemo('--quick');
    const line = await lineTo(await until(/nothing is kept/));
    const closed = once(line, 'close');

    child.kill('SIGKILL');

    await ended;
    await closed;
  });

  it('says in a sentence that the records are not there', async () => {
    const { ended, said } = startDemo('--from', join(folder, 'nowhere'));

    const code = await ended;

    assert.equal(code, 2);
    assert.match(said(), /^There is no needs\.jsonl\.gz in .*nowhere: --from wants/);
    assert(!said().includes('    at '), said());
  });
});
