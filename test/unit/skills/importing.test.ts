import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { candidatesOf, idOf } from '../../../server/skills/candidates.ts';
import { readList } from '../../../server/skills/lists.ts';
import { seed } from '../../../server/skills/seed.ts';

const ESCO = `conceptUri,reuseLevel,preferredLabel,altLabels
urn:1,sector,falconry,"keep falcons
train falcons"
urn:2,sector,bookkeeping,keep books
`;
const DUTCH = `conceptUri,preferredLabel,altLabels
urn:1,valkerij,valken houden
`;
const TOPICS = `topic\tdisplay_name\taliases\trelated\tshort_description
abap\tABAP\tsap-abap, abap-code\tlanguage\tA language.
`;
const REAL = join(process.cwd(), '..', 'shared', 'data', 'skills');

describe('a list of skills', () => {
  it('is read with its synonyms and the line each skill begins on', () => {
    const { listed, faults } = readList('skills_en.csv', ESCO);

    assert.deepEqual(faults, []);
    assert.deepEqual(
      listed.map(({ label, line, synonyms }) => [label, line, synonyms]),
      [
        ['falconry', 2, ['keep falcons', 'train falcons']],
        ['bookkeeping', 4, ['keep books']],
      ],
    );
  });

  it('may be one of topics, between tabs', () => {
    const { listed } = readList('topics.tsv', TOPICS);

    assert.deepEqual(listed[0]?.synonyms, ['sap-abap', 'abap-code']);
    assert.equal(listed[0]?.label, 'ABAP');
  });

  for (const { text, line, because } of [
    { text: 'colour,size\nred,4\n', line: 1, because: 'a list of something else' },
    { text: 'conceptUri,preferredLabel\nurn:1,\n', line: 2, because: 'a skill without a name' },
    { text: 'conceptUri,preferredLabel\nurn:1,a,b\n', line: 2, because: 'more values than columns' },
  ]) {
    it(`is refused by line: ${because}`, () => {
      const { faults } = readList('a.csv', text);

      assert.deepEqual(
        faults.map((fault) => [fault.file, fault.line]),
        [['a.csv', line]],
      );
    });
  }

  it('brings what is new in every language it speaks, and says where English stands in', () => {
    const listed = [...readList('s_en.csv', ESCO).listed, ...readList('s_nl.csv', DUTCH).listed];

    const { added, known } = candidatesOf(listed, seed);

    assert.deepEqual(
      added.map(({ entry, fallsBack }) => [entry.id, entry.labels, fallsBack]),
      [['falconry', { en: 'falconry', nl: 'valkerij', ar: 'falconry', ja: 'falconry' }, ['ar', 'ja']]],
    );
    assert.deepEqual(known, [{ file: 's_en.csv', line: 4, label: 'bookkeeping', skill: 'bookkeeping' }]);
  });

  it('is in the language that its file is named for, else in English', () => {
    const text = 'conceptUri,preferredLabel\nurn:1,Falconry\n';
    const files = ['skills_nl.csv', 'skills_v1.1_ar_2.csv', 'skills_de_ja.csv', 'skills_de.csv', 'nl.csv'];

    const languages = files.map((file) => readList(file, text).listed[0]?.language);

    assert.deepEqual(languages, ['nl', 'ar', 'ja', 'en', 'en']);
  });

  it('is in conflict where its id is another skill, with the line', () => {
    const listed = readList(
      's_en.csv',
      'conceptUri,preferredLabel\nurn:1,C R M\nurn:2,Public: sector\n',
    ).listed;

    const { conflicts } = candidatesOf(listed, seed);

    assert.deepEqual(conflicts, [
      { file: 's_en.csv', line: 3, label: 'Public: sector', skill: 'public-sector' },
    ]);
  });

  it('keeps C, C++ and C# apart', () => {
    assert.deepEqual(['C', 'C++', 'C#'].map(idOf), ['c', 'c-plus-plus', 'c-sharp']);
  });
});

describe('npm run import-skills', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'common-table-skills-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function run(from: string, ...more: string[]) {
    const typed = ['--import', 'tsx', 'server/import-skills.ts', '--from', from, ...more];
    const env = { ...process.env, DATA_DIR: join(folder, 'data'), DATABASE_URL: '' };
    return spawnSync(process.execPath, typed, { encoding: 'utf8', env });
  }

  it('writes nothing on a trial, all of it once, and knows it the next time', () => {
    writeFileSync(join(folder, 's_en.csv'), ESCO);

    const trial = run(folder, '--dry-run');
    const first = run(folder);
    const second = run(folder);

    assert.match(trial.stdout, /1 new, 1 known already, 0 in conflict[\s\S]*nothing was written/);
    assert.match(first.stdout, /1 new, 1 known already/);
    assert.match(second.stdout, /0 new, 2 known already/);
    assert.deepEqual([trial.status, first.status, second.status], [0, 0, 0]);
  });

  it('imports nothing when one line of one file is wrong, names it, and ends with 2', () => {
    writeFileSync(join(folder, 'a_en.csv'), ESCO);
    writeFileSync(join(folder, 'b_en.csv'), 'conceptUri,preferredLabel\nurn:9,\n');

    const { status, stderr } = run(folder);

    assert.equal(status, 2);
    assert.match(stderr, /b_en\.csv:2: no preferredLabel\nNothing was imported\./);
    assert.ok(!readdirSync(folder).includes('data'), 'no store was even opened');
  });

  it('reads the real lists, where they are at hand', function () {
    if (!existsSync(REAL)) {
      console.log(`      skipped: ${REAL} is missing`);
      this.skip();
    }

    const { status, stdout, stderr } = run(REAL, '--dry-run');

    assert.equal(status, 0, stderr);
    assert.ok(Number(/(\d+) new/.exec(stdout)?.[1]) > 4000, stdout);
  });
});
