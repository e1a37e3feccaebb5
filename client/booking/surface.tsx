import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import { Refusal } from '../api/refusal.ts';
import { listPlaces, listRooms } from '../api/room-endpoints.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { HouseHeader } from '../ui/house-header.tsx';
import { Loading } from '../ui/loading.tsx';
import { Approval } from './approval.tsx';
import type { Letting } from './find-step.tsx';
import { Managed } from './managed.tsx';
import { OwnCompany } from './own-company.tsx';
import { Reservation } from './reservation.tsx';
import { type LinkWord, useLinkWord } from './use-link-word.ts';

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
  const link = useLinkWord();
  const fault = places.error ?? letting.error;
  return (
    <div className="daylight min-h-dvh">
      <title>{t(link ? `${link.opens}.page` : 'title')}</title>
      <div className="mx-auto flex max-w-6xl flex-col gap-6 px-5 py-6">
        <HouseHeader name={letting.data?.place.name} />
        <ErrorNote refusal={fault instanceof Refusal ? fault : undefined} />
        {letting.data ? <Opened link={link} letting={letting.data} /> : !fault && <Loading />}
      </div>
    </div>
  );
}

function Opened({ link, letting }: { readonly link: LinkWord | undefined; readonly letting: Letting }) {
  if (!link) return <Reservation letting={letting} />;
  if (link.opens === 'company') return <OwnCompany letting={letting} />;
  if (link.opens === 'approval') return <Approval key={link.word} word={link.word} />;
  return <Managed key={link.word} word={link.word} letting={letting} />;
}
