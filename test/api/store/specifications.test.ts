import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type EmbeddedStore, openStore } from '../../../server/platform/store/index.ts';
import { KNOWN_DIFFERENCES } from './specification-differences.ts';
import { isFields } from './unified-match.ts';
import { EJSON } from './unified-operations.ts';
import { meetsRequirements, runUnifiedTest } from './unified-runner.ts';

const SPECIFICATIONS = fileURLToPath(new URL('../../../../shared/data/mongodb-specs', import.meta.url));

interface Case {
  name: string;
  file: Record<string, unknown>;
  test: Record<string, unknown>;
}

function casesIn(folder: string): Case[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.json'),
  );
  return files.sort().flatMap((path) => {
    const file: unknown = EJSON.parse(readFileSync(join(folder, path), 'utf8'));
    if (!isFields(file) || !Array.isArray(file.tests) || !meetsRequirements(file)) return [];
    return file.tests
      .filter((test) => isFields(test) && meetsRequirements(test))
      .map((test) => ({ name: `${String(file.description)} › ${test.description}`, file, test }));
  });
}

describe("MongoDB's own specification tests", () => {
  if (!existsSync(SPECIFICATIONS)) {
    it.skip(`need the specification files in ${SPECIFICATIONS}, which are not there`, () => {});
    return;
  }
  let folder: string;
  let store: EmbeddedStore;
  let passed = 0;
  const cases = casesIn(SPECIFICATIONS);
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'store-'));
    store = await openStore({ folder, testCommands: true });
  });
  after(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
    console.log(
      `    ${passed} of ${cases.length} specification tests pass; the others are listed with their reasons`,
    );
  });

  for (const { name, file, test } of cases) {
    const reason = KNOWN_DIFFERENCES[name];
    it(reason === undefined ? name : `${name} (differs: ${reason})`, async () => {
      const run = runUnifiedTest(store.uri('admin'), file, test);

      if (reason === undefined) {
        await run;
        passed += 1;
      } else await assert.rejects(run, 'it passes now: take it off the list');
    });
  }

  it('the list of differences names no test that is not there', () => {
    const names = new Set(cases.map(({ name }) => name));

    const unknown = Object.keys(KNOWN_DIFFERENCES).filter((name) => !names.has(name));

    assert.deepEqual(unknown, []);
  });
});
