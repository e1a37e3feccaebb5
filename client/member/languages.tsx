import { useTranslation } from 'react-i18next';
import type { Profile } from '#contract/people';
import { LANGUAGES, type Language } from '#values/locale';
import { changeProfile } from '../api/endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { ToggleChip } from '../ui/chip.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { LanguageSwitch, OWN_NAMES } from '../ui/language-switch.tsx';

/** The language of this phone, which is also how the house speaks to me, and those I can talk in. */
export function Languages({ profile: { languages } }: { readonly profile: Profile }) {
  const { t } = useTranslation('member');
  const { run, refusal } = useAction(changeProfile);
  const speakIn = (language: Language) => void run({ as: 'member', body: { profile: { language } } });
  const toggle = (language: Language, isSpoken: boolean) => {
    const others = languages.filter((known) => known !== language);
    void run({
      as: 'member',
      body: { profile: { languages: isSpoken ? [...others, language] : others } },
    });
  };
  return (
    <section className="flex flex-col gap-4 rounded-xl bg-linen-50 p-5 shadow-low">
      <h2 className="font-bold text-lg">{t('languages.title')}</h2>
      <LanguageSwitch remember onChange={speakIn} />
      <h3 className="font-semibold">{t('languages.spoken')}</h3>
      <ul className="flex flex-wrap gap-2.5">
        {LANGUAGES.map((language) => (
          <li key={language} lang={language}>
            <ToggleChip
              isSelected={languages.includes(language)}
              onChange={(isSpoken) => toggle(language, isSpoken)}
            >
              {OWN_NAMES[language]}
            </ToggleChip>
          </li>
        ))}
      </ul>
      <ErrorNote refusal={refusal} />
    </section>
  );
}
