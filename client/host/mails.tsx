import { useQuery, useQueryClient } from '@tanstack/react-query';
import { MailCheck, Mails as MailsSign, MailWarning } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Notification } from '#contract/notifications';
import { SECOND } from '#values/clock';
import { call } from '../api/call.ts';
import { listMails, resendMail } from '../api/host-endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useHosting } from './hosting.ts';
import { Nothing, Page } from './page.tsx';
import { MAILS } from './reads.ts';

const signs = { waiting: MailsSign, sent: MailCheck, dead: MailWarning } as const;
const SHOWN = 40;

/** The newest mails of the house: sent, waiting, or given up, and sent again by a host. */
export function Mails() {
  const { t } = useTranslation('host');
  const { timeZone } = useHosting().view.space;
  const { data, error } = useQuery({
    queryKey: MAILS,
    queryFn: ({ signal }) => call(listMails, { as: 'host', signal }),
    refetchInterval: 15 * SECOND,
  });
  return (
    <Page title={t('mails.title')} refusal={error instanceof Refusal ? error : undefined}>
      {data?.way === 'file' && <p className="text-ink-700 text-sm">{t('mails.file')}</p>}
      {data?.notifications.length === 0 && <Nothing>{t('mails.none')}</Nothing>}
      <ul className="flex flex-col gap-2">
        {data?.notifications.slice(0, SHOWN).map((mail) => (
          <MailRow key={mail.notificationId} mail={mail} timeZone={timeZone} />
        ))}
      </ul>
    </Page>
  );
}

function MailRow({ mail, timeZone }: { readonly mail: Notification; readonly timeZone: string }) {
  const { t } = useTranslation('host');
  const { weekdayTime } = useFormat(timeZone);
  const reads = useQueryClient();
  const { run, isBusy, refusal } = useAction(resendMail);
  const { notificationId, state, subject, to, language, createdAt } = mail;
  const Sign = signs[state];
  const resend = async () => {
    const reply = await run({ as: 'host', params: { notificationId } });
    if (!(reply instanceof Refusal)) await reads.invalidateQueries({ queryKey: MAILS });
  };
  return (
    <li className="flex flex-wrap items-center gap-4 rounded-lg bg-linen-50 p-4 shadow-low">
      <Sign aria-hidden className="size-7 shrink-0 text-wood-700" />
      <div className="min-w-0 grow basis-48">
        <h2 lang={language} dir="auto" className="break-words text-start text-base">
          {subject}
        </h2>
        <p className="break-words text-ink-700 text-sm">
          {t(`mails.state.${state}`)} · <bdi>{to}</bdi> · {weekdayTime(createdAt)}
        </p>
        <ErrorNote refusal={refusal} />
      </div>
      {state !== 'waiting' && (
        <Button isPending={isBusy} aria-label={t('mails.again', { subject })} onPress={() => void resend()}>
          {t('mails.resend')}
        </Button>
      )}
    </li>
  );
}
