import { DoorOpen, LogIn } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DoorView } from '#contract/bookings';
import type { RoomId } from '#contract/rooms';
import { Refusal } from '../api/refusal.ts';
import { checkInAtDoor, endAtDoor } from '../api/room-endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import type { DoorStanding } from './standing.ts';

interface Props {
  readonly roomId: RoomId;
  readonly standing: DoorStanding;
  readonly onShown: (view: DoorView) => void;
}

/** What can be done at the door: take the room, come in, or leave early. */
export function DoorActs({ roomId, standing, onShown }: Props) {
  const { t } = useTranslation('door');
  const checkIn = useAction(checkInAtDoor);
  const end = useAction(endAtDoor);
  if (standing.name === 'free') {
    return (
      <section className="flex flex-col items-center justify-center gap-4 rounded-xl bg-linen-50 p-6 text-center shadow-low">
        <h2 className="text-xl">{t('take.title')}</h2>
        <QrCode
          text={`${location.origin}/booking#room=${roomId}`}
          label={t('take.code')}
          className="w-full max-w-64"
        />
        <p>{t('take.text')}</p>
      </section>
    );
  }
  const { bookingId, occurrenceId } = standing.entry;
  const act = async (action: typeof checkIn) => {
    const reply = await action.run({ as: 'screen', params: { roomId }, body: { bookingId, occurrenceId } });
    if (!(reply instanceof Refusal)) onShown(reply);
  };
  return (
    <section className="flex flex-col justify-center gap-4 rounded-xl bg-linen-50 p-6 shadow-low">
      {standing.name === 'busy' ? (
        <Button size="kiosk" isPending={end.isBusy} onPress={() => void act(end)}>
          <DoorOpen aria-hidden className="size-7 shrink-0 rtl:-scale-x-100" />
          {t('end')}
        </Button>
      ) : (
        <Button size="kiosk" tone="act" isPending={checkIn.isBusy} onPress={() => void act(checkIn)}>
          <LogIn aria-hidden className="size-7 shrink-0 rtl:-scale-x-100" />
          {t('checkIn')}
        </Button>
      )}
      <ErrorNote refusal={checkIn.refusal ?? end.refusal} />
    </section>
  );
}
