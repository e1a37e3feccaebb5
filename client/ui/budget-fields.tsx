import { useTranslation } from 'react-i18next';
import type { Budget } from '#contract/companies';
import { LANGUAGES, type Language } from '#values/locale';
import { CURRENCIES, type Currency } from '#values/money';
import { shownNumber, typedNumber } from '../i18n/typed.ts';
import { OWN_NAMES } from './language-switch.tsx';
import { SelectField } from './select-field.tsx';
import { TextField } from './text-field.tsx';

/** What may be booked in a month and who is asked beyond that, while it is written. */
export interface WrittenBudget {
  /** As the language of the page writes numbers. */
  readonly monthly: string;
  readonly name: string;
  readonly address: string;
  readonly language: Language;
}

/** How numbers are written where a budget is. */
export interface Writing {
  readonly currency: Currency;
  readonly language: Language;
}

/** A budget to be written over, or a new one; the approver speaks the language of the page until it is said otherwise. */
export function writtenBudget(budget: Budget | undefined, { currency, language }: Writing): WrittenBudget {
  if (!budget) return { monthly: '', name: '', address: '', language };
  return { monthly: shownNumber(budget.monthly, CURRENCIES[currency], language), ...budget.approver };
}

/** What is sent of it; the contract says whether it can be. */
export function sentBudget({ monthly, name, address, ...written }: WrittenBudget, by: Writing): unknown {
  return {
    monthly: typedNumber(monthly, CURRENCIES[by.currency], by.language),
    approver: { name: name.trim(), address: address.trim(), language: written.language },
  };
}

interface Props {
  readonly written: WrittenBudget;
  readonly onChange: (part: Partial<WrittenBudget>) => void;
  readonly currency: Currency;
  /** Is that field wrong, and is it time to say so? */
  readonly isFaulty: (name: 'monthly' | 'name' | 'address') => boolean;
}

const CHOICES = LANGUAGES.map((value) => ({ value, label: OWN_NAMES[value] }));

/** The fields of a budget, for whoever may set it. */
export function BudgetFields({ written, onChange, currency, isFaulty }: Props) {
  const { t } = useTranslation('common');
  const field = (name: 'monthly' | 'name' | 'address') => ({
    value: written[name],
    onChange: (text: string) => onChange({ [name]: text }),
    fault: isFaulty(name)
      ? t(written[name].trim() === '' ? 'budget.missing' : 'budget.unreadable')
      : undefined,
  });
  return (
    <>
      <TextField label={t('budget.monthly', { currency })} inputMode="decimal" {...field('monthly')} />
      <TextField label={t('budget.approver')} {...field('name')} />
      <TextField label={t('budget.address')} type="email" inputMode="email" {...field('address')} />
      <SelectField
        label={t('budget.language')}
        choices={CHOICES}
        value={written.language}
        onChange={(language) => onChange({ language })}
      />
    </>
  );
}
