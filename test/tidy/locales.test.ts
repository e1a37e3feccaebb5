import assert from 'node:assert/strict';
import { filesBelow } from '../support/source-tree.ts';

/** Counts follow each language's own plurals, so a counted sentence has other endings in every language. */
const PLURAL = /_(?:zero|one|two|few|many|other)$/;
const PLURALS = {
  en: ['one', 'other'],
  nl: ['one', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
  ja: ['other'],
} as const;

type Language = keyof typeof PLURALS;
const LANGUAGES = Object.keys(PLURALS).filter((name): name is Language => name in PLURALS);

/** Every sentence of a file by its dotted key. */
function sentencesOf(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  // A text of several paragraphs must say in each language what it says in every other.
  if (Array.isArray(value)) return new Map([[path, value.join('\n') || '–']]);
  if (typeof value !== 'object' || value === null) throw new RangeError(`${path} is no text`);
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [...sentencesOf(inner, path ? `${path}.${key}` : key)]),
  );
}

/** All words of the client and of the house's mails and papers, as surface → language → key → sentence. */
function words(): Map<string, Map<Language, Map<string, string>>> {
  const all = new Map<string, Map<Language, Map<string, string>>>();
  const files = ['client/i18n', 'server/messages'].flatMap((folder) => filesBelow(folder, /\.json$/));
  for (const { path, text } of files) {
    const [, language = '', file = 'messages'] =
      /^(?:client\/i18n|server\/messages)\/(\w+)(?:\/(\w+))?\.json$/.exec(path) ?? [];
    const known = LANGUAGES.find((one) => one === language);
    if (!known) throw new RangeError(`${path} is in no language of the house`);
    const surface = all.get(file) ?? new Map<Language, Map<string, string>>();
    all.set(file, surface.set(known, sentencesOf(JSON.parse(text))));
  }
  return all;
}

const stems = (sentences: ReadonlyMap<string, string>) =>
  new Set([...sentences.keys()].map((key) => key.replace(PLURAL, '')));

/** The names of a sentence's gaps, in order; a count may be a word of the sentence instead. */
const gapsOf = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name]) => name))]
    .filter((name) => name !== 'count' && name !== 'number')
    .sort()
    .join(' ');

/** What a page asks for by name, `t('save')` or `t(isOn ? 'on' : 'off')`; a name put together of parts is not seen. */
const ASKED = /\bt\(\s*(?:[^'"`,;()]*\?\s*)?'([\w.-]+)'(?:\s*:\s*'([\w.-]+)')?/g;

/** The keys that each file of the client asks for, and those that its own surface and `common` hold. */
function askedFor(): { path: string; asked: string[]; held: Set<string> }[] {
  const known = words();
  return filesBelow('client', /\.tsx?$/).map(({ path, text }) => {
    const own = [...text.matchAll(/useTranslation\('(\w+)'\)/g)].map(([, name = '']) => name);
    const held = ['common', ...own].flatMap((name) => [...stems(known.get(name)?.get('en') ?? new Map())]);
    const asked = [...text.matchAll(ASKED)].flatMap(([, one, other]) => [one ?? '', other ?? '']);
    return { path, asked: asked.filter((key) => key !== ''), held: new Set(held) };
  });
}

describe('the words of the house', () => {
  it('exist on every surface in all four languages, key by key', () => {
    const lost: string[] = [];

    for (const [file, languages] of words()) {
      const everywhere = new Set([...languages.values()].flatMap((sentences) => [...stems(sentences)]));
      for (const language of LANGUAGES) {
        const here = stems(languages.get(language) ?? new Map());
        for (const key of everywhere) if (!here.has(key)) lost.push(`${language}/${file}: ${key}`);
      }
    }

    assert.deepEqual(lost, []);
  });

  it('hold all that the pages ask for by name', () => {
    const pages = askedFor();

    const lost = pages.flatMap(({ path, asked, held }) =>
      asked.filter((key) => !held.has(key)).map((key) => `${path}: ${key}`),
    );

    assert.deepEqual(lost, []);
    assert(pages.flatMap(({ asked }) => asked).length > 100, 'the pages have been read');
  });

  it('count as each language counts', () => {
    const wrong: string[] = [];

    for (const [file, languages] of words())
      for (const [language, sentences] of languages) {
        const counted = new Set([...sentences.keys()].filter((key) => PLURAL.test(key)));
        for (const stem of new Set([...counted].map((key) => key.replace(PLURAL, ''))))
          for (const ending of PLURALS[language])
            if (!counted.has(`${stem}_${ending}`)) wrong.push(`${language}/${file}: ${stem}_${ending}`);
      }

    assert.deepEqual(wrong, []);
  });

  it('are never empty and never broken off inside a gap', () => {
    const bad: string[] = [];

    for (const [file, languages] of words())
      for (const [language, sentences] of languages)
        for (const [key, text] of sentences) {
          const left = text.replace(/\{\{[^{}]*\}\}/g, '');
          if (text.trim() === '' || /[{}]/.test(left)) bad.push(`${language}/${file}: ${key}`);
        }

    assert.deepEqual(bad, []);
  });

  it('leave the same gaps in every language, save that a count may be a word', () => {
    const different: string[] = [];

    for (const [file, languages] of words()) {
      const english = languages.get('en') ?? new Map<string, string>();
      for (const [language, sentences] of languages)
        for (const [key, text] of sentences) {
          const model = english.get(key) ?? english.get(key.replace(PLURAL, '_other'));
          const gaps = gapsOf(text);
          const wanted = gapsOf(model ?? '');
          if (gaps !== wanted) different.push(`${language}/${file}: ${key}`);
        }
    }

    assert.deepEqual(different, []);
  });
});
