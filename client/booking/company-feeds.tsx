import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CalendarPlus, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Feed, feedId } from '#contract/feeds';
import { endFeed, listFeeds, openFeed } from '../api/booker-endpoints.ts';
import { call } from '../api/call.ts';
import { newId } from '../api/new-id.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { CompanySection } from './company-section.tsx';
import { OWN } from './use-booker.ts';

const KEY = [...OWN, 'feeds'];

/** Addresses at which a calendar follows the company's bookings. Whoever knows one reads it, until it is ended. */
export function CompanyFeeds() {
  const { t } = useTranslation('booking');
  const reads = useQueryClient();
  const { data, error } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call(listFeeds, { as: 'booker', signal }),
  });
  const { run, isBusy, refusal } = useAction(openFeed);
  const open = async () => {
    const subject = { kind: 'company' } as const;
    await run({ as: 'booker', body: { feedId: feedId.parse(newId()), subject } });
    await reads.invalidateQueries({ queryKey: KEY });
  };
  return (
    <CompanySection title={t('company.feeds')}>
      <p className="text-ink-700">{t('company.feedsText')}</p>
      <ErrorNote refusal={refusal ?? (error instanceof Refusal ? error : undefined)} />
      <ul className="flex flex-col gap-4 empty:hidden">
        {data?.feeds.map((feed) => (
          <FeedRow key={feed.feedId} feed={feed} />
        ))}
      </ul>
      <Button isPending={isBusy} className="self-end" onPress={() => void open()}>
        <CalendarPlus aria-hidden className="size-5" />
        {t('company.newFeed')}
      </Button>
    </CompanySection>
  );
}

function FeedRow({ feed }: { readonly feed: Feed }) {
  const { t } = useTranslation('booking');
  const reads = useQueryClient();
  const { run, isBusy, refusal } = useAction(endFeed);
  const [isCopied, setCopied] = useState(false);
  const address = `${location.origin}${feed.path}`;
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  const end = async () => {
    await run({ as: 'booker', params: { feedId: feed.feedId } });
    await reads.invalidateQueries({ queryKey: KEY });
  };
  return (
    <li data-testid="feed" className="flex flex-col gap-2">
      <a href={address} dir="ltr" className="break-all text-sm underline underline-offset-4">
        {address}
      </a>
      <span className="flex flex-wrap gap-3">
        {/* Browsers let a page write to the clipboard only where nobody can listen in. */}
        {isSecureContext && (
          <Button onPress={() => void copy()}>
            <Copy aria-hidden className="size-5" />
            {t(isCopied ? 'company.copied' : 'company.copy')}
          </Button>
        )}
        <Button tone="plain" isPending={isBusy} onPress={() => void end()}>
          {t('company.endFeed')}
        </Button>
      </span>
      <ErrorNote refusal={refusal} />
    </li>
  );
}
