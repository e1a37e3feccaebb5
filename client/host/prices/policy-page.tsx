import { useTranslation } from 'react-i18next';
import { bookingPolicy, type RevisedBookingPolicy } from '#contract/rooms';
import { AmountField } from '../form/amount-field.tsx';
import { useDraft } from '../form/draft.ts';
import { EntryForm, Fields } from '../form/entry-form.tsx';
import { Rows } from '../form/rows.tsx';
import { useHosting } from '../hosting.ts';
import { Panel } from '../page.tsx';
import { Closures } from './closures.tsx';
import { PolicyRead } from './policy-read.tsx';
import { useSavedPolicy } from './use-saved-policy.ts';
import { Vouchers } from './vouchers.tsx';
import { NUMBERS, type PolicyDraft, sentPolicy, writtenPolicy } from './written-policy.ts';

/** How rooms are let: until when what can be changed, what a cancellation keeps, closures and vouchers. */
export function PolicyPage() {
  const { t } = useTranslation('host');
  return (
    <PolicyRead title={t('rooms.policy.title')} lead={t('rooms.policy.lead')}>
      {(policy) => <PolicyForm policy={policy} />}
    </PolicyRead>
  );
}

function PolicyForm({ policy: opened }: { readonly policy: RevisedBookingPolicy }) {
  const { t } = useTranslation('host');
  const { timeZone } = useHosting().view.space;
  const { policy, save, isBusy, refusal } = useSavedPolicy(opened);
  const draft: PolicyDraft = useDraft(
    () => writtenPolicy(policy, timeZone),
    bookingPolicy,
    (written) => sentPolicy(policy, written, timeZone),
  );
  const { written, change, read, isWrong } = draft;
  return (
    <EntryForm
      label={t('rooms.policy.title')}
      go={t('save')}
      isReady={read !== undefined}
      onSend={() => save(read)}
      isBusy={isBusy}
      refusal={refusal}
    >
      <Panel title={t('letting.terms')}>
        <Fields>
          {NUMBERS.map(({ name, unit }) => (
            <AmountField
              key={name}
              label={t(`letting.${name}`)}
              {...(unit && { unit })}
              value={written[name]}
              onChange={(value) => change({ [name]: value })}
              isWrong={isWrong(name)}
            />
          ))}
        </Fields>
      </Panel>
      <Panel title={t('letting.cancellation')}>
        <p className="max-w-prose text-ink-700">{t('letting.cancellationLead')}</p>
        <Cancellation draft={draft} />
      </Panel>
      <Panel title={t('closures.title')}>
        <p className="max-w-prose text-ink-700">{t('closures.lead')}</p>
        <Closures rows={written.closures} onChange={(closures) => change({ closures })} isWrong={isWrong} />
      </Panel>
      <Panel title={t('vouchers.title')}>
        <Vouchers draft={draft} />
      </Panel>
    </EntryForm>
  );
}

function Cancellation({ draft: { written, change, isWrong } }: { readonly draft: PolicyDraft }) {
  const { t } = useTranslation('host');
  return (
    <Rows
      rows={written.cancellation}
      onChange={(cancellation) => change({ cancellation })}
      blank={() => ({ hoursBefore: undefined, keeps: undefined })}
      add={t('letting.addStep')}
      nameOf={(place) => t('letting.step', { place: place + 1 })}
      isFull={written.cancellation.length >= 10}
    >
      {({ hoursBefore, keeps }, changeRow, place) => (
        <Fields>
          <AmountField
            label={t('letting.hoursBefore')}
            value={hoursBefore}
            onChange={(value) => changeRow({ hoursBefore: value })}
            isWrong={isWrong(`cancellation.${place}.hoursBefore`)}
          />
          <AmountField
            label={t('letting.keeps')}
            unit="%"
            value={keeps}
            onChange={(value) => changeRow({ keeps: value })}
            isWrong={isWrong(`cancellation.${place}.keeps`)}
          />
        </Fields>
      )}
    </Rows>
  );
}
