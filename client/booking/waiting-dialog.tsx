import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bookingId } from '#contract/bookings';
import { type Billing, billing } from '#contract/companies';
import type { BookingWish } from '#contract/quotes';
import { newId } from '../api/new-id.ts';
import { Refusal } from '../api/refusal.ts';
import { joinWaitingList } from '../api/room-endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { useLanguage } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import { billingBy } from './details.ts';
import { useBooker } from './use-booker.ts';

interface Props {
  readonly wish: BookingWish;
  /** The room and the time, in words. */
  readonly about: string;
  readonly onClose: () => void;
}

/** To be told when a taken room is free: whom to write to. Who pays is asked when it is held for them. */
export function WaitingDialog({ wish, about, onClose }: Props) {
  const { t } = useTranslation('booking');
  const language = useLanguage();
  const { data: signedIn } = useBooker();
  const [typed, setTyped] = useState<{ name?: string; email?: string }>({});
  const [isChecked, setChecked] = useState(false);
  const [isJoined, setJoined] = useState(false);
  // Asked again when no answer came, it is the same wait.
  const [id] = useState(newId);
  const { run, isBusy, refusal } = useAction(joinWaitingList);
  const name = typed.name ?? signedIn?.booker.name ?? '';
  const email = typed.email ?? signedIn?.booker.email ?? '';
  const who = billing.safeParse({ kind: 'consumer', name: name.trim(), email: email.trim() });
  const faultOf = (field: 'name' | 'email', text: string) => {
    const isWrong = isChecked && who.error?.issues.some(({ path }) => path.at(-1) === field);
    return isWrong ? t(`details.fault.${text.trim() === '' ? 'missing' : 'unreadable'}`) : undefined;
  };
  const join = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(!who.success);
    if (!who.success) return;
    const ofCompany = signedIn && billing.safeParse({ ...billingBy(signedIn), attention: name, email });
    const payer: Billing = ofCompany?.success ? ofCompany.data : who.data;
    const reply = await run({ body: { ...wish, waitId: bookingId.parse(id), billing: payer, language } });
    if (!(reply instanceof Refusal)) setJoined(true);
  };
  return (
    <Dialog title={t('waiting.title')} isOpen onClose={onClose}>
      <p className="font-semibold">{about}</p>
      {isJoined ? (
        <>
          <p role="status" className="rounded-lg bg-leaf-100 p-4 font-semibold">
            {t('waiting.joined', { email: email.trim() })}
          </p>
          <Button tone="strong" className="self-end" onPress={onClose}>
            {t('common:done')}
          </Button>
        </>
      ) : (
        <form noValidate onSubmit={(event) => void join(event)} className="flex flex-col gap-4">
          <p>{t('waiting.text')}</p>
          <TextField
            label={t('details.name.consumer')}
            value={name}
            onChange={(text) => setTyped({ ...typed, name: text })}
            fault={faultOf('name', name)}
            autoComplete="name"
          />
          <TextField
            label={t('details.email.any')}
            value={email}
            onChange={(text) => setTyped({ ...typed, email: text })}
            fault={faultOf('email', email)}
            type="email"
            inputMode="email"
            autoComplete="email"
          />
          <ErrorNote refusal={refusal} />
          <footer className="flex flex-wrap justify-end gap-3">
            <Button onPress={onClose}>{t('back')}</Button>
            <Button type="submit" tone="act" isPending={isBusy}>
              {t('waiting.go')}
            </Button>
          </footer>
        </form>
      )}
    </Dialog>
  );
}
