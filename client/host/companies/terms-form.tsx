import { useTranslation } from 'react-i18next';
import { type Company, type CompanyChange, companyChange, naming } from '#contract/companies';
import { changeCompany } from '../../api/host-endpoints.ts';
import { listRooms } from '../../api/room-endpoints.ts';
import { useLanguage } from '../../i18n/format.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { AmountField } from '../form/amount-field.tsx';
import { type Draft, useDraft } from '../form/draft.ts';
import { EntryForm, Fields } from '../form/entry-form.tsx';
import { LineField } from '../form/line-field.tsx';
import { Rows } from '../form/rows.tsx';
import { useHosting } from '../hosting.ts';
import { Panel } from '../page.tsx';
import { useAct, useRead } from '../reads.ts';
import { BudgetChoice } from './budget-choice.tsx';
import { sentTerms, type WrittenTerms, writtenTerms } from './terms.ts';

/** A draft of a company's terms. */
export type TermsDraft = Draft<WrittenTerms, CompanyChange>;

/** What is agreed with a company: how it pays, what of the tariff, and how much it may book in a month. */
export function TermsForm({ company }: { readonly company: Company }) {
  const { t } = useTranslation('host');
  const language = useLanguage();
  const by = { currency: useHosting().view.space.currency, language };
  const draft: TermsDraft = useDraft(
    () => writtenTerms(company, by),
    companyChange,
    (terms) => sentTerms(terms, by),
  );
  const { read, written, change, isWrong } = draft;
  const { act, isBusy, refusal } = useAct(changeCompany);
  const { companyId } = company;
  return (
    <EntryForm
      label={t('company.terms')}
      go={t('save')}
      isReady={read !== undefined}
      onSend={async () => (await act({ params: { companyId }, ...(read && { body: read }) })) !== undefined}
      isBusy={isBusy}
      refusal={refusal}
    >
      <Panel title={t('company.invoicing')}>
        <CheckField
          label={t('company.collective')}
          hint={t('company.collectiveHint')}
          isSelected={written.collective}
          onChange={(collective) => change({ collective })}
        />
        <CheckField
          label={t('company.orderNeeded')}
          isSelected={written.orderNeeded}
          onChange={(orderNeeded) => change({ orderNeeded })}
        />
        <Fields>
          <LineField
            label={t('company.costCentres')}
            hint={t('company.costCentresHint')}
            value={written.costCentres}
            onChange={(costCentres) => change({ costCentres })}
            isWrong={isWrong('costCentres')}
          />
          <SelectField
            label={t('company.naming')}
            choices={naming.options.map((value) => ({ value, label: t(`company.named.${value}`) }))}
            value={written.naming}
            onChange={(value) => change({ naming: value })}
          />
        </Fields>
      </Panel>
      <Panel title={t('company.rates')}>
        <p className="max-w-prose text-ink-700">{t('company.ratesLead')}</p>
        <Rates draft={draft} />
      </Panel>
      <Panel title={t('company.budget')}>
        <BudgetChoice draft={draft} />
      </Panel>
    </EntryForm>
  );
}

function Rates({ draft: { written, change, isWrong } }: { readonly draft: TermsDraft }) {
  const { t } = useTranslation('host');
  const language = useLanguage();
  const { id: spaceId } = useHosting().view.space;
  const { data } = useRead(listRooms, { params: { spaceId } });
  const rooms = data?.rooms.map(({ roomId, labels }) => ({ value: roomId, label: labels[language] })) ?? [];
  const choices: { value: string; label: string }[] = [{ value: '', label: t('company.allRooms') }, ...rooms];
  const nameOf = (place: number) =>
    choices.find(({ value }) => value === written.rates[place]?.value.roomId)?.label ?? '';
  return (
    <Rows
      rows={written.rates}
      onChange={(rates) => change({ rates })}
      blank={() => ({ roomId: '', share: undefined })}
      add={t('company.addRate')}
      nameOf={nameOf}
    >
      {({ roomId, share }, changeRow, place) => (
        <Fields>
          <SelectField
            label={t('company.room')}
            choices={choices}
            value={roomId}
            onChange={(chosen) => changeRow({ roomId: chosen })}
          />
          <AmountField
            label={t('company.share')}
            unit="%"
            value={share}
            onChange={(value) => changeRow({ share: value })}
            isWrong={isWrong(`rates.${place}`)}
          />
        </Fields>
      )}
    </Rows>
  );
}
