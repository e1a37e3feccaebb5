import { Armchair, Check, Clock } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Layout, Room } from '#contract/rooms';
import type { Currency } from '#values/money';
import { useFormat, useLanguage } from '../i18n/format.ts';
import { classes } from '../ui/classes.ts';
import { RoomDrawing } from '../ui/room-drawing.tsx';

interface Props {
  readonly room: Room;
  readonly layout: Layout;
  readonly people: number;
  readonly currency: Currency;
  readonly standing: 'free' | 'busy' | 'closed';
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** One room that fits: how it would be set up, what is in it, and whether it is free then. */
export function RoomCard({ room, layout, people, currency, standing, isChosen, onChoose }: Props) {
  const { t } = useTranslation('booking');
  const language = useLanguage();
  const { number, money } = useFormat();
  const isFree = standing === 'free';
  const seats = room.capacity[layout] ?? people;
  const Sign = isChosen ? Check : isFree ? Armchair : Clock;
  return (
    <Button
      aria-pressed={isChosen}
      isDisabled={!isFree}
      onPress={onChoose}
      className={classes(
        'flex h-full w-full cursor-pointer flex-col gap-3 rounded-xl p-4 text-start transition duration-200 ease-calm',
        'pressed:scale-[0.99] disabled:cursor-default',
        isChosen ? 'bg-ink-900 text-linen-50 shadow-high' : 'bg-linen-50 shadow-low hovered:bg-white',
        !isFree && 'bg-linen-200 text-ink-700 shadow-none',
      )}
    >
      <RoomDrawing
        layout={layout}
        seats={seats}
        people={people}
        className={classes('h-28 w-full', !isFree && 'opacity-50')}
      />
      <span className="flex flex-col gap-1">
        <span className={classes('font-bold text-lg', isChosen && 'underline underline-offset-4')}>
          {room.labels[language] ?? room.roomId}
        </span>
        <span className="text-sm">
          {t('room.holds', { count: seats, number: number(seats), layout: t(`layout.${layout}`) })}
        </span>
        {room.equipment.length > 0 && (
          <span className="text-sm">{room.equipment.map((item) => t(`equipment.${item}`)).join(' · ')}</span>
        )}
      </span>
      <span className="mt-auto flex flex-wrap items-center justify-between gap-x-3 gap-y-1 pt-1 font-semibold text-sm">
        <span className="flex items-center gap-2">
          <Sign aria-hidden className="size-5 shrink-0" />
          {t(isChosen ? 'room.chosen' : `room.${standing}`)}
        </span>
        <span>{t('room.perHour', { amount: money(room.tariff.hourlyNet, currency) })}</span>
      </span>
    </Button>
  );
}
