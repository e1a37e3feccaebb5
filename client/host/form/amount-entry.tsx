import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Currency, Minor } from '#values/money';
import { newId } from '../../api/new-id.ts';
import type { Refusal } from '../../api/refusal.ts';
import { Panel } from '../page.tsx';
import { AmountField } from './amount-field.tsx';
import { EntryForm, Fields } from './entry-form.tsx';

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly go: string;
  readonly currency: Currency;
  /** What stands there until something else is typed. */
  readonly first: Minor | undefined;
  /** `id` names this one movement of money, however often it is sent. Resolves with whether it was done. */
  readonly onSend: (movement: { id: string; amount: Minor }) => Promise<boolean>;
  readonly isBusy: boolean;
  readonly refusal: Refusal | undefined;
}

/** Money that moves once: an amount, under an id of its own until it is done. */
export function AmountEntry({ title, lead, go, currency, first, onSend, isBusy, refusal }: Props) {
  const { t } = useTranslation('host');
  const [id, setId] = useState(newId);
  const [typed, setTyped] = useState<{ amount: Minor | undefined }>();
  const amount = typed ? typed.amount : first;
  const isAmount = amount !== undefined && amount > 0;
  const send = async () => {
    if (!isAmount || !(await onSend({ id, amount }))) return false;
    setId(newId());
    setTyped(undefined);
    return true;
  };
  return (
    <Panel title={title}>
      <p className="max-w-prose text-ink-700">{lead}</p>
      <EntryForm label={title} go={go} isReady={isAmount} onSend={send} isBusy={isBusy} refusal={refusal}>
        <Fields>
          <AmountField
            key={id}
            label={t('form.amount')}
            unit={currency}
            value={amount}
            onChange={(next) => setTyped({ amount: next })}
            isWrong={!isAmount}
          />
        </Fields>
      </EntryForm>
    </Panel>
  );
}
