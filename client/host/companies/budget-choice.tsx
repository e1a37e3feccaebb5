import { use } from 'react';
import { useTranslation } from 'react-i18next';
import { BudgetFields } from '../../ui/budget-fields.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { Asked } from '../form/asked.ts';
import { Fields } from '../form/entry-form.tsx';
import { useHosting } from '../hosting.ts';
import type { TermsDraft } from './terms-form.tsx';

/** Whether a company has a budget, and which. */
export function BudgetChoice({ draft: { written, change, isWrong } }: { readonly draft: TermsDraft }) {
  const { t } = useTranslation('host');
  const { currency } = useHosting().view.space;
  const isAsked = use(Asked);
  const { budget } = written;
  return (
    <>
      <CheckField
        label={t('company.hasBudget')}
        hint={t('company.budgetHint')}
        isSelected={written.hasBudget}
        onChange={(hasBudget) => change({ hasBudget })}
      />
      {written.hasBudget && (
        <Fields>
          <BudgetFields
            written={budget}
            onChange={(part) => change({ budget: { ...budget, ...part } })}
            currency={currency}
            isFaulty={(name) =>
              isAsked && isWrong(name === 'monthly' ? 'budget.monthly' : `budget.approver.${name}`)
            }
          />
        </Fields>
      )}
    </>
  );
}
