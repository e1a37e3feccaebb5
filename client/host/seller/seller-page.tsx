import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newSeller, type Seller } from '#contract/invoices';
import { readSeller, saveSeller } from '../../api/host-endpoints.ts';
import { AddressFields } from '../form/address-fields.tsx';
import { AmountField } from '../form/amount-field.tsx';
import { filled, useDraft } from '../form/draft.ts';
import { EntryForm, Fields } from '../form/entry-form.tsx';
import { LineField } from '../form/line-field.tsx';
import { ManagersOnly } from '../form/managers-only.tsx';
import { Page, Panel } from '../page.tsx';
import { useAct, useRead } from '../reads.ts';

type Written = Omit<Seller, 'bic' | 'dueDays'> & { bic: string; dueDays: number | undefined };

const BLANK: Written = {
  prefix: '',
  name: '',
  address: { street: '', postcode: '', city: '', country: '' },
  vatNumber: '',
  registration: '',
  iban: '',
  bic: '',
  email: '',
  dueDays: 14,
};

const packed = (code: string) => code.replace(/\s/g, '').toUpperCase();

const sentOf = ({ bic, ...rest }: Written) => ({
  ...rest,
  vatNumber: packed(rest.vatNumber),
  iban: packed(rest.iban),
  ...filled('bic', packed(bic)),
});

/** Who sends the space's invoices and where they are paid; before that is said, none can be written. */
export function SellerPage() {
  const { t } = useTranslation('host');
  const { data, refusal } = useRead(readSeller);
  const isMissing = refusal?.code === 'seller_unknown';
  // A form that has been begun stays while what it has sent is read again.
  const [isBegun, setBegun] = useState(false);
  if (!isBegun && (data || isMissing)) setBegun(true);
  return (
    <Page title={t('nav.seller')} lead={t('seller.lead')} refusal={isMissing ? undefined : refusal}>
      {isMissing && <p className="rounded-lg bg-tomato-100 p-4 font-semibold">{t('waiting.seller')}</p>}
      {isBegun && (
        <ManagersOnly>
          <SellerForm seller={{ ...BLANK, ...data }} />
        </ManagersOnly>
      )}
    </Page>
  );
}

function SellerForm({ seller }: { readonly seller: Written }) {
  const { t } = useTranslation('host');
  const { written, change, read, isWrong } = useDraft<Written, Seller>(seller, newSeller, sentOf);
  const { act, isBusy, refusal } = useAct(saveSeller);
  const line = (name: 'prefix' | 'name' | 'vatNumber' | 'registration' | 'iban' | 'bic' | 'email') => (
    <LineField
      key={name}
      label={t(`seller.field.${name}`)}
      hint={t(`seller.hint.${name}`, { defaultValue: '' }) || undefined}
      value={written[name]}
      onChange={(value) => change({ [name]: value })}
      isWrong={isWrong(name)}
    />
  );
  return (
    <EntryForm
      label={t('nav.seller')}
      go={t('save')}
      isReady={read !== undefined}
      onSend={async () => (await act({ ...(read && { body: read }) })) !== undefined}
      isBusy={isBusy}
      refusal={refusal}
    >
      <Panel title={t('seller.who')}>
        <Fields>
          {line('name')}
          {line('registration')}
          {line('vatNumber')}
          {line('email')}
        </Fields>
        <AddressFields
          address={written.address}
          onChange={(address) => change({ address })}
          isWrong={isWrong}
        />
      </Panel>
      <Panel title={t('seller.paid')}>
        <Fields>
          {line('iban')}
          {line('bic')}
          {line('prefix')}
          <AmountField
            label={t('seller.field.dueDays')}
            value={written.dueDays}
            onChange={(dueDays) => change({ dueDays })}
            isWrong={isWrong('dueDays')}
          />
        </Fields>
      </Panel>
    </EntryForm>
  );
}
