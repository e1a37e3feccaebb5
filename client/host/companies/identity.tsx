import { useTranslation } from 'react-i18next';
import { type Company, type Identification, identification, type PostalAddress } from '#contract/companies';
import { changeCompany } from '../../api/host-endpoints.ts';
import { AddressFields } from '../form/address-fields.tsx';
import { type Draft, filled, useDraft } from '../form/draft.ts';
import { EntryForm, Fields } from '../form/entry-form.tsx';
import { LineField } from '../form/line-field.tsx';
import { Panel } from '../page.tsx';
import { useAct } from '../reads.ts';

/** Who a company is, while it is written; without a VAT number that line is empty. */
export interface WrittenIdentity {
  readonly name: string;
  readonly vatNumber: string;
  readonly address: PostalAddress;
}

/** What is sent of it; the contract says whether it can be. */
export const sentIdentity = ({ vatNumber, ...rest }: WrittenIdentity) => ({
  ...rest,
  ...filled('vatNumber', vatNumber),
});

interface Props {
  readonly draft: Pick<Draft<WrittenIdentity, unknown>, 'written' | 'change' | 'isWrong'>;
}

/** Its name, its VAT number and where its letters go. */
export function IdentityFields({ draft: { written, change, isWrong } }: Props) {
  const { t } = useTranslation('host');
  return (
    <>
      <Fields>
        <LineField
          label={t('form.name')}
          value={written.name}
          onChange={(name) => change({ name })}
          isWrong={isWrong('name')}
        />
        <LineField
          label={t('form.vatNumber')}
          hint={t('form.optional')}
          value={written.vatNumber}
          onChange={(vatNumber) => change({ vatNumber })}
          isWrong={isWrong('vatNumber')}
          fault={t('errors.vat_number_invalid')}
        />
      </Fields>
      <AddressFields
        address={written.address}
        onChange={(address) => change({ address })}
        isWrong={isWrong}
      />
    </>
  );
}

const NOWHERE: PostalAddress = { street: '', postcode: '', city: '', country: '' };

/** Corrects who a company is; the papers that were written keep what they say. */
export function IdentityForm({ company }: { readonly company: Company }) {
  const { t } = useTranslation('host');
  const { companyId, name, vatNumber = '', address = NOWHERE } = company;
  const draft = useDraft<WrittenIdentity, Identification>(
    { name, vatNumber, address },
    identification,
    sentIdentity,
  );
  const { read } = draft;
  const { act, isBusy, refusal } = useAct(changeCompany);
  const send = async () =>
    (await act({ params: { companyId }, body: { ...(read && { identification: read }) } })) !== undefined;
  return (
    <Panel title={t('company.identity')}>
      <p className="max-w-prose text-ink-700">{t('company.identityLead')}</p>
      <EntryForm
        label={t('company.identity')}
        go={t('save')}
        isReady={read !== undefined}
        onSend={send}
        isBusy={isBusy}
        refusal={refusal}
      >
        <IdentityFields draft={draft} />
      </EntryForm>
    </Panel>
  );
}
