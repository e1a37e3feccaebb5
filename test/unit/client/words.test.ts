import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fact } from '#contract/introductions';
import { LANGUAGES, type Language } from '#values/locale';
import { errors as clientErrors } from '../../../client/api/refusal.ts';

const root = join(import.meta.dirname, '../../..');
const surfaces = readdirSync(join(root, 'client/i18n/en')).map((file) => file.replace('.json', ''));

type Words = { [key: string]: string | Words };

function wordsOf(language: Language, surface: string): Map<string, string> {
  const words: Words = JSON.parse(
    readFileSync(join(root, `client/i18n/${language}/${surface}.json`), 'utf8'),
  );
  const flat = (part: Words, path: string): [string, string][] =>
    Object.entries(part).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
    );
  return new Map(flat(words, ''));
}

const PLURAL = /_(zero|one|two|few|many|other)$/;
const base = (key: string) => key.replace(PLURAL, '');
const keysOf = (words: Map<string, string>) => [...new Set([...words.keys()].map(base))].sort();
const blanksIn = (sentence: string) => [...new Set(sentence.match(/{{\w+}}/g) ?? [])].sort();

async function errorCodes(): Promise<string[]> {
  const slices = readdirSync(join(root, 'server'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const codes: string[] = [...clientErrors];
  for (const { name } of slices) {
    if (!readdirSync(join(root, 'server', name)).includes('contract.ts')) continue;
    const contract: { errors?: readonly string[] } = await import(`../../../server/${name}/contract.ts`);
    codes.push(...(contract.errors ?? []));
  }
  return codes;
}

/** Keys that a surface's source says in full; those it puts together are seen in the browser. */
function saidIn(folder: string): string[] {
  return readdirSync(join(root, 'client', folder), { encoding: 'utf8', recursive: true })
    .filter((file) => file.endsWith('.tsx') || file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(join(root, 'client', folder, file), 'utf8').matchAll(/\bt\('([\w.]+)'/g),
    ])
    .map(([, key]) => key ?? '');
}

describe('words in four languages', () => {
  for (const surface of surfaces) {
    const english = wordsOf('en', surface);

    for (const language of LANGUAGES) {
      it(`${surface} says the same in ${language} as in English`, () => {
        const words = wordsOf(language, surface);

        assert.deepEqual(keysOf(words), keysOf(english));
        for (const [key, sentence] of words) {
          if (PLURAL.test(key) && !key.endsWith('_other')) continue;
          assert.deepEqual(blanksIn(sentence), blanksIn(english.get(key) ?? ''), key);
        }
      });

      it(`${surface} counts in ${language} by its own plurals`, () => {
        const words = wordsOf(language, surface);
        const counted = keysOf(words).filter((key) => words.has(`${key}_other`));
        const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;

        for (const key of counted)
          for (const category of categories) assert(words.has(`${key}_${category}`), `${key}_${category}`);
      });
    }

    it(`${surface} has words for all that its source says`, () => {
      const common = wordsOf('en', 'common');
      const known = new Set([...keysOf(english), ...keysOf(common)]);
      const folders = surface === 'common' ? ['ui', 'i18n'] : [surface];

      for (const key of folders.flatMap(saidIn)) assert(known.has(key), key);
    });
  }

  it('every refusal has words, and no words are left of a refusal that is gone', async () => {
    const codes = new Set([...(await errorCodes()), 'title']);
    const worded = [...wordsOf('en', 'common').keys()].flatMap((key) => /^errors\.(.*)/.exec(key)?.[1] ?? []);

    assert.deepEqual(worded.sort(), [...codes].sort());
  });

  it('every fact has words for a host, and for a person from each side or from both at once', () => {
    const words = wordsOf('en', 'common');

    for (const { shape } of fact.options) {
      const { value: code } = shape.code;
      const hasSides = words.has(`facts.${code}.forYou`) && words.has(`facts.${code}.forThem`);
      assert(words.has(`facts.${code}.host`), code);
      assert(hasSides || words.has(`facts.${code}.shared`), code);
    }
  });
});
