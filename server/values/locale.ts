/** The languages every surface, mail and error message exists in. */
export const LANGUAGES = ['en', 'nl', 'ar', 'ja'] as const;

export type Language = (typeof LANGUAGES)[number];

const RIGHT_TO_LEFT: ReadonlySet<Language> = new Set(['ar']);

/** The writing direction of a language, as HTML's `dir` wants it. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}

/** Is this one of the house's languages? */
export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text);
}
