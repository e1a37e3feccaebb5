import { use, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CURRENCIES, type Currency } from '#values/money';
import { useLanguage } from '../../i18n/format.ts';
import { shownNumber, typedNumber } from '../../i18n/typed.ts';
import { TextField } from '../../ui/text-field.tsx';
import { Asked } from './asked.ts';

interface Props {
  readonly label: string;
  /** Money of this currency, a share in percent, or nothing for a plain number. */
  readonly unit?: Currency | '%';
  /** In the unit's smallest part: cents, basis points. `undefined` while it cannot be read. */
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  /** Is it a number, but one that cannot be? */
  readonly isWrong?: boolean;
  readonly hint?: string | undefined;
}

const decimalsOf = (unit: Props['unit']) => (unit === '%' ? 2 : unit ? CURRENCIES[unit] : 0);

/** `20` for 20.00 %: a share is written without decimals that say nothing. */
const trimmed = (text: string) => text.replace(/[.,]00$/, '');

/** Money, a share or a number, typed as the language writes it, and kept as a whole number. */
export function AmountField({ label, unit, value, onChange, isWrong = false, hint }: Props) {
  const { t } = useTranslation('host');
  const language = useLanguage();
  const isAsked = use(Asked);
  const decimals = decimalsOf(unit);
  const [text, setText] = useState(() => {
    const shown = value === undefined ? '' : shownNumber(value, decimals, language);
    return unit === '%' ? trimmed(shown) : shown;
  });
  const [isLeft, setLeft] = useState(false);
  const type = (typed: string) => {
    setText(typed);
    onChange(typedNumber(typed, decimals, language));
  };
  const isMissing = text.trim() === '';
  const isFaulty = value === undefined || isWrong;
  const isTold = isFaulty && (isAsked || (isLeft && !isMissing));
  return (
    <TextField
      label={unit ? `${label} (${unit})` : label}
      hint={hint}
      value={text}
      onChange={type}
      onFocus={() => setLeft(false)}
      onBlur={() => setLeft(true)}
      inputMode="decimal"
      autoComplete="off"
      fault={isTold ? t(isMissing ? 'form.missing' : 'form.unreadable') : undefined}
    />
  );
}
