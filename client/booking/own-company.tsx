import { useTranslation } from 'react-i18next';
import { Refusal } from '../api/refusal.ts';
import { useLink } from '../api/use-link.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Loading } from '../ui/loading.tsx';
import { CompanyPage } from './company-page.tsx';
import type { Letting } from './find-step.tsx';
import { LinkRequest } from './link-request.tsx';
import { useBooker, useBookerChange, useEndedSession } from './use-booker.ts';
import { COMPANY } from './use-link-word.ts';

/** For those who book for a company: signs in by the link of a mail, shows the company, or mails another link. */
export function OwnCompany({ letting }: { readonly letting: Letting }) {
  const { t } = useTranslation('booking');
  const { again } = useBookerChange();
  const link = useLink(() => void again(), COMPANY);
  const { data, error, isPending, isFetching } = useBooker();
  const isEnded = useEndedSession();
  const isOver = link.refusal?.code === 'link_unknown';
  if (link.isBusy || isPending || (isFetching && !data)) return <Loading />;
  if (data) return <CompanyPage signedIn={data} letting={letting} />;
  return (
    <main className="flex max-w-2xl flex-col gap-5">
      <h1 className="text-2xl">{t('company.signIn')}</h1>
      {(isOver || isEnded) && (
        <p role="alert" className="rounded-lg bg-wood-100 p-4 font-semibold">
          {t(isOver ? 'company.linkOver' : 'company.ended')}
        </p>
      )}
      <ErrorNote
        refusal={isOver ? undefined : (link.refusal ?? (error instanceof Refusal ? error : undefined))}
      />
      <LinkRequest spaceId={letting.place.spaceId} />
      <a
        href="/booking"
        className="flex min-h-11 w-fit items-center font-semibold underline decoration-2 underline-offset-4"
      >
        {t('company.without')}
      </a>
    </main>
  );
}
