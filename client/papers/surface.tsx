import { useQuery } from '@tanstack/react-query';
import { Armchair, FileCode, FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { call } from '../api/call.ts';
import { readPaper } from '../api/paper-endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { HouseHeader } from '../ui/house-header.tsx';
import { Loading } from '../ui/loading.tsx';
import { PaperLines } from '../ui/paper-lines.tsx';
import { PaperFacts } from './paper-facts.tsx';
import { StandingNote } from './standing-note.tsx';
import { WaysToPay } from './ways-to-pay.tsx';

const files = [
  { key: 'pdf', Sign: FileText },
  { key: 'ubl', Sign: FileCode },
] as const;

/** An invoice or credit note, for whoever holds its link: what it says, how it stands, and the ways to pay it. */
export default function Paper() {
  const { t } = useTranslation('papers');
  const { number = '', word = '' } = useParams();
  const { data, error } = useQuery({
    queryKey: ['paper', number, word],
    queryFn: ({ signal }) => call(readPaper, { params: { number, word }, signal }),
    retry: false,
  });
  return (
    <div className="daylight min-h-dvh">
      <title>{t('page', { number })}</title>
      <div className="mx-auto flex max-w-5xl flex-col gap-6 px-5 py-6">
        <HouseHeader name={data?.invoice.seller.name} />
        <main className="flex flex-col gap-5">
          <h1 className="text-2xl">
            {t(`kind.${data?.invoice.kind ?? 'invoice'}`)} <bdi className="whitespace-nowrap">{number}</bdi>
          </h1>
          <ErrorNote refusal={error instanceof Refusal ? error : undefined} />
          {!data && !error && <Loading />}
          {data && (
            <>
              <StandingNote detail={data} />
              <PaperFacts invoice={data.invoice} />
              <PaperLines invoice={data.invoice} />
              {data.invoice.kind === 'invoice' && data.standing.open > 0 && (
                <WaysToPay detail={data} word={word} />
              )}
              {data.impact && (
                <a
                  href={data.impact}
                  className="flex min-h-11 items-center gap-2 self-start font-semibold underline decoration-2 underline-offset-4"
                >
                  <Armchair aria-hidden className="size-5 shrink-0 text-wood-700" />
                  {t('impact')}
                </a>
              )}
              <ul aria-label={t('files')} className="flex flex-wrap gap-x-6 gap-y-2">
                {files.map(({ key, Sign }) => (
                  <li key={key}>
                    <a
                      href={`/api/papers/${number}/${word}/${key}`}
                      download
                      className="flex min-h-11 items-center gap-2 font-semibold underline decoration-2 underline-offset-4"
                    >
                      <Sign aria-hidden className="size-5 shrink-0" />
                      {t(`file.${key}`)}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </main>
      </div>
    </div>
  );
}
