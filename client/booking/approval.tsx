import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Approval as Asked } from '#contract/companies';
import { wallTime } from '#values/local-time';
import { call } from '../api/call.ts';
import { answerApproval, readApproval } from '../api/paper-endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { hoursOf, useFormat } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Loading } from '../ui/loading.tsx';

/** A booking that goes over its company's budget, or would when it is changed, for the approver: what it is, yes or no. */
export function Approval({ word }: { readonly word: string }) {
  const { t } = useTranslation('booking');
  const reads = useQueryClient();
  const key = ['approval', word];
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(readApproval, { params: { word }, signal }),
    retry: false,
  });
  const { run, isBusy, refusal } = useAction(answerApproval);
  const answer = async (approve: boolean) => {
    await run({ params: { word }, body: { approve } });
    // Also after a refusal: somebody else has answered, or its time was over.
    await reads.invalidateQueries({ queryKey: key });
  };
  return (
    <main className="flex flex-col gap-5">
      <h1 className="text-2xl">{t('approval.heading')}</h1>
      <ErrorNote refusal={refusal ?? (error instanceof Refusal ? error : undefined)} />
      {!data && !error && <Loading />}
      {data && <AskedFor asked={data} />}
      {data?.state === 'asked' && (
        <footer className="flex flex-wrap justify-end gap-3">
          <Button isDisabled={isBusy} onPress={() => void answer(false)}>
            {t('approval.decline')}
          </Button>
          <Button tone="act" isDisabled={isBusy} onPress={() => void answer(true)}>
            {t('approval.approve')}
          </Button>
        </footer>
      )}
    </main>
  );
}

function AskedFor({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation('booking');
  const { company, booker, room, times, timeZone, total, before, currency, until, state } = asked;
  const { dayThen, money, time, weekdayTime } = useFormat(timeZone);
  const spans = times.map(
    ({ from, to }) => `${dayThen(wallTime(new Date(from), timeZone).date)}${hoursOf(time(from), time(to))}`,
  );
  const facts = [
    ['company', [company]],
    ['booker', [booker]],
    ['room', [room]],
    ['when', spans],
    ...(before === undefined ? [] : [['before', [money(before, currency)]] as const]),
    ['total', [money(total, currency)]],
  ] as const;
  return (
    <>
      <p role="status" className="rounded-lg bg-wood-100 p-4 font-semibold">
        {t(before === undefined ? `approval.state.${state}` : `approval.change.${state}`, {
          until: weekdayTime(until),
        })}
      </p>
      <dl className="grid gap-x-8 gap-y-4 rounded-xl bg-linen-50 p-5 shadow-low sm:grid-cols-2">
        {facts.map(([name, lines]) => (
          <div key={name}>
            <dt className="text-ink-600 text-sm">{t(`approval.${name}`)}</dt>
            {lines.map((line) => (
              <dd key={line} data-testid={name} className="font-semibold">
                <bdi>{line}</bdi>
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <p className="text-ink-600 text-sm">{t('search.zone', { zone: timeZone })}</p>
    </>
  );
}
