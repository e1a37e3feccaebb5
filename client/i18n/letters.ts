import type { Language } from '#values/locale';

/** Letters of other scripts are fetched when a page needs them, and of those only the ranges that occur. */
const letters: Partial<Record<Language, () => Promise<unknown>>> = {
  ar: () => import('@fontsource-variable/noto-sans-arabic/index.css'),
  ja: () => import('@fontsource-variable/noto-sans-jp/index.css'),
};

/** Makes the typeface of a language's script known to the page. */
export async function loadLetters(language: Language): Promise<void> {
  await letters[language]?.();
}
