import assert from 'node:assert/strict';
import { codeOf, withoutComments } from '../support/source-code.ts';
import { program, type SourceFile, tests, textOf } from '../support/source-tree.ts';
import { LOOKS_AWAY } from './house-plan.ts';

/** Every line of these files that a pattern finds, in what `read` leaves of them. */
function found(files: readonly SourceFile[], pattern: RegExp, read: (text: string) => string): string[] {
  return files.flatMap(({ path, text }) =>
    read(text)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  );
}

/** The text that only comments hold. */
function commentsOf(text: string): string {
  const code = withoutComments(text);
  return [...text]
    .map((character, at) => (character === code[at] && character !== '\n' ? ' ' : character))
    .join('');
}

/** The parts that may look at the machine's own clock; everybody else is given one. */
const HAS_THE_CLOCK =
  /^(?:server\/platform\/|server\/(?:main|build)\.ts$|client\/ui\/use-now\.ts$|matching\/bench\/)/;

describe('what may not be left behind', () => {
  const everything = () => [...program(), ...tests()].filter(({ path }) => !path.startsWith('test/tidy/'));

  it('is no note of work not done', () => {
    assert.deepEqual(found(everything(), /\b(?:TODO|FIXME|XXX|HACK)\b/, commentsOf), []);
  });

  it('is no code in comments', () => {
    const statement =
      /^\s*(?:\/\/|\*)\s*(?:(?:const|let|var)\s+[\w{[].*=|(?:if|for|while)\s*\(.*\)\s*\{?$|return\b.*;$|import\s.*from\s|await\s.*;$|[\w.]+\(.*\);$|\}\s*(?:else\b.*)?$)/;

    assert.deepEqual(found(everything(), statement, commentsOf), []);
  });

  it('is no `any`, in types or casts', () => {
    assert.deepEqual(found(everything(), /(?:[:<|&,]\s*|\bas\s+)any\b(?!\w)/, codeOf), []);
  });

  it('is no `!` that tells the compiler to be quiet', () => {
    assert.deepEqual(found(everything(), /[\w)\]]!(?=[.;,)\][]|\s*$)/, codeOf), []);
  });

  it('is no word to the linter or the compiler to look away without a reason in the plan', () => {
    const files = everything().filter(({ path }) => !(path in LOOKS_AWAY));

    assert.deepEqual(
      found(files, /biome-ignore|@ts-(?:ignore|expect-error|nocheck)|eslint-/, (text) => text),
      [],
    );
  });

  it('is no clock and no dice but those that are passed in', () => {
    const files = program().filter(({ path }) => !HAS_THE_CLOCK.test(path));

    assert.deepEqual(found(files, /\b(?:Date\.now\(|Math\.random\(|new Date\(\))/, codeOf), []);
  });

  it('is nothing printed past the log, but by what people run by hand', () => {
    const files = program().filter(
      ({ path }) => !/^(?:matching\/(?:evaluate|bench|simulate)\/|server\/(?:build|start)\.ts$)/.test(path),
    );

    assert.deepEqual(found(files, /\bconsole\./, codeOf), []);
  });

  it('is no test that waits for time to pass, or that runs alone', () => {
    assert.deepEqual(found(tests(), /\bsetTimeout\(|\b(?:it|describe)\.only\(/, codeOf), []);
  });

  it('is no version in the list of packages that may float', () => {
    const {
      dependencies,
      devDependencies,
    }: Record<string, Record<string, string>> = JSON.parse(textOf('package.json'));

    const floating = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
    );

    assert.deepEqual(floating, []);
    assert.match(textOf('.npmrc'), /^engine-strict=true$/m);
  });
});
