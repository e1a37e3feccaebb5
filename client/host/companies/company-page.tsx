import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readCompany } from '../../api/host-endpoints.ts';
import { useFormat } from '../../i18n/format.ts';
import { useHosting } from '../hosting.ts';
import { Facts, Page, Panel } from '../page.tsx';
import { useRead } from '../reads.ts';
import { Bookers } from './bookers.tsx';
import { IdentityForm } from './identity.tsx';
import { TermsForm } from './terms-form.tsx';

/** One company: who it is, what is agreed with it, how much of its budget is taken, and who books for it. */
export function CompanyPage() {
  const { t } = useTranslation('host');
  const { companyId = '' } = useParams();
  const { data, refusal } = useRead(readCompany, { params: { companyId } });
  const { money, month } = useFormat();
  const { currency } = useHosting().view.space;
  const { company, spending } = data ?? {};
  return (
    <Page
      title={company?.name ?? t('nav.companies')}
      back={{ to: '/host/companies', label: t('nav.companies') }}
      refusal={refusal}
    >
      {data && company && spending && (
        <>
          {company.budget && (
            <Panel>
              <Facts
                facts={[
                  [
                    t('company.spending', { month: month(spending.month) }),
                    t('company.spent', {
                      taken: money(spending.taken, currency),
                      budget: money(company.budget.monthly, currency),
                    }),
                  ],
                ]}
              />
            </Panel>
          )}
          <IdentityForm key={`${companyId} who`} company={company} />
          <TermsForm key={companyId} company={company} />
          <Bookers company={data} />
        </>
      )}
    </Page>
  );
}
