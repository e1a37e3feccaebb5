import { Moon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { KioskView } from '#contract/boards';
import { directionOf } from '#values/locale';
import { formatOf } from '../i18n/format.ts';

/** The space is closed; when it opens stands here in every language of the space. */
export function ClosedNote({ view: { space, opensAt } }: { readonly view: KioskView }) {
  const { i18n } = useTranslation('kiosk');
  return (
    <ul className="flex w-fit flex-col gap-2 text-lg">
      {space.languages.map((language) => {
        const t = i18n.getFixedT(language, 'kiosk');
        // What comes is the time on the wall of the space, which is written as it is, wherever the tablet thinks it is.
        const { weekdayTime } = formatOf(language, 'UTC');
        return (
          <li key={language} lang={language} dir={directionOf(language)} className="flex items-center gap-3">
            <Moon aria-hidden className="size-5 shrink-0 text-wood-700" />
            <span>
              <strong>{t('closed.title')}.</strong>{' '}
              {opensAt && t('closed.opens', { when: weekdayTime(`${opensAt.replace(' ', 'T')}:00Z`) })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
