import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Budget, budget as budgetOf } from '#contract/companies';
import { LANGUAGES } from '#values/locale';
import { CURRENCIES, type Currency } from '#values/money';
import { changeOwnCompany } from '../api/booker-endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { useLanguage } from '../i18n/format.ts';
import { shownNumber, typedNumber } from '../i18n/typed.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { OWN_NAMES } from '../ui/language-switch.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useBookerChange } from './use-booker.ts';

interface Props {
  readonly budget: Budget | undefined;
  readonly currency: Currency;
  readonly onDone: () => void;
}

/** What may be booked in a month without asking anybody, and who is asked beyond that. */
export function BudgetForm({ budget, currency, onDone }: Props) {
  const { t } = useTranslation('booking');
  const language = useLanguage();
  const { changed } = useBookerChange();
  const decimals = CURRENCIES[currency];
  const [amount, setAmount] = useState(() => (budget ? shownNumber(budget.monthly, decimals, language) : ''));
  const [approver, setApprover] = useState(budget?.approver ?? { name: '', address: '', language });
  const [isChecked, setChecked] = useState(false);
  const { run, isBusy, refusal } = useAction(changeOwnCompany);
  const parsed = budgetOf.safeParse({
    monthly: typedNumber(amount, decimals, language),
    approver: { ...approver, name: approver.name.trim(), address: approver.address.trim() },
  });
  const faultOf = (field: string, text: string) => {
    const isWrong = isChecked && parsed.error?.issues.some(({ path }) => path.at(-1) === field);
    return isWrong ? t(`details.fault.${text.trim() === '' ? 'missing' : 'unreadable'}`) : undefined;
  };
  const send = async (wanted: Budget | null) => {
    const reply = await run({ as: 'booker', body: { budget: wanted } });
    if (reply instanceof Refusal) return;
    changed(reply);
    onDone();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    setChecked(!parsed.success);
    if (parsed.success) void send(parsed.data);
  };
  return (
    <form noValidate onSubmit={save} className="flex flex-col gap-4">
      <TextField
        label={t('company.monthly', { currency })}
        value={amount}
        onChange={setAmount}
        fault={faultOf('monthly', amount)}
        inputMode="decimal"
      />
      <TextField
        label={t('company.approverName')}
        value={approver.name}
        onChange={(name) => setApprover({ ...approver, name })}
        fault={faultOf('name', approver.name)}
      />
      <TextField
        label={t('company.approverEmail')}
        value={approver.address}
        onChange={(address) => setApprover({ ...approver, address })}
        fault={faultOf('address', approver.address)}
        type="email"
        inputMode="email"
      />
      <SelectField
        label={t('company.approverLanguage')}
        choices={LANGUAGES.map((value) => ({ value, label: OWN_NAMES[value] }))}
        value={approver.language}
        onChange={(chosen) => setApprover({ ...approver, language: chosen })}
      />
      <ErrorNote refusal={refusal} />
      <footer className="flex flex-wrap justify-end gap-3">
        {budget && (
          <Button tone="plain" isDisabled={isBusy} onPress={() => void send(null)}>
            {t('company.endBudget')}
          </Button>
        )}
        <Button isDisabled={isBusy} onPress={onDone}>
          {t('back')}
        </Button>
        <Button type="submit" tone="strong" isPending={isBusy}>
          {t('save')}
        </Button>
      </footer>
    </form>
  );
}
