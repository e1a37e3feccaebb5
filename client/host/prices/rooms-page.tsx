import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listRooms } from '../../api/room-endpoints.ts';
import { useFormat, useLanguage } from '../../i18n/format.ts';
import { Chip } from '../../ui/chip.tsx';
import { useHosting } from '../hosting.ts';
import { Page } from '../page.tsx';
import { useRead } from '../reads.ts';

const row =
  'flex h-full min-h-14 flex-wrap items-center gap-x-4 gap-y-1 rounded-lg bg-linen-50 p-4 shadow-low transition hover:bg-white';

/** The rooms with their prices, and the ways to how they are let. */
export function RoomsPage() {
  const { t } = useTranslation('host');
  const language = useLanguage();
  const { money, number } = useFormat();
  const { view, isManager } = useHosting();
  const { id: spaceId, currency } = view.space;
  const { data, refusal } = useRead(listRooms, { params: { spaceId } });
  return (
    <Page title={t('nav.rooms')} lead={t('rooms.lead')} refusal={refusal}>
      <ul className="grid gap-2 lg:grid-cols-2">
        {(['policy', 'yield'] as const).map((to) => (
          <li key={to}>
            <Link to={`/host/rooms/${to}`} className={row}>
              <span className="flex flex-col">
                <span className="font-semibold">{t(`rooms.${to}.title`)}</span>
                <span className="text-ink-700 text-sm">{t(`rooms.${to}.lead`)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <ul className="flex flex-col gap-2">
        {data?.rooms.map(({ roomId, labels, capacity, tariff, withdrawn }) => {
          const people = Math.max(...Object.values(capacity));
          return (
            <li key={roomId}>
              <Link to={`/host/rooms/${roomId}`} className={row}>
                <span className="grow font-semibold">{labels[language]}</span>
                {withdrawn && <Chip className="bg-wood-100 text-ink-900">{t('rooms.withdrawn')}</Chip>}
                <span className="text-ink-700 text-sm">
                  {t('rooms.holds', { count: people, number: number(people) })}
                </span>
                <span className="font-semibold tabular-nums">
                  {t('rooms.perHour', { amount: money(tariff.hourlyNet, currency) })}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
      {isManager && (
        <Link
          to="/host/rooms/new"
          className="flex min-h-11 w-fit items-center gap-2 font-semibold underline underline-offset-4"
        >
          <Plus aria-hidden className="size-5 shrink-0" />
          {t('rooms.add')}
        </Link>
      )}
    </Page>
  );
}
