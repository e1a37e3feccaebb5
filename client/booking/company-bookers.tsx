import { Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Booker, bookerId, newBooker } from '#contract/companies';
import { addBooker, removeBooker } from '../api/booker-endpoints.ts';
import { newId } from '../api/new-id.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { useLanguage } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import { CompanySection } from './company-section.tsx';
import { type SignedIn, useBookerChange } from './use-booker.ts';

/** Who books for the company: colleagues are let in, and let go. */
export function CompanyBookers({ signedIn }: { readonly signedIn: SignedIn }) {
  const { t } = useTranslation('booking');
  const { changed } = useBookerChange();
  const { company, bookers, booker: me, spending } = signedIn;
  const hold = (next: readonly Booker[]) => changed({ company, spending, bookers: [...next] });
  return (
    <CompanySection title={t('company.bookers')}>
      <ul className="flex flex-col divide-y divide-linen-300">
        {bookers.map((booker) => (
          <BookerRow
            key={booker.bookerId}
            booker={booker}
            isMe={booker.bookerId === me.bookerId}
            onRemoved={() => hold(bookers.filter((one) => one !== booker))}
          />
        ))}
      </ul>
      <NewBooker onAdded={(booker) => hold([...bookers, booker])} />
    </CompanySection>
  );
}

interface RowProps {
  readonly booker: Booker;
  readonly isMe: boolean;
  readonly onRemoved: () => void;
}

function BookerRow({ booker, isMe, onRemoved }: RowProps) {
  const { t } = useTranslation('booking');
  const { run, isBusy, refusal } = useAction(removeBooker);
  const { name, email } = booker;
  const remove = async () => {
    const reply = await run({ as: 'booker', params: { bookerId: booker.bookerId } });
    if (!(reply instanceof Refusal)) onRemoved();
  };
  return (
    <li data-testid="booker" className="flex flex-col gap-2 py-2 first:pt-0 last:pb-0">
      <span className="flex min-h-11 items-center justify-between gap-3">
        <span className="flex min-w-0 flex-col">
          <bdi className="font-semibold">{name}</bdi>
          <bdi className="break-all text-ink-700 text-sm">{email}</bdi>
        </span>
        {/* Whoever is signed in cannot lock themselves out. */}
        {isMe ? (
          <span className="text-ink-700 text-sm">{t('company.me')}</span>
        ) : (
          <Button
            tone="plain"
            isPending={isBusy}
            aria-label={t('remove', { name })}
            onPress={() => void remove()}
          >
            <Trash2 aria-hidden className="size-5" />
          </Button>
        )}
      </span>
      <ErrorNote refusal={refusal} />
    </li>
  );
}

function NewBooker({ onAdded }: { readonly onAdded: (booker: Booker) => void }) {
  const { t } = useTranslation('booking');
  const language = useLanguage();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { run, isBusy, refusal } = useAction(addBooker);
  // The same colleague, sent again when no answer came, is added once.
  const [id, setId] = useState(newId);
  const faultOf = (field: 'name' | 'email', text: string) => {
    if (!isChecked || newBooker.shape[field].safeParse(text.trim()).success) return undefined;
    return t(`details.fault.${text.trim() === '' ? 'missing' : 'unreadable'}`);
  };
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = newBooker.safeParse({
      bookerId: bookerId.parse(id),
      name: name.trim(),
      email: email.trim(),
      language,
    });
    setChecked(!wanted.success);
    if (!wanted.success) return;
    const reply = await run({ as: 'booker', body: wanted.data });
    if (reply instanceof Refusal) return;
    onAdded(reply);
    setName('');
    setEmail('');
    setId(newId());
  };
  return (
    <form noValidate onSubmit={(event) => void add(event)} className="flex flex-col gap-4">
      <h3 className="font-semibold">{t('company.addBooker')}</h3>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('details.name.any')}
          value={name}
          onChange={setName}
          fault={faultOf('name', name)}
          maxLength={120}
        />
        <TextField
          label={t('details.email.any')}
          value={email}
          onChange={setEmail}
          fault={faultOf('email', email)}
          type="email"
          inputMode="email"
        />
      </div>
      <ErrorNote refusal={refusal} />
      <Button type="submit" isPending={isBusy} className="self-end">
        {t('company.add')}
      </Button>
    </form>
  );
}
