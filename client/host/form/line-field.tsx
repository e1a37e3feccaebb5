import { use } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#values/locale';
import { TextField } from '../../ui/text-field.tsx';
import { Asked } from './asked.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isWrong?: boolean;
  /** What is wrong with it, where that is known. */
  readonly fault?: string | undefined;
  readonly hint?: string | undefined;
  readonly type?: 'text' | 'email' | 'date' | 'time';
  /** In which it is written, where that is not the page's. */
  readonly language?: Language;
}

/** One line of words, or a date; wrong only once somebody has asked to send it. */
export function LineField({
  label,
  value,
  onChange,
  isWrong = false,
  fault,
  hint,
  type = 'text',
  language,
}: Props) {
  const { t } = useTranslation('host');
  const isTold = use(Asked) && isWrong;
  const told = fault ?? t(value.trim() === '' ? 'form.missing' : 'form.unreadable');
  return (
    <TextField
      label={label}
      hint={hint}
      value={value}
      onChange={onChange}
      type={type}
      language={language}
      autoComplete="off"
      fault={isTold ? told : undefined}
    />
  );
}
