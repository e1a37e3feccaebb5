import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FundPolicy, fundPolicy, type RevisedFundPolicy } from '#contract/seat-fund';
import { readFundPolicy, saveFundPolicy } from '../../api/host-endpoints.ts';
import { AmountField } from '../form/amount-field.tsx';
import { useDraft } from '../form/draft.ts';
import { EntryForm, Fields } from '../form/entry-form.tsx';
import { ManagersOnly } from '../form/managers-only.tsx';
import { useHosting } from '../hosting.ts';
import { Page, Panel } from '../page.tsx';
import { useAct, useRead } from '../reads.ts';

/** How the fund fills, what it pays for and how many seats it may open: read by hosts, changed by managers. */
export function FundPolicyPage() {
  const { t } = useTranslation('host');
  const { data, refusal } = useRead(readFundPolicy);
  return (
    <Page
      title={t('policy.title')}
      lead={t('policy.lead')}
      back={{ to: '/host/fund', label: t('nav.fund') }}
      refusal={refusal}
    >
      {data && <PolicyForm policy={data} />}
    </Page>
  );
}

/** The parts of the policy in the order in which one thinks of them, each with its unit. */
const PARTS = [
  { title: 'income', fields: { share: '%' } },
  { title: 'costs', fields: { seatCost: 'money', coffeeCost: 'money', lunchCost: 'money' } },
  { title: 'seats', fields: { floor: 'count', ceiling: 'count', newcomerReserve: 'count' } },
  { title: 'gauge', fields: { amberDays: 'count', greenDays: 'count' } },
] as const satisfies readonly { title: string; fields: Partial<Record<keyof FundPolicy, string>> }[];

type Written = { [Name in keyof FundPolicy]: number | undefined };

const isField = (name: string): name is keyof FundPolicy => name in fundPolicy.shape;

function PolicyForm({ policy: { revision: first, ...policy } }: { readonly policy: RevisedFundPolicy }) {
  const { t } = useTranslation('host');
  const { currency } = useHosting().view.space;
  const { written, change, read, isWrong } = useDraft<Written, FundPolicy>(policy, fundPolicy);
  const { act, isBusy, refusal } = useAct(saveFundPolicy);
  // Of what is written over, not of what was read since: that may be another's.
  const [revision, setRevision] = useState(first);
  const save = async () => {
    const saved = read && (await act({ body: { ...read, revision } }));
    if (saved) setRevision(saved.revision);
    return saved !== undefined;
  };
  const units = { '%': '%', money: currency, count: undefined } as const;
  return (
    <ManagersOnly>
      <EntryForm
        label={t('policy.title')}
        go={t('save')}
        isReady={read !== undefined}
        onSend={save}
        isBusy={isBusy}
        refusal={refusal}
      >
        {PARTS.map(({ title, fields }) => (
          <Panel key={title} title={t(`policy.part.${title}`)}>
            <p className="max-w-prose text-ink-700 text-sm">{t(`policy.about.${title}`)}</p>
            <Fields>
              {Object.entries(fields).map(([name, kind]) => {
                const unit = units[kind];
                return (
                  isField(name) && (
                    <AmountField
                      key={name}
                      label={t(`policy.field.${name}`)}
                      {...(unit && { unit })}
                      value={written[name]}
                      onChange={(value) => change({ [name]: value })}
                      isWrong={isWrong(name)}
                    />
                  )
                );
              })}
            </Fields>
          </Panel>
        ))}
      </EntryForm>
    </ManagersOnly>
  );
}
