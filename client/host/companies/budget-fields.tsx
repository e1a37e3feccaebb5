import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '#values/locale';
import { CheckField } from '../../ui/check-field.tsx';
import { OWN_NAMES } from '../../ui/language-switch.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { AmountField } from '../form/amount-field.tsx';
import { Fields } from '../form/entry-form.tsx';
import { LineField } from '../form/line-field.tsx';
import { useHosting } from '../hosting.ts';
import type { TermsDraft } from './terms-form.tsx';

const CHOICES = LANGUAGES.map((value) => ({ value, label: OWN_NAMES[value] }));

/** What may be booked in a month, and who is asked by mail for more. */
export function BudgetFields({ draft: { written, change, isWrong } }: { readonly draft: TermsDraft }) {
  const { t } = useTranslation('host');
  const { currency } = useHosting().view.space;
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
          <AmountField
            label={t('company.monthly')}
            unit={currency}
            value={written.monthly}
            onChange={(monthly) => change({ monthly })}
            isWrong={isWrong('budget.monthly')}
          />
          <LineField
            label={t('company.approver')}
            value={written.approverName}
            onChange={(approverName) => change({ approverName })}
            isWrong={isWrong('budget.approver.name')}
          />
          <LineField
            label={t('company.approverAddress')}
            type="email"
            value={written.approverAddress}
            onChange={(approverAddress) => change({ approverAddress })}
            isWrong={isWrong('budget.approver.address')}
          />
          <SelectField
            label={t('company.language')}
            choices={CHOICES}
            value={written.approverLanguage}
            onChange={(approverLanguage) => change({ approverLanguage })}
          />
        </Fields>
      )}
    </>
  );
}
