import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { type NewCompany, newCompany } from '#contract/companies';
import { createCompany, listCompanies } from '../../api/host-endpoints.ts';
import { newId } from '../../api/new-id.ts';
import { useFormat } from '../../i18n/format.ts';
import { useDraft } from '../form/draft.ts';
import { EntryForm } from '../form/entry-form.tsx';
import { useHosting } from '../hosting.ts';
import { sideBySide } from '../lines.ts';
import { Nothing, Page, Panel } from '../page.tsx';
import { useAct, useRead } from '../reads.ts';
import { IdentityFields, sentIdentity, type WrittenIdentity } from './identity.tsx';

/** The companies that book here, and a new one. */
export function CompaniesPage() {
  const { t } = useTranslation('host');
  const { money } = useFormat();
  const { currency } = useHosting().view.space;
  const { data, refusal } = useRead(listCompanies);
  return (
    <Page title={t('nav.companies')} lead={t('companies.lead')} refusal={refusal}>
      {data?.companies.length === 0 && <Nothing>{t('companies.none')}</Nothing>}
      <ul className="flex flex-col gap-2">
        {data?.companies.map(({ companyId, name, address, collective, budget }) => (
          <li key={companyId}>
            <Link
              to={`/host/companies/${companyId}`}
              className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 rounded-lg bg-linen-50 p-4 shadow-low transition hover:bg-white"
            >
              <bdi className="grow font-semibold">{name}</bdi>
              <span className="text-ink-700 text-sm">
                {sideBySide([
                  address?.city,
                  collective && t('companies.collective'),
                  budget && t('companies.budget', { amount: money(budget.monthly, currency) }),
                ])}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <NewCompanyForm />
    </Page>
  );
}

/** Where a company of a space most likely is. */
const HOME = { EUR: 'NL', EGP: 'EG', JPY: 'JP' } as const;

function NewCompanyForm() {
  const { t } = useTranslation('host');
  const goTo = useNavigate();
  const { currency } = useHosting().view.space;
  const [companyId] = useState(newId);
  const draft = useDraft<WrittenIdentity, NewCompany>(
    { name: '', vatNumber: '', address: { street: '', postcode: '', city: '', country: HOME[currency] } },
    newCompany,
    (written) => ({ companyId, ...sentIdentity(written) }),
  );
  const { read } = draft;
  const { act, isBusy, refusal } = useAct(createCompany);
  const send = async () => {
    const made = await act({ ...(read && { body: read }) });
    if (made) void goTo(`/host/companies/${made.companyId}`);
    return made !== undefined;
  };
  return (
    <Panel title={t('companies.new')}>
      <EntryForm
        label={t('companies.new')}
        go={t('companies.create')}
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
