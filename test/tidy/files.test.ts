import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { functionsOf } from '../support/source-code.ts';
import { filesBelow, program, ROOT } from '../support/source-tree.ts';
import {
  ENGINE_FOLDERS,
  LONG_FUNCTIONS,
  OWN_FILES,
  PIPELINE,
  RANKS,
  RULE_FILES,
  SLICE_FILES,
  TOP_LEVEL,
} from './house-plan.ts';

const LONGEST_FILE = 210;
const LONGEST_FUNCTION = 70;

const linesOf = (text: string) => text.trimEnd().split('\n').length;

/** The files directly in slices, as `slice/name.ts`. */
const filesOfSlices = () =>
  filesBelow('server', /\.ts$/)
    .map(({ path }) => path.replace(/^server\//, ''))
    .filter((path) => path.split('/').length === 2 && (path.split('/')[0] ?? '') in RANKS);

describe('the files of the house', () => {
  it('stand at the top only where the plan has a place for them', () => {
    const found = readdirSync(ROOT).filter((name) => !name.startsWith('.') && name !== 'node_modules');

    const unplanned = found.filter((name) => !TOP_LEVEL.includes(name));

    assert.deepEqual(unplanned, []);
  });

  it('show in the engine its pipeline and the folders it is built on', () => {
    const found = readdirSync(join(ROOT, 'matching')).sort();

    const planned = [...PIPELINE, ...ENGINE_FOLDERS, 'README.md', 'bench', 'evaluate', 'simulate'].sort();
    assert.deepEqual(found, planned);
  });

  it('have in every slice only names of the closed list, or a reason', () => {
    const planned = new Set([...Object.keys(OWN_FILES), ...RULE_FILES]);

    const unplanned = filesOfSlices().filter(
      (path) => !(basename(path) in SLICE_FILES) && !planned.has(path),
    );

    assert.deepEqual(unplanned, []);
  });

  it('are all there that the plan gives a reason for', () => {
    const found = new Set(filesOfSlices());

    const stale = [...Object.keys(OWN_FILES), ...RULE_FILES].filter((path) => !found.has(path));

    assert.deepEqual(stale, []);
  });

  it('are named by nouns, in lower case with hyphens, and by none that means nothing', () => {
    const nothing = /(?:^|-)(?:utils?|helpers?|manager|misc|common)(?:-|$)/;

    const odd = [...program(), ...filesBelow('test', /\.tsx?$/)]
      .map(({ path }) => path)
      .filter((path) => {
        const stem = basename(path).replace(/(?:\.(?:test|config|d))?\.tsx?$/, '');
        return !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(stem) || nothing.test(stem);
      });

    assert.deepEqual(odd, []);
  });

  it(`are at most ${LONGEST_FILE} lines long`, () => {
    const long = program()
      .filter(({ text }) => linesOf(text) > LONGEST_FILE)
      .map(({ path, text }) => `${path}: ${linesOf(text)} lines`);

    assert.deepEqual(long, []);
  });

  it(`hold functions of at most ${LONGEST_FUNCTION} lines, not counting those that they make`, () => {
    const functions = program().flatMap(({ path, text }) =>
      functionsOf(text).map((found) => ({ ...found, id: `${path} ${found.name}` })),
    );

    const long = functions
      .filter(({ lines, id }) => lines > LONGEST_FUNCTION && !(id in LONG_FUNCTIONS))
      .map(({ id, line, lines }) => `${id} (line ${line}): ${lines} lines`);

    assert.deepEqual(long, []);
    assert(functions.length > 500, 'the functions have been found');
  });

  it('keep no exception that nothing needs any more', () => {
    const long = new Set(
      program().flatMap(({ path, text }) =>
        functionsOf(text)
          .filter(({ lines }) => lines > LONGEST_FUNCTION)
          .map(({ name }) => `${path} ${name}`),
      ),
    );

    const stale = Object.keys(LONG_FUNCTIONS).filter((id) => !long.has(id));

    assert.deepEqual(stale, []);
  });
});
