import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import { Refusal } from '../api/refusal.ts';
import { listPlaces, listRooms } from '../api/room-endpoints.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Loading } from '../ui/loading.tsx';
import { Logo } from '../ui/logo.tsx';
import { Managed } from './managed.tsx';
import { Reservation } from './reservation.tsx';
import { useManageWord } from './use-manage-word.ts';

/** Rooms for companies: found, priced, held and paid for without an account. */
export default function Booking() {
  const { t } = useTranslation('booking');
  const places = useQuery({ queryKey: ['places'], queryFn: ({ signal }) => call(listPlaces, { signal }) });
  const spaceId = places.data?.places[0]?.spaceId;
  const letting = useQuery({
    queryKey: ['rooms', spaceId],
    queryFn: ({ signal }) => call(listRooms, { params: { spaceId: spaceId ?? '' }, signal }),
    enabled: spaceId !== undefined,
  });
  const word = useManageWord();
  const fault = places.error ?? letting.error;
  return (
    <div className="daylight min-h-dvh">
      <title>{t(word ? 'manage.page' : 'title')}</title>
      <div className="mx-auto flex max-w-6xl flex-col gap-6 px-5 py-6">
        <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <a href="/" className="flex items-center gap-3 font-semibold">
            <Logo className="size-11 shrink-0" />
            {letting.data?.place.name ?? t('house')}
          </a>
          <LanguageSwitch remember />
        </header>
        <ErrorNote refusal={fault instanceof Refusal ? fault : undefined} />
        {letting.data ? (
          word ? (
            <Managed key={word} word={word} letting={letting.data} />
          ) : (
            <Reservation letting={letting.data} />
          )
        ) : (
          !fault && <Loading />
        )}
      </div>
    </div>
  );
}
