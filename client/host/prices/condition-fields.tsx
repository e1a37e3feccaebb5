import { useTranslation } from 'react-i18next';
import { clockFace } from '#values/local-time';
import { useFormat } from '../../i18n/format.ts';
import { ToggleChip } from '../../ui/chip.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { AmountField } from '../form/amount-field.tsx';
import { Fields } from '../form/entry-form.tsx';
import type { RuleProps } from './rule-fields.tsx';

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const QUARTERS = Array.from({ length: 97 }, (_, quarter) => quarter * 15);

/** On which days, at what time, how long before, or how full the day is: whichever the rule looks at. */
export function ConditionFields(props: RuleProps) {
  switch (props.rule.on) {
    case 'weekday':
      return <Weekdays {...props} />;
    case 'time':
      return <Times {...props} />;
    case 'lead':
      return <Numbers {...props} names={['fromDays', 'toDays']} />;
    case 'occupancy':
      return <Numbers {...props} names={['fullFrom', 'fullTo']} unit="%" />;
  }
}

function Weekdays({ rule, onChange, isWrong }: RuleProps) {
  const { t } = useTranslation('host');
  const { weekday } = useFormat();
  const toggle = (day: number, isOn: boolean) =>
    onChange({ weekdays: isOn ? [...rule.weekdays, day] : rule.weekdays.filter((one) => one !== day) });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 font-semibold">{t('yield.weekdays')}</legend>
      <div className="flex flex-wrap gap-2">
        {WEEK.map((day) => (
          <ToggleChip
            key={day}
            isSelected={rule.weekdays.includes(day)}
            onChange={(isOn) => toggle(day, isOn)}
          >
            {weekday(day)}
          </ToggleChip>
        ))}
      </div>
      {isWrong('when') && <p className="text-sm text-tomato-700">{t('yield.noDay')}</p>}
    </fieldset>
  );
}

function Times({ rule, onChange }: RuleProps) {
  const { t } = useTranslation('host');
  const choices = QUARTERS.map((minute) => ({ value: String(minute), label: clockFace(minute) }));
  return (
    <Fields>
      {(['from', 'to'] as const).map((end) => (
        <SelectField
          key={end}
          label={t(`yield.${end}`)}
          choices={choices}
          value={String(rule[end])}
          onChange={(value) => onChange({ [end]: Number(value) })}
        />
      ))}
    </Fields>
  );
}

interface NumbersProps extends RuleProps {
  readonly names: readonly ('fromDays' | 'toDays' | 'fullFrom' | 'fullTo')[];
  readonly unit?: '%';
}

function Numbers({ rule, onChange, isWrong, names, unit }: NumbersProps) {
  const { t } = useTranslation('host');
  return (
    <Fields>
      {names.map((name) => (
        <AmountField
          key={name}
          label={t(`yield.${name}`)}
          {...(unit && { unit })}
          value={rule[name]}
          onChange={(value) => onChange({ [name]: value })}
          isWrong={isWrong('when') && rule[name] === undefined}
        />
      ))}
    </Fields>
  );
}
