import { useEffect } from 'react';
import type { Language } from '#values/locale';
import { isLanguageChosen, speak } from '../i18n/i18n.ts';

/** A phone that has not been told otherwise speaks the language of the person's profile. */
export function useOwnLanguage(language: Language): void {
  useEffect(() => {
    if (!isLanguageChosen()) void speak(language, { remember: false });
  }, [language]);
}
