import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Budget, budget as budgetOf } from '#contract/companies';
import type { Currency } from '#values/money';
import { changeOwnCompany } from '../api/booker-endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { useLanguage } from '../i18n/format.ts';
import { BudgetFields, sentBudget, writtenBudget } from '../ui/budget-fields.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useBookerChange } from './use-booker.ts';

interface Props {
  readonly budget: Budget | undefined;
  readonly currency: Currency;
  readonly onDone: () => void;
}

/** What may be booked in a month without asking anybody, and who is asked beyond that. */
export function BudgetForm({ budget, currency, onDone }: Props) {
  const { t } = useTranslation('booking');
  const by = { currency, language: useLanguage() };
  const { changed } = useBookerChange();
  const [written, setWritten] = useState(() => writtenBudget(budget, by));
  const [isChecked, setChecked] = useState(false);
  const { run, isBusy, refusal } = useAction(changeOwnCompany);
  const parsed = budgetOf.safeParse(sentBudget(written, by));
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
      <BudgetFields
        written={written}
        onChange={(part) => setWritten({ ...written, ...part })}
        currency={currency}
        isFaulty={(name) =>
          isChecked && parsed.error?.issues.some(({ path }) => path.at(-1) === name) === true
        }
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
