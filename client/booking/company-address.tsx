import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Company, postalAddress } from '#contract/companies';
import { changeOwnCompany } from '../api/booker-endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import { CompanySection } from './company-section.tsx';
import { useBookerChange } from './use-booker.ts';

const LINES = ['street', 'postcode', 'city', 'country'] as const;

/** Where a company has its invoices sent. Its name and VAT number, by which it is known again, only hosts change. */
export function CompanyAddress({ company }: { readonly company: Company }) {
  const { t } = useTranslation('booking');
  const { changed } = useBookerChange();
  const [address, setAddress] = useState(
    company.address ?? { street: '', postcode: '', city: '', country: '' },
  );
  const [isChecked, setChecked] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const { run, isBusy, refusal } = useAction(changeOwnCompany);
  const parsed = postalAddress.safeParse(address);
  const faultOf = (name: (typeof LINES)[number]) => {
    const isWrong = isChecked && parsed.error?.issues.some(({ path }) => path.at(-1) === name);
    return isWrong ? t(`details.fault.${address[name].trim() === '' ? 'missing' : 'unreadable'}`) : undefined;
  };
  const write = (name: (typeof LINES)[number], text: string) => {
    setAddress({ ...address, [name]: name === 'country' ? text.trim().toUpperCase() : text });
    setSaved(false);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(!parsed.success);
    if (!parsed.success) return;
    const reply = await run({ as: 'booker', body: { address: parsed.data } });
    if (reply instanceof Refusal) return;
    changed(reply);
    setSaved(true);
  };
  return (
    <CompanySection title={t('company.address')}>
      <p className="text-ink-700">{t('company.addressText')}</p>
      <form noValidate onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
        {LINES.map((name) => (
          <TextField
            key={name}
            label={t(`details.${name}.any`)}
            value={address[name]}
            onChange={(text) => write(name, text)}
            fault={faultOf(name)}
          />
        ))}
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
