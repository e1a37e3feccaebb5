import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { directionOf, isLanguage, LANGUAGES, type Language } from '#values/locale';
import { loadPart } from '../api/page-part.ts';
import { loadLetters } from './letters.ts';

/** Each surface has its own words, and `common` holds what all of them say: errors, facts, openness, languages. */
export type Words =
  | 'common'
  | 'kiosk'
  | 'board'
  | 'member'
  | 'host'
  | 'public'
  | 'booking'
  | 'door'
  | 'papers'
  | 'impacts';

const files = import.meta.glob<Record<string, unknown>>('./*/*.json', { import: 'default' });

const backend: BackendModule = {
  type: 'backend',
  init() {},
  async read(language, words) {
    const load = files[`./${language}/${words}.json`];
    if (!load) throw new RangeError(`no words for ${language}/${words}`);
    return loadPart(`${language}/${words}`, load);
  },
};

const REMEMBERED = 'common-table-language';

/** The language this browser was last used in, or the first of its own that the house speaks. */
export function preferredLanguage(): Language {
  const wishes = [
    localStorage.getItem(REMEMBERED) ?? '',
    ...navigator.languages.map((tag) => tag.slice(0, 2)),
  ];
  return wishes.find(isLanguage) ?? 'en';
}

/** Has anybody chosen a language in this browser? */
export function isLanguageChosen(): boolean {
  return isLanguage(localStorage.getItem(REMEMBERED) ?? '');
}

/** Starts the words of a surface; `<html>` always carries the language and its direction. */
export async function startWords(words: Words, language = preferredLanguage()): Promise<void> {
  i18next.on('languageChanged', (next) => {
    document.documentElement.lang = next;
    document.documentElement.dir = isLanguage(next) ? directionOf(next) : 'ltr';
    if (isLanguage(next)) void loadLetters(next);
  });
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'en',
      supportedLngs: LANGUAGES,
      ns: ['common', words],
      defaultNS: 'common',
      fallbackNS: 'common',
      // React escapes what it shows.
      interpolation: { escapeValue: false },
    });
}

/** Changes the language of the page; `remember` on a phone, never on a device that many people use. */
export async function speak(language: Language, { remember }: { remember: boolean }): Promise<void> {
  if (remember) localStorage.setItem(REMEMBERED, language);
  await i18next.changeLanguage(language);
}

const allSpoken = new Map<Words, Promise<void>>();

/** The words of a surface in every language, for a page that speaks them side by side; asked for once. */
export function speakAll(words: Words): Promise<void> {
  const known = allSpoken.get(words);
  if (known) return known;
  const spoken = (async () => {
    await i18next.loadNamespaces(words);
    await i18next.loadLanguages(LANGUAGES);
    await Promise.all(LANGUAGES.map(loadLetters));
  })();
  allSpoken.set(words, spoken);
  return spoken;
}
