import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Occurrence, Part } from '#contract/bookings';
import { clockFace } from '#values/local-time';
import { useFormat } from '../i18n/format.ts';
import { SelectField } from '../ui/select-field.tsx';

interface Props {
  readonly label: string;
  readonly planned: readonly Occurrence[];
  readonly part: Part;
  readonly onChange: (part: Part) => void;
}

const SCOPES = ['one', 'following', 'all'] as const;

/** Which of many dates is meant: one, it and those after it, or all. Of a single date there is nothing to ask. */
export function PartChoice({ label, planned, part, onChange }: Props) {
  const { t } = useTranslation('booking');
  const { dayThen } = useFormat();
  if (planned.length < 2) return null;
  const choose = (value: string) => {
    const chosen = planned.find(({ occurrenceId }) => occurrenceId === value);
    if (chosen) onChange({ ...part, occurrenceId: chosen.occurrenceId });
  };
  return (
    <div className="flex flex-col gap-4">
      <SelectField
        label={t('part.date')}
        choices={planned.map(({ occurrenceId, date, from }) => ({
          value: String(occurrenceId),
          label: `${dayThen(date)}${clockFace(from)}`,
        }))}
        value={String(part.occurrenceId)}
        onChange={choose}
      />
      <RadioGroup
        aria-label={label}
        value={part.scope}
        onChange={(value) => {
          const scope = SCOPES.find((one) => one === value);
          if (scope) onChange({ ...part, scope });
        }}
        className="grid gap-2 sm:grid-cols-3"
      >
        {SCOPES.map((scope) => (
          <Radio
            key={scope}
            value={scope}
            className="flex min-h-11 cursor-pointer items-center justify-center rounded-md bg-white px-4 text-center font-semibold inset-ring-1 inset-ring-linen-500 selected:bg-ink-900 selected:text-linen-50 selected:underline selected:underline-offset-4 ringed:outline-3 ringed:outline-ink-900 ringed:outline-offset-2"
          >
            {t(`part.${scope}`)}
          </Radio>
        ))}
      </RadioGroup>
    </div>
  );
}
