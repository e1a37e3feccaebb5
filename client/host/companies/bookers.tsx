import { useTranslation } from 'react-i18next';
import { type CompanyDetail, type NewBooker, newBooker } from '#contract/companies';
import { LANGUAGES, type Language } from '#values/locale';
import { addBooker, removeBooker } from '../../api/host-endpoints.ts';
import { newId } from '../../api/new-id.ts';
import { useLanguage } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { OWN_NAMES } from '../../ui/language-switch.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { useDraft } from '../form/draft.ts';
import { EntryForm, Fields } from '../form/entry-form.tsx';
import { LineField } from '../form/line-field.tsx';
import { Panel } from '../page.tsx';
import { useAct } from '../reads.ts';

/** Those who book for a company; each signs in by a link to their address. */
export function Bookers({ company: { company, bookers } }: { readonly company: CompanyDetail }) {
  const { t } = useTranslation('host');
  const { act, isBusy, refusal } = useAct(removeBooker);
  const { companyId } = company;
  return (
    <Panel title={t('bookers.title')}>
      {bookers.length === 0 && <p className="text-ink-700">{t('bookers.none')}</p>}
      <ul className="flex flex-col divide-y divide-linen-300">
        {bookers.map(({ bookerId, name, email }) => (
          <li key={bookerId} className="flex items-center justify-between gap-4 py-2">
            <span className="flex min-w-0 flex-col">
              <bdi className="font-semibold">{name}</bdi>
              <bdi className="break-all text-ink-700 text-sm">{email}</bdi>
            </span>
            <Button
              isDisabled={isBusy}
              aria-label={t('remove', { name })}
              onPress={() => void act({ params: { companyId, bookerId } })}
            >
              {t('bookers.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <ErrorNote refusal={refusal} />
      <BookerForm companyId={companyId} />
    </Panel>
  );
}

interface Written {
  readonly bookerId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

function BookerForm({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation('host');
  const language = useLanguage();
  const blank = (): Written => ({ bookerId: newId(), name: '', email: '', language });
  const { written, change, begin, read, isWrong } = useDraft<Written, NewBooker>(blank, newBooker);
  const { act, isBusy, refusal } = useAct(addBooker);
  const send = async () => {
    const added = await act({ params: { companyId }, ...(read && { body: read }) });
    if (added) begin(blank());
    return added !== undefined;
  };
  return (
    <EntryForm
      label={t('bookers.new')}
      go={t('bookers.add')}
      isReady={read !== undefined}
      onSend={send}
      isBusy={isBusy}
      refusal={refusal}
      done={t('bookers.added')}
    >
      <Fields>
        <LineField
          label={t('bookers.name')}
          value={written.name}
          onChange={(name) => change({ name })}
          isWrong={isWrong('name')}
        />
        <LineField
          label={t('form.email')}
          type="email"
          value={written.email}
          onChange={(email) => change({ email })}
          isWrong={isWrong('email')}
        />
        <SelectField
          label={t('company.language')}
          choices={LANGUAGES.map((value) => ({ value, label: OWN_NAMES[value] }))}
          value={written.language}
          onChange={(chosen) => change({ language: chosen })}
        />
      </Fields>
    </EntryForm>
  );
}
