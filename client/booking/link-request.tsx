import { MailCheck } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bookerLinkRequest } from '#contract/companies';
import type { SpaceId } from '#contract/spaces';
import { mailBookerLink } from '../api/booker-endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { TextField } from '../ui/text-field.tsx';

/** Asks for a link to sign in. Nobody learns from the answer whose address is known here. */
export function LinkRequest({ spaceId }: { readonly spaceId: SpaceId }) {
  const { t } = useTranslation('booking');
  const [email, setEmail] = useState('');
  const [fault, setFault] = useState<string>();
  const [sentTo, setSentTo] = useState<string>();
  const { run, isBusy, refusal } = useAction(mailBookerLink);
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    setSentTo(undefined);
    const wanted = bookerLinkRequest.safeParse({ spaceId, email: email.trim() });
    if (!wanted.success) return setFault(email.trim() === '' ? 'missing' : 'unreadable');
    const reply = await run({ body: wanted.data });
    if (!(reply instanceof Refusal)) setSentTo(wanted.data.email);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => void ask(event)}
      className="flex flex-col gap-4 rounded-xl bg-linen-50 p-5 shadow-low"
    >
      <TextField
        label={t('details.email.any')}
        hint={t('company.linkHint')}
        value={email}
        onChange={(text) => {
          setEmail(text);
          setFault(undefined);
        }}
        fault={fault && t(`details.fault.${fault}`)}
        type="email"
        inputMode="email"
        autoComplete="email"
      />
      <ErrorNote refusal={refusal} />
      <div role="status" className="empty:hidden">
        {sentTo && (
          <p className="flex items-start gap-3 rounded-lg bg-leaf-100 p-4 font-semibold">
            <MailCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-leaf-700" />
            <span>{t('company.linkSent', { email: sentTo })}</span>
          </p>
        )}
      </div>
      <Button type="submit" tone="act" isPending={isBusy} className="self-end">
        {t('company.sendLink')}
      </Button>
    </form>
  );
}
