import { DoorOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { KioskView } from '#contract/boards';
import { FreeSeatsReason } from '../ui/free-seats-reason.tsx';
import { QrCode } from '../ui/qr-code.tsx';

interface Props {
  readonly view: KioskView;
  /** Are the seats that are left kept for those who are here for the first time? */
  readonly isReserve?: boolean;
}

/** Why nobody more can be seated for free, and what can be done about it. */
export function FullNote({ view: { fund, space }, isReserve = false }: Props) {
  const { t } = useTranslation('kiosk');
  return (
    <div className="flex max-w-2xl flex-col gap-3">
      {isReserve ? <p>{t('full.reserve')}</p> : <FreeSeatsReason fund={fund} space={space} />}
      <div className="flex items-center gap-4 rounded-lg bg-wood-100 p-3">
        <QrCode text={`${location.origin}/booking`} label={t('full.code')} className="size-24 shrink-0" />
        <p>{t('full.room')}</p>
      </div>
      <p className="flex items-center gap-3">
        <DoorOpen aria-hidden className="size-6 shrink-0 rtl:-scale-x-100" />
        {t('full.leaves')}
      </p>
    </div>
  );
}
