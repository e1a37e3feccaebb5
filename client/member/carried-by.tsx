import { Leaf } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SeenCarrier } from '#contract/boards';
import { useRoomNames } from '../ui/use-room-names.ts';

interface Props {
  readonly carriers: readonly SeenCarrier[];
  readonly spaceId: string;
}

/** Whose meeting pays for the seat of today: the one that carries the largest part. */
export function CarriedBy({ carriers: [first], spaceId }: Props) {
  const { t } = useTranslation('member');
  const nameOf = useRoomNames(spaceId);
  if (!first) return null;
  const room = nameOf(first.roomId);
  const { company } = first;
  const told = () => {
    if (!room) return t(`carried.${first.kind}`);
    return company ? t('carried.company', { room, company }) : t('carried.room', { room });
  };
  return (
    <p className="flex items-center gap-3 rounded-lg bg-leaf-100 p-4 font-semibold">
      <Leaf aria-hidden className="size-6 shrink-0 text-leaf-700" />
      {told()}
    </p>
  );
}
