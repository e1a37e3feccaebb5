import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Company, type Naming, type OwnChange, ownChange } from '#contract/companies';
import { changeOwnCompany } from '../api/booker-endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { CheckField } from '../ui/check-field.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { CompanySection } from './company-section.tsx';
import { useBookerChange } from './use-booker.ts';

const NAMINGS: readonly Naming[] = ['unnamed', 'named', 'thanked'];

const linesOf = (text: string) => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

/** What a company wants on its invoices, and whether it is named beside the seats that it carries. */
export function CompanyTerms({ company }: { readonly company: Company }) {
  const { t } = useTranslation('booking');
  const { changed } = useBookerChange();
  const [orderNeeded, setOrderNeeded] = useState(company.orderNeeded);
  const [centres, setCentres] = useState(() => company.costCentres.join('\n'));
  const [naming, setNaming] = useState(company.naming);
  const [isSaved, setSaved] = useState(false);
  const { run, isBusy, refusal } = useAction(changeOwnCompany);
  const wanted = ownChange.safeParse({
    orderNeeded,
    costCentres: linesOf(centres),
    naming,
  } satisfies OwnChange);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!wanted.success) return;
    const reply = await run({ as: 'booker', body: wanted.data });
    if (reply instanceof Refusal) return;
    changed(reply);
    setSaved(true);
  };
  const edit =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      setSaved(false);
    };
  return (
    <CompanySection title={t('company.terms')}>
      <form noValidate onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
        <CheckField
          label={t('company.orderNeeded')}
          isSelected={orderNeeded}
          onChange={edit(setOrderNeeded)}
        />
        <TextField
          label={t('company.costCentres')}
          hint={t('company.costCentresHint')}
          rows={3}
          value={centres}
          onChange={edit(setCentres)}
          fault={wanted.success ? undefined : t('details.fault.unreadable')}
        />
        <SelectField
          label={t('company.naming')}
          choices={NAMINGS.map((value) => ({ value, label: t(`company.named.${value}`) }))}
          value={naming}
          onChange={edit(setNaming)}
        />
        <ErrorNote refusal={refusal} />
        <div className="flex flex-wrap items-center justify-end gap-4">
          <p role="status" className="font-semibold text-leaf-700">
            {isSaved && t('saved')}
          </p>
          <Button type="submit" isPending={isBusy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </CompanySection>
  );
}
