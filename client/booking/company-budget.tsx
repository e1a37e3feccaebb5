import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Currency } from '#values/money';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { BudgetForm } from './budget-form.tsx';
import { CompanySection } from './company-section.tsx';
import type { SignedIn } from './use-booker.ts';

interface Props {
  readonly signedIn: SignedIn;
  readonly currency: Currency;
}

/** A name or an address keeps its own direction, whatever stands beside it. */
const apart = (text: string) => `\u2068${text}\u2069`;

/** How much of this month's budget is taken, who is asked beyond it, and the way to another. */
export function CompanyBudget({ signedIn, currency }: Props) {
  const { t } = useTranslation('booking');
  const { money, month } = useFormat();
  const [isChanging, setChanging] = useState(false);
  const { company, spending } = signedIn;
  const { budget } = company;
  const amounts = {
    taken: money(spending.taken, currency),
    monthly: money(budget?.monthly ?? 0, currency),
    month: month(spending.month),
  };
  return (
    <CompanySection title={t('company.budget')}>
      <p data-testid="budget" className="font-semibold">
        {t(budget ? 'company.taken' : 'company.noBudget', amounts)}
      </p>
      {budget && (
        <>
          <meter
            min={0}
            max={Math.max(1, budget.monthly)}
            value={spending.taken}
            aria-label={t('company.taken', amounts)}
            className="h-3 w-full"
          />
          <p className="text-ink-700">
            {t('company.approver', {
              name: apart(budget.approver.name),
              email: apart(budget.approver.address),
            })}
          </p>
        </>
      )}
      {isChanging ? (
        <BudgetForm budget={budget} currency={currency} onDone={() => setChanging(false)} />
      ) : (
        <Button className="self-end" onPress={() => setChanging(true)}>
          {t(budget ? 'company.changeBudget' : 'company.setBudget')}
        </Button>
      )}
    </CompanySection>
  );
}
