import { useTranslation } from 'react-i18next';
import { clockFace } from '#values/local-time';
import { SelectField } from '../ui/select-field.tsx';
import { QUARTER } from './wish.ts';

interface Props {
  readonly from: number;
  readonly to: number;
  /** The minutes of the day between which rooms are let. */
  readonly opens: number;
  readonly closes: number;
  readonly onChange: (time: { readonly from: number; readonly to: number }) => void;
}

/** Faces of a clock, every quarter-hour from one minute of the day to another, both included. */
function faces(from: number, to: number) {
  const count = Math.max(0, Math.floor((to - from) / QUARTER) + 1);
  return Array.from({ length: count }, (_, at) => {
    const minute = from + at * QUARTER;
    return { value: String(minute), label: clockFace(minute) };
  });
}

/** From when until when; an earlier or later beginning takes the end along. */
export function TimeFields({ from, to, opens, closes, onChange }: Props) {
  const { t } = useTranslation('booking');
  const begin = (minute: number) => onChange({ from: minute, to: Math.min(closes, minute + to - from) });
  return (
    <div className="grid grid-cols-2 gap-4">
      <SelectField
        label={t('search.from')}
        choices={faces(opens, closes - QUARTER)}
        value={String(from)}
        onChange={(minute) => begin(Number(minute))}
      />
      <SelectField
        label={t('search.to')}
        choices={faces(from + QUARTER, closes)}
        value={String(to)}
        onChange={(minute) => onChange({ from, to: Number(minute) })}
      />
    </div>
  );
}
