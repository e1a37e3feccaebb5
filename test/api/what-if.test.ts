import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { PersonId } from '#contract/people';
import { choiceOf } from '../../matching/evaluate/policies.ts';
import type { Decision } from '../../server/introductions/decisions.ts';
import { personId as personIdOf } from '../../server/people/contract.ts';
import { backUp, restore } from '../../server/platform/store/backup.ts';
import { readTown } from '../../server/sample-data/town.ts';
import { spaceId } from '../../server/spaces/contract.ts';
import { report } from '../../server/what-if.ts';
import { UTRECHT } from '../builders/callers.ts';
import { createDevice, createPresent } from '../builders/people.ts';
import { createStaff } from '../builders/world.ts';
import { ROOT } from '../support/source-tree.ts';
import { databaseUrl } from '../support/test-database.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

/** Some of the written town come in, and whoever is offered somebody says yes; two of them meet. */
async function playMorning(test: TestHouse) {
  const host = await createStaff(test, 'host');
  const kiosk = (await createDevice(test, host)).token;
  const neighbours = readTown().slice(0, 10);
  const tokens = new Map<PersonId, string>();
  for (const [i, { name, languages, about, offers, needs, focuses }] of neighbours.entries()) {
    const seat = `s${String(i + 1).padStart(2, '0')}`;
    const focus = { text: focuses[0] ?? '', skills: [] };
    const who = { name, language: languages[0], offers, needs, focus, ...(about && { about }) };
    const { personId, token } = await createPresent(test, kiosk, seat, who);
    tokens.set(personIdOf.parse(personId), token);
    await test.house.app.settled();
  }
  const { introductions } = test.house.app.services;
  const all = await introductions.onBoard(spaceId.parse(UTRECHT), new Date(0), new Set(tokens.keys()));
  const offered = all.filter(({ state }) => state === 'offered');
  for (const { introductionId: id, pair } of offered)
    for (const one of pair)
      await test.call('POST', `/introductions/${id}/answers`, { answer: 'yes' }, tokens.get(one));
  const [first] = offered;
  assert(first, 'somebody was offered to somebody');
  const token = tokens.get(first.pair[0]);
  await test.call('POST', `/introductions/${first.introductionId}/outcomes`, { outcome: 'talked' }, token);
  return { suggested: all.length, offered: offered.length, neighbours };
}

describe('npm run what-if', () => {
  let test: TestHouse;
  let played: Awaited<ReturnType<typeof playMorning>>;
  let folder: string;
  let printed: string;
  let exported: string;

  before(async () => {
    test = await openTestHouse();
    played = await playMorning(test);
    folder = mkdtempSync(join(tmpdir(), 'ct-'));
    const url = databaseUrl(basename(test.folder));
    const copy = join(folder, 'copy');
    if (url === undefined) {
      backUp(test.folder, join(folder, 'store.backup'));
      restore(join(folder, 'store.backup'), copy);
    }
    const file = join(folder, 'decisions.jsonl');
    const env = { ...process.env, LOG_LEVEL: 'error', DATABASE_URL: url ?? '', DATA_DIR: copy };
    const typed = ['--import', 'tsx', 'server/what-if.ts', '--export', file];
    const { stdout, stderr, status } = spawnSync(process.execPath, typed, {
      cwd: ROOT,
      env,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    printed = stdout;
    exported = readFileSync(file, 'utf8');
  });

  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await test.close();
  });

  const decisions = (): Decision[] =>
    exported
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('exports every suggestion with the chance it was made with, and what came of it', () => {
    const outcomes = decisions().map(({ outcome }) => outcome);

    assert.equal(outcomes.length, played.suggested);
    assert.equal(outcomes.filter((one) => one === 'met').length, 1);
    assert.equal(outcomes.filter((one) => one === 'accepted').length, played.offered - 1);
    for (const one of decisions()) {
      assert(one.pair.includes(one.asked));
      assert(choiceOf(one).of >= 1);
    }
  });

  it('exports nobody’s name and nobody’s words', () => {
    for (const { name, about = name, focuses } of played.neighbours)
      for (const words of [name, about, ...focuses]) assert(!exported.includes(words), words);
  });

  it('says how many were offered, and that a morning is too little', () => {
    assert.match(printed, new RegExp(`^${played.suggested} suggestions .*; ${played.offered} were offered`));
    assert.match(printed, /only chance +too little: the log amounts to \d+ of its offers, 30 are wanted/);
  });

  it('says of a house that has suggested nothing yet that it is too little', () => {
    const lines = report([]);

    assert.equal(
      lines[0],
      '0 suggestions with their chance; 0 were offered and are over, 0 of them drawn by chance.',
    );
    assert.match(
      lines[4] ?? '',
      /^ {2}as it was +too little: the log amounts to 0 of its offers, 30 are wanted$/,
    );
  });

  it('tells what it came to as soon as there is enough, and of chance only with enough of it', () => {
    const [one] = decisions();
    assert(one);
    const many = Array.from({ length: 200 }, (_, i) => ({
      ...one,
      propensity: 0.955,
      outcome: i % 4 === 0 ? ('useful' as const) : ('not_accepted' as const),
    }));

    const lines = report(many);

    const asItWas = lines.find((line) => line.startsWith('  as it was'));
    assert.match(asItWas ?? '', /25\.0 % \(19\.0 % … 31\.0 %\) .* 200 +100\.0 %$/);
  });
});
