import { useEffect, useEffectEvent } from 'react';
import type { Language } from '#values/locale';
import { changeProfile } from '../api/endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { useLanguage } from '../i18n/format.ts';
import { isLanguageChosen, speak } from '../i18n/i18n.ts';

/**
 * A phone that has not been told otherwise speaks the language of the person's profile; one that has been told tells
 * the house. Once, when it opens, so that two phones of one person never argue.
 */
export function useOwnLanguage(profileLanguage: Language): void {
  const language = useLanguage();
  const { run } = useAction(changeProfile);
  const settle = useEffectEvent(() => {
    if (!isLanguageChosen()) void speak(profileLanguage, { remember: false });
    else if (language !== profileLanguage) void run({ as: 'member', body: { profile: { language } } });
  });
  useEffect(() => settle(), []);
}
