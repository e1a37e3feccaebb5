import { DoorOpen, Mail } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RoomTogether } from '#contract/bookings';
import { Refusal } from '../api/refusal.ts';
import { endTogether } from '../api/room-endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { useFormat } from '../i18n/format.ts';
import { Button } from './button.tsx';
import { ErrorNote } from './error-note.tsx';
import { QrCode } from './qr-code.tsx';
import { useLetting } from './use-letting.ts';
import type { Present } from './use-proposal.ts';
import { useRoomNames } from './use-room-names.ts';

interface Props {
  readonly present: Present;
  readonly room: RoomTogether;
  readonly onEnded?: (() => void) | undefined;
}

/** The room that is one's own now: where, until when, how to end early, how it is paid, and the link to it. */
export function RoomTaken({ present, room, onEnded }: Props) {
  const { t } = useTranslation('common');
  const nameOf = useRoomNames(present.spaceId);
  const { time } = useFormat(useLetting(present.spaceId)?.place.timeZone);
  const { run, isBusy, refusal } = useAction(endTogether);
  const link = `/booking#manage=${room.manage}`;
  const done = async () => {
    const { as, personId } = present;
    const reply = await run({ as, body: { bookingId: room.bookingId, personId } });
    if (!(reply instanceof Refusal)) onEnded?.();
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="font-semibold text-xl">
        {t('together.taken', { room: nameOf(room.roomId), time: time(room.endsAt) })}
      </p>
      <p className="flex items-start gap-3">
        <DoorOpen aria-hidden className="mt-0.5 size-5 shrink-0 rtl:-scale-x-100" />
        {t('together.go')}
      </p>
      <p className="flex items-start gap-3">
        <Mail aria-hidden className="mt-0.5 size-5 shrink-0" />
        {t('together.paid')}
      </p>
      {present.as === 'kiosk' ? (
        <div className="flex items-center gap-4">
          <QrCode
            text={`${location.origin}${link}`}
            label={t('together.manageCode')}
            className="size-32 shrink-0"
          />
          <p>{t('together.manage')}</p>
        </div>
      ) : (
        <a
          href={link}
          target="_blank"
          rel="noreferrer"
          className="flex min-h-11 items-center font-semibold underline decoration-2 underline-offset-4"
        >
          {t('together.manage')}
        </a>
      )}
      <ErrorNote refusal={refusal} />
      <Button tone="quiet" isPending={isBusy} onPress={() => void done()}>
        {t('together.done')}
      </Button>
      <p className="text-ink-700 text-sm">{t('together.early')}</p>
    </div>
  );
}
