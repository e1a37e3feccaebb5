import { useQuery } from '@tanstack/react-query';
import { DoorOpen, LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { listCompanyPapers } from '../api/booker-endpoints.ts';
import { call } from '../api/call.ts';
import { endSession } from '../api/endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { CompanyAddress } from './company-address.tsx';
import { CompanyBookers } from './company-bookers.tsx';
import { CompanyBookings } from './company-bookings.tsx';
import { CompanyBudget } from './company-budget.tsx';
import { CompanyFeeds } from './company-feeds.tsx';
import { CompanySection } from './company-section.tsx';
import { CompanyTerms } from './company-terms.tsx';
import type { Letting } from './find-step.tsx';
import { PaperList } from './paper-list.tsx';
import { OWN, type SignedIn, useBookerChange } from './use-booker.ts';

interface Props {
  readonly signedIn: SignedIn;
  readonly letting: Letting;
}

/** A company for those who book for it: what it has booked and been sent, its terms, its bookers, its calendar. */
export function CompanyPage({ signedIn, letting }: Props) {
  const { t } = useTranslation('booking');
  const { signedOut } = useBookerChange();
  const { run, isBusy, refusal } = useAction(endSession);
  const { company, booker } = signedIn;
  const signOut = async () => {
    const reply = await run({ as: 'booker' });
    if (!(reply instanceof Refusal)) signedOut();
  };
  return (
    <main className="flex flex-col gap-6">
      <div className="flex items-start justify-between gap-x-6 gap-y-3 max-md:flex-wrap">
        <div className="flex min-w-0 flex-col gap-1">
          <h1 className="text-2xl">
            <bdi>{company.name}</bdi>
          </h1>
          <p className="text-ink-700">{t('company.you', { name: booker.name })}</p>
        </div>
        <div className="flex shrink-0 gap-3 max-sm:shrink max-sm:flex-wrap">
          <Button tone="plain" isPending={isBusy} onPress={() => void signOut()}>
            <LogOut aria-hidden className="size-5 rtl:-scale-x-100" />
            {t('company.signOut')}
          </Button>
          <a
            href="/booking"
            className="inline-flex min-h-11 items-center gap-2 rounded-md bg-tomato-600 px-5 py-2 font-semibold text-white shadow-low transition hover:bg-tomato-700"
          >
            <DoorOpen aria-hidden className="size-5" />
            {t('heading')}
          </a>
        </div>
      </div>
      <ErrorNote refusal={refusal} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-6">
          <CompanyBookings letting={letting} />
          <CompanyPapers />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <CompanyBookers signedIn={signedIn} />
          <CompanyBudget signedIn={signedIn} currency={letting.place.currency} />
          <CompanyTerms company={company} />
          <CompanyAddress company={company} />
          <CompanyFeeds />
        </div>
      </div>
    </main>
  );
}

function CompanyPapers() {
  const { t } = useTranslation('booking');
  const { data, error } = useQuery({
    queryKey: [...OWN, 'papers'],
    queryFn: ({ signal }) => call(listCompanyPapers, { as: 'booker', signal }),
  });
  return (
    <CompanySection title={t('company.papers')}>
      <ErrorNote refusal={error instanceof Refusal ? error : undefined} />
      {data?.papers.length === 0 && <p className="text-ink-700">{t('company.noPapers')}</p>}
      {data && data.papers.length > 0 && <PaperList papers={data.papers} />}
    </CompanySection>
  );
}
