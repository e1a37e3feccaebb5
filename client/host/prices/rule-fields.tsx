import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/select-field.tsx';
import { AmountField } from '../form/amount-field.tsx';
import { Fields } from '../form/entry-form.tsx';
import { WordingsFields } from '../form/wordings-fields.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { LOOKS_AT, type WrittenRule } from './written-rule.ts';

export interface RuleProps {
  readonly rule: WrittenRule;
  readonly onChange: (part: Partial<WrittenRule>) => void;
  readonly isWrong: (path: string) => boolean;
}

const SHARES = ['adjust', 'floor', 'ceiling'] as const;

/** When a rule speaks, what it does to the price and within which bounds, and what bookers are told. */
export function RuleFields({ rule, place, onChange, isWrong }: RuleProps & { readonly place: number }) {
  const { t } = useTranslation('host');
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-lg">{t('yield.rule', { place: place + 1 })}</h2>
      <SelectField
        label={t('yield.on')}
        choices={LOOKS_AT.map((value) => ({ value, label: t(`yield.looksAt.${value}`) }))}
        value={rule.on}
        onChange={(on) => onChange({ on })}
      />
      <ConditionFields rule={rule} onChange={onChange} isWrong={isWrong} />
      <Fields>
        {SHARES.map((name) => (
          <AmountField
            key={name}
            label={t(`yield.${name}`)}
            unit="%"
            hint={t(`yield.hint.${name}`)}
            value={rule[name]}
            onChange={(value) => onChange({ [name]: value })}
            isWrong={isWrong(name)}
          />
        ))}
      </Fields>
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-2 font-semibold">{t('yield.reason')}</legend>
        <WordingsFields
          words={rule.reason}
          onChange={(reason) => onChange({ reason })}
          isWrong={(path) => isWrong(`reason.${path}`)}
        />
      </fieldset>
    </div>
  );
}
