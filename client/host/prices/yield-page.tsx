import { useTranslation } from 'react-i18next';
import { type BookingPolicy, bookingPolicy, type RevisedBookingPolicy } from '#contract/rooms';
import { newId } from '../../api/new-id.ts';
import { useDraft } from '../form/draft.ts';
import { EntryForm } from '../form/entry-form.tsx';
import { type Row, Rows, rowsOf } from '../form/rows.tsx';
import { PolicyRead } from './policy-read.tsx';
import { RuleFields } from './rule-fields.tsx';
import { useSavedPolicy } from './use-saved-policy.ts';
import { blankRule, sentRule, type WrittenRule, writtenRule } from './written-rule.ts';
import { YieldPlay } from './yield-play.tsx';

/** The rules that raise and lower prices, played over what was booked before they hold. */
export function YieldPage() {
  const { t } = useTranslation('host');
  return (
    <PolicyRead title={t('rooms.yield.title')} lead={t('rooms.yield.lead')}>
      {(policy) => <RulesForm policy={policy} />}
    </PolicyRead>
  );
}

interface Written {
  readonly rules: readonly Row<WrittenRule>[];
}

function RulesForm({ policy: opened }: { readonly policy: RevisedBookingPolicy }) {
  const { t } = useTranslation('host');
  const { policy, save, isBusy, refusal } = useSavedPolicy(opened);
  const { written, change, read, isWrong } = useDraft<Written, BookingPolicy>(
    () => ({ rules: rowsOf(policy.yield.map(writtenRule)) }),
    bookingPolicy,
    ({ rules }) => ({ ...policy, yield: rules.map(({ value }) => sentRule(value)) }),
  );
  return (
    <EntryForm
      label={t('rooms.yield.title')}
      go={t('yield.save')}
      isReady={read !== undefined}
      onSend={() => save(read)}
      isBusy={isBusy}
      refusal={refusal}
    >
      <Rows
        rows={written.rules}
        onChange={(rules) => change({ rules })}
        blank={() => blankRule(newId())}
        add={t('yield.add')}
        nameOf={(place) => t('yield.rule', { place: place + 1 })}
        isFull={written.rules.length >= 20}
      >
        {(rule, changeRow, place) => (
          <RuleFields
            rule={rule}
            place={place}
            onChange={changeRow}
            isWrong={(path) => isWrong(`yield.${place}.${path}`)}
          />
        )}
      </Rows>
      <YieldPlay rules={read?.yield} before={policy.yield} />
    </EntryForm>
  );
}
