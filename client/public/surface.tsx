import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Logo } from '../ui/logo.tsx';
import { TableScene } from '../ui/table-scene.tsx';

/** The doors of the house, in the order in which a day needs them. */
const doors = [
  { name: 'host', path: '/host' },
  { name: 'kiosk', path: '/kiosk' },
  { name: 'board', path: '/board' },
  { name: 'me', path: '/me' },
] as const;

/** The front page: what this house is, and its doors. */
export default function Front() {
  const { t } = useTranslation('public');
  return (
    <div className="daylight grid min-h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr_auto] overflow-x-clip">
      <title>{t('title')}</title>
      <header className="flex flex-wrap items-center justify-between gap-4 px-6 pt-6 sm:px-10 sm:pt-8">
        <span className="flex items-center gap-3 font-semibold text-lg">
          <Logo className="size-12" />
          {t('house')}
        </span>
        <LanguageSwitch remember />
      </header>
      <main className="contents">
        <div className="flex max-w-4xl flex-col justify-center gap-5 px-6 py-10 sm:px-10">
          <h1 className="text-3xl">{t('headline')}</h1>
          <p className="max-w-2xl text-ink-700 text-xl">{t('lead')}</p>
        </div>
        <TableScene seats={18} free={11}>
          <ul className="mx-auto grid max-w-7xl grid-cols-1 gap-4 min-[30rem]:grid-cols-2 lg:grid-cols-4 lg:gap-6">
            {doors.map(({ name, path }) => (
              <li key={name} className="flex">
                <Link
                  to={path}
                  className="place-card flex w-full flex-col gap-1 p-5 hover:-translate-y-0.75 sm:p-6"
                >
                  <span className="font-bold text-xl">{t(`doors.${name}.name`)}</span>
                  <span className="text-ink-700">{t(`doors.${name}.text`)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </TableScene>
      </main>
    </div>
  );
}
