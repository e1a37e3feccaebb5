import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SECOND } from '#values/clock';
import { call } from '../api/call.ts';
import { Refusal } from '../api/refusal.ts';
import { viewPapers } from '../api/room-endpoints.ts';
import { useFormat } from '../i18n/format.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { PaperList } from './paper-list.tsx';

interface Props {
  /** The word of the booking's link. */
  readonly word: string;
  /** A change brings other papers about. */
  readonly revision: number;
}

/** The invoices and credit notes of a booking; nothing while there are none. What is being written appears by itself. */
export function BookingPapers({ word, revision }: Props) {
  const { t } = useTranslation('booking');
  const { month } = useFormat();
  const { data, error } = useQuery({
    queryKey: ['papers', word, revision],
    queryFn: ({ signal }) => call(viewPapers, { params: { word }, signal }),
    refetchInterval: ({ state }) => (state.data?.isWriting ? SECOND : false),
  });
  if (error instanceof Refusal) return <ErrorNote refusal={error} />;
  if (!data || (data.papers.length === 0 && data.months.length === 0 && !data.isWriting)) return null;
  return (
    <section aria-labelledby="papers" className="flex flex-col gap-4 rounded-xl bg-linen-50 p-5 shadow-low">
      <h2 id="papers" className="text-lg">
        {t('paper.title', { count: data.papers.length + data.months.length })}
      </h2>
      {data.papers.length > 0 && <PaperList papers={data.papers} />}
      {data.months.map((one) => (
        <p key={one}>{t('paper.willBe', { month: month(one) })}</p>
      ))}
      {data.isWriting && (
        <p role="status" className="text-ink-600">
          {t('paper.writing')}
        </p>
      )}
    </section>
  );
}
