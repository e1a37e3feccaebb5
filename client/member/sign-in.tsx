import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passShown } from '#contract/people';
import { startSession } from '../api/endpoints.ts';
import type { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Logo } from '../ui/logo.tsx';
import { TextField } from '../ui/text-field.tsx';

interface Props {
  /** Why the link in the address did not sign anybody in. */
  readonly refusal: Refusal | undefined;
  readonly onSignedIn: () => void;
}

/** The way in without a link: the code and the PIN of one's pass. */
export function SignIn({ refusal, onSignedIn }: Props) {
  const { t } = useTranslation('member');
  const [code, setCode] = useState('');
  const [pin, setPin] = useState('');
  const [isUnfinished, setUnfinished] = useState(false);
  const session = useAction(startSession);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const pass = passShown.safeParse({ code, pin });
    setUnfinished(!pass.success);
    if (!pass.success) return;
    const reply = await session.run({ body: pass.data });
    if ('role' in reply) onSignedIn();
  };
  return (
    <main className="daylight min-h-dvh">
      <div className="mx-auto flex min-h-dvh max-w-md flex-col gap-7 px-5 py-8">
        <span className="flex items-center gap-3 font-semibold">
          <Logo className="size-11" />
          {t('house')}
        </span>
        <div className="flex flex-col gap-2">
          <h1 className="text-2xl">{t('signIn.title')}</h1>
          <p className="text-ink-700">{t('signIn.lead')}</p>
        </div>
        <form
          noValidate
          onSubmit={(event) => void submit(event)}
          className="wood flex flex-col gap-4 rounded-xl p-4"
        >
          <div className="flex flex-col gap-4 rounded-lg bg-linen-50 p-5">
            <TextField
              label={t('signIn.code')}
              hint={t('signIn.codeHint')}
              value={code}
              onChange={(text) => setCode(text.toUpperCase())}
              fault={isUnfinished ? t('signIn.unfinished') : undefined}
              maxLength={6}
              autoComplete="username"
              autoCapitalize="characters"
              spellCheck="false"
            />
            <TextField
              label={t('signIn.pin')}
              value={pin}
              onChange={setPin}
              type="password"
              inputMode="numeric"
              maxLength={4}
              autoComplete="current-password"
            />
            <ErrorNote refusal={session.refusal ?? refusal} />
            <Button type="submit" tone="strong" isPending={session.isBusy}>
              {t('signIn.go')}
            </Button>
          </div>
        </form>
        <p className="text-ink-700 text-sm">{t('signIn.noPass')}</p>
        <div className="mt-auto">
          <LanguageSwitch remember />
        </div>
      </div>
    </main>
  );
}
