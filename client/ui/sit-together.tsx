import { Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomTogether } from '#contract/bookings';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { RoomOffer } from './room-offer.tsx';
import { RoomTaken } from './room-taken.tsx';
import type { Present } from './use-proposal.ts';

interface Props {
  readonly present: Present;
  readonly size?: 'touch' | 'kiosk';
  readonly className?: string;
}

/** One free seat is for one person: the first tap proposes a room to sit together in, the second takes it. */
export function SitTogether({ present, size = 'touch', className }: Props) {
  const { t } = useTranslation('common');
  const [isOpen, setOpen] = useState(false);
  const [room, setRoom] = useState<RoomTogether>();
  const close = () => {
    setOpen(false);
    setRoom(undefined);
  };
  return (
    <>
      <Button size={size} {...(className && { className })} onPress={() => setOpen(true)}>
        <Users aria-hidden className="size-6 shrink-0" />
        {t('together.open')}
      </Button>
      <Dialog title={t(room ? 'together.yours' : 'together.title')} isOpen={isOpen} onClose={close}>
        {room ? (
          <RoomTaken present={present} room={room} onEnded={close} />
        ) : (
          <RoomOffer present={present} onTaken={setRoom} />
        )}
        <Button tone="plain" onPress={close}>
          {t(room ? 'done' : 'cancel')}
        </Button>
      </Dialog>
    </>
  );
}
