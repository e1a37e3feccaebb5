import i18next from 'i18next';
import { directionOf, LANGUAGES, type Language } from '#values/locale';

/** A tree of sentences, with `{{gaps}}` for values. */
export interface Sentences {
  readonly [key: string]: string | readonly string[] | Sentences;
}

/** What fills the gaps of a sentence; `count` chooses among its plurals. */
export type WordValues = Readonly<Record<string, string | number>>;

/** The prose that the server sends, in the language of whoever it is for. */
export interface Words {
  /** @throws RangeError for a key that the language has no sentence for. */
  say(language: Language, key: string, values?: WordValues): string;
  /** A text of several paragraphs. @throws RangeError as `say` does. */
  paragraphs(language: Language, key: string, values?: WordValues): string[];
}

/** Keeps a name in Latin letters from turning the words around it, in a text that runs from right to left. */
function isolated(values: WordValues): WordValues {
  return Object.fromEntries(
    Object.entries(values).map(([gap, value]) => [
      gap,
      typeof value === 'string' ? `\u2068${value}\u2069` : value,
    ]),
  );
}

/** Speaks with these sentences; what fills a gap is taken as it is, so whoever writes HTML escapes the whole. */
export function createWords(sentences: Readonly<Record<Language, Sentences>>): Words {
  const speaker = i18next.createInstance();
  void speaker.init({
    lng: 'en',
    // A sentence that one language lacks is a fault that a test finds, not an English line in a Japanese mail.
    fallbackLng: false,
    supportedLngs: LANGUAGES,
    resources: Object.fromEntries(
      LANGUAGES.map((language) => [language, { translation: sentences[language] }]),
    ),
    interpolation: { escapeValue: false },
    initAsync: false,
  });

  function said(language: Language, key: string, values: WordValues): unknown {
    const filled = directionOf(language) === 'rtl' ? isolated(values) : values;
    if (!speaker.exists(key, { lng: language, ...filled })) throw new RangeError(`${language} has no ${key}`);
    return speaker.t(key, { lng: language, returnObjects: true, ...filled });
  }

  return {
    say(language, key, values = {}) {
      const sentence = said(language, key, values);
      if (typeof sentence !== 'string') throw new RangeError(`${key} is not one sentence`);
      return sentence;
    },
    paragraphs(language, key, values = {}) {
      const found = said(language, key, values);
      if (!Array.isArray(found)) throw new RangeError(`${key} is no list of paragraphs`);
      return found.map(String);
    },
  };
}
