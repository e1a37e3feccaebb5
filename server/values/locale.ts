/** The languages every surface, mail and error message exists in. */
export const LANGUAGES = ['en', 'nl', 'ar', 'ja'] as const;

export type Language = (typeof LANGUAGES)[number];

/**
 * How each language writes numbers and dates. Arabic with Latin digits: seats, pass codes and PINs are printed in
 * them, and a page has one kind of digit.
 */
export const LOCALES = {
  en: 'en-GB',
  nl: 'nl-NL',
  ar: 'ar-u-nu-latn',
  ja: 'ja-JP',
} as const satisfies Record<Language, string>;

const RIGHT_TO_LEFT: ReadonlySet<Language> = new Set(['ar']);

/** The writing direction of a language, as HTML's `dir` wants it. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}

/** Is this one of the house's languages? */
export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text);
}
