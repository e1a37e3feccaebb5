import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { isLanguage, LANGUAGES, type Language } from '#values/locale';
import { useLanguage } from '../i18n/format.ts';
import { speak } from '../i18n/i18n.ts';
import { classes } from './classes.ts';

/** Every language by its own name, whatever the language of the page. */
export const OWN_NAMES = {
  en: 'English',
  nl: 'Nederlands',
  ar: 'العربية',
  ja: '日本語',
} as const satisfies Record<Language, string>;

interface Props {
  readonly languages?: readonly Language[];
  /** On a phone the choice is remembered; on a device many people use it is not. */
  readonly remember: boolean;
  readonly onChange?: (language: Language) => void;
}

/** The languages of the page, side by side. */
export function LanguageSwitch({ languages = LANGUAGES, remember, onChange }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const choose = (chosen: string) => {
    if (!isLanguage(chosen)) return;
    void speak(chosen, { remember });
    onChange?.(chosen);
  };
  return (
    <RadioGroup
      aria-label={t('languageChoice')}
      orientation="horizontal"
      value={language}
      onChange={choose}
      className="grid w-full grid-cols-2 gap-1 rounded-xl bg-linen-200 p-1 sm:flex sm:w-fit sm:flex-wrap"
    >
      {languages.map((code) => (
        <Radio
          key={code}
          value={code}
          lang={code}
          className={classes(
            'inline-flex min-h-11 cursor-pointer items-center justify-center rounded-xl px-3 font-semibold text-sm transition',
            'selected:bg-white selected:shadow-low selected:underline selected:decoration-2 selected:underline-offset-4',
            'ringed:outline-3 ringed:outline-ink-900',
          )}
        >
          {OWN_NAMES[code]}
        </Radio>
      ))}
    </RadioGroup>
  );
}
