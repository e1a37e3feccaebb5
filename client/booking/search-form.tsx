import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Equipment, Layout } from '#contract/rooms';
import { useFormat } from '../i18n/format.ts';
import { ToggleChip } from '../ui/chip.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { DayPicker } from './day-picker.tsx';
import { TimeFields } from './time-fields.tsx';
import { LAYOUTS, type Search } from './wish.ts';

const EQUIPMENT: readonly Equipment[] = ['screen', 'video', 'whiteboard', 'flipchart', 'sound', 'step-free'];

interface Props {
  readonly search: Search;
  readonly onChange: (change: Partial<Search>) => void;
  readonly timeZone: string;
  readonly first: string;
  readonly last: string;
  /** The minutes of the day between which rooms are let. */
  readonly opens: number;
  readonly closes: number;
}

/** When, for how long, for how many, and what has to be there. */
export function SearchForm({ search, onChange, timeZone, first, last, opens, closes }: Props) {
  const { t } = useTranslation('booking');
  const { day } = useFormat();
  const { date, from, to, people, layout, equipment } = search;
  const toggle = (item: Equipment, isWanted: boolean) =>
    onChange({ equipment: isWanted ? [...equipment, item] : equipment.filter((one) => one !== item) });
  return (
    <section
      aria-label={t('search.title')}
      className="flex flex-col gap-5 rounded-xl bg-linen-50 p-5 shadow-low"
    >
      <DayPicker
        label={t('search.day')}
        value={date}
        onChange={(next) => onChange({ date: next })}
        first={first}
        last={last}
      />
      <p className="flex items-start gap-3 font-semibold">
        <CalendarClock aria-hidden className="mt-0.5 size-5 shrink-0 text-wood-700" />
        <span className="flex flex-col">
          {day(date)}
          <span className="font-normal text-ink-600 text-xs">{t('search.zone', { zone: timeZone })}</span>
        </span>
      </p>
      <TimeFields from={from} to={to} opens={opens} closes={closes} onChange={onChange} />
      <NumberField
        label={t('search.people')}
        value={people}
        onChange={(next) => onChange({ people: next })}
        least={1}
        most={500}
      />
      <SelectField
        label={t('search.layout')}
        choices={[
          { value: '', label: t('layout.any') },
          ...LAYOUTS.map((value) => ({ value, label: t(`layout.${value}`) })),
        ]}
        value={layout ?? ''}
        onChange={(chosen) => onChange({ layout: chosen === '' ? undefined : (chosen satisfies Layout) })}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-2 font-semibold">{t('search.equipment')}</legend>
        <div className="flex flex-wrap gap-2">
          {EQUIPMENT.map((item) => (
            <ToggleChip
              key={item}
              isSelected={equipment.includes(item)}
              onChange={(isWanted) => toggle(item, isWanted)}
            >
              {t(`equipment.${item}`)}
            </ToggleChip>
          ))}
        </div>
      </fieldset>
    </section>
  );
}
