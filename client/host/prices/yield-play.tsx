import { Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { yieldPlayed } from '#contract/quotes';
import type { YieldRule } from '#contract/rooms';
import type { Minor } from '#values/money';
import { playYield } from '../../api/host-endpoints.ts';
import { Refusal } from '../../api/refusal.ts';
import { useAction } from '../../api/use-action.ts';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { useHosting } from '../hosting.ts';
import { Panel } from '../page.tsx';

interface Props {
  /** As they are written, once they can be read. */
  readonly rules: readonly YieldRule[] | undefined;
  /** As they hold now. */
  readonly before: readonly YieldRule[];
}

interface Played {
  /** What was played, so that the answer goes when the rules change. */
  readonly rules: string;
  readonly then: z.output<typeof yieldPlayed>;
  readonly now: z.output<typeof yieldPlayed>;
}

/** Plays the written rules and those that hold over the same ninety days, and says what would be different. */
export function YieldPlay({ rules, before }: Props) {
  const { t } = useTranslation('host');
  const { id: spaceId } = useHosting().view.space;
  const { run, isBusy, refusal } = useAction(playYield);
  const [played, setPlayed] = useState<Played>();
  const text = JSON.stringify(rules);
  const play = async () => {
    if (!rules) return;
    const ask = (asked: readonly YieldRule[]) =>
      run({ as: 'host', params: { spaceId }, body: { rules: [...asked] } });
    const now = await ask(before);
    if (now instanceof Refusal) return;
    const then = await ask(rules);
    if (!(then instanceof Refusal)) setPlayed({ rules: text, then, now });
  };
  return (
    <Panel title={t('yield.play')}>
      <p className="max-w-prose text-ink-700">{t('yield.playLead')}</p>
      <Button className="w-fit" isDisabled={!rules} isPending={isBusy} onPress={() => void play()}>
        <Play aria-hidden className="size-5 shrink-0 rtl:-scale-x-100" />
        {t('yield.playGo')}
      </Button>
      <ErrorNote refusal={refusal} />
      <div role="status" className="empty:hidden">
        {played && played.rules === text && <Told then={played.then} now={played.now} />}
      </div>
    </Panel>
  );
}

function Told({ then, now }: Omit<Played, 'rules'>) {
  const { t } = useTranslation('host');
  const { number, money } = useFormat();
  const { currency } = useHosting().view.space;
  const inMoney = (amount: Minor) => `\u2068${money(amount, currency)}\u2069`;
  const { bookings, touched, base, net } = then;
  const difference = net - now.net;
  if (bookings === 0) return <p className="font-semibold">{t('yield.nothing')}</p>;
  return (
    <p data-testid="played" className="max-w-prose rounded-md bg-leaf-100 p-4 font-semibold">
      {t('yield.played', {
        count: touched,
        number: number(touched),
        bookings: number(bookings),
        base: inMoney(base),
        net: inMoney(net),
        before: inMoney(now.net),
      })}{' '}
      {difference === 0
        ? t('yield.same')
        : t(difference > 0 ? 'yield.more' : 'yield.less', { amount: inMoney(Math.abs(difference)) })}
    </p>
  );
}
