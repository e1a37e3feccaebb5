import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RoomId } from '#contract/rooms';
import { call } from '../api/call.ts';
import { Refusal } from '../api/refusal.ts';
import { listRooms } from '../api/room-endpoints.ts';
import { useLanguage } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';

interface Props {
  readonly spaceId: string;
  readonly onChoose: (roomId: RoomId) => void;
}

/** Asked once, when the panel is hung: beside which room is this? */
export function RoomChoice({ spaceId, onChoose }: Props) {
  const { t } = useTranslation('door');
  const language = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['rooms', spaceId],
    queryFn: ({ signal }) => call(listRooms, { params: { spaceId }, signal }),
  });
  return (
    <main className="daylight grid min-h-dvh place-content-center gap-6 p-6">
      <h1 className="text-2xl">{t('choose')}</h1>
      <ErrorNote refusal={error instanceof Refusal ? error : undefined} />
      <ul className="grid gap-3 sm:grid-cols-2">
        {data?.rooms.map(({ roomId, labels }) => (
          <li key={roomId}>
            <Button size="kiosk" className="w-full" onPress={() => onChoose(roomId)}>
              {labels[language] ?? roomId}
            </Button>
          </li>
        ))}
      </ul>
    </main>
  );
}
