import { DoorOpen, LogIn } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DoorView } from '#contract/bookings';
import type { RoomId } from '#contract/rooms';
import { Refusal } from '../api/refusal.ts';
import { checkInAtDoor, endAtDoor } from '../api/room-endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import type { DoorStanding, Take } from './standing.ts';

interface Props {
  readonly roomId: RoomId;
  readonly standing: DoorStanding;
  readonly timeZone: string;
  readonly onShown: (view: DoorView) => void;
}

/** What can be done at the door: take the room, come in, or leave early. */
export function DoorActs({ roomId, standing, timeZone, onShown }: Props) {
  const { t } = useTranslation('door');
  const checkIn = useAction(checkInAtDoor);
  const end = useAction(endAtDoor);
  if (!('entry' in standing))
    return standing.take ? <TakeIt roomId={roomId} take={standing.take} timeZone={timeZone} /> : null;
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

interface TakeProps {
  readonly roomId: RoomId;
  readonly take: Take;
  readonly timeZone: string;
}

/** The code that takes the room: for half an hour, or for as long as it is free. */
function TakeIt({ roomId, take, timeZone }: TakeProps) {
  const { t } = useTranslation('door');
  const { time, number } = useFormat(timeZone);
  const { date, from, to, startsAt, endsAt } = take;
  return (
    <section className="flex flex-col items-center justify-center gap-4 rounded-xl bg-linen-50 p-6 text-center shadow-low low:gap-2 low:p-3">
      <h2 className="text-xl low:text-lg">{t('take.title', { number: number(to - from) })}</h2>
      <p className="font-semibold text-lg tabular-nums">
        <bdi>
          {time(startsAt)}–{time(endsAt)}
        </bdi>
      </p>
      <QrCode
        text={`${location.origin}/booking#room=${roomId}&date=${date}&from=${from}&to=${to}`}
        label={t('take.code')}
        className="w-full max-w-64 low:max-w-40"
      />
      <p className="low:text-xs">{t('take.text')}</p>
    </section>
  );
}
