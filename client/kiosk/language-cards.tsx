import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Language } from '#values/locale';
import { directionOf } from '#values/locale';
import { speak } from '../i18n/i18n.ts';
import { OWN_NAMES } from '../ui/language-switch.tsx';

interface Props {
  readonly languages: readonly Language[];
  readonly onChosen: () => void;
}

/** Place cards on the table, one a language: the first tap says both “me” and “in these words”. */
export function LanguageCards({ languages, onChosen }: Props) {
  const { i18n } = useTranslation('kiosk');
  const choose = async (language: Language) => {
    await speak(language, { remember: false });
    onChosen();
  };
  return (
    <ul className="mx-auto grid max-w-7xl grid-cols-1 gap-4 min-[30rem]:grid-cols-2 lg:grid-cols-4 lg:gap-6">
      {languages.map((language) => (
        <li key={language}>
          <Button
            lang={language}
            dir={directionOf(language)}
            onPress={() => void choose(language)}
            className="place-card flex min-h-24 w-full cursor-pointer flex-col justify-center gap-1 p-5 text-start sm:min-h-36 sm:p-6"
          >
            <span className="font-bold text-xl">{OWN_NAMES[language]}</span>
            <span className="text-ink-700">{i18n.getFixedT(language, 'kiosk')('welcome.begin')}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
