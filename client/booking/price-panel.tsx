import { Leaf } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Price, PriceLine } from '#contract/quotes';
import type { Currency } from '#values/money';
import { useFormat, useLanguage } from '../i18n/format.ts';

interface Props {
  readonly price: Price;
  readonly currency: Currency;
}

/** What it costs, part by part, and the free seats that it carries. */
export function PricePanel({ price, currency }: Props) {
  const { t } = useTranslation('booking');
  const { money, percentage, number } = useFormat();
  return (
    <section
      aria-label={t('price.title')}
      className="flex flex-col gap-4 rounded-xl bg-linen-50 p-5 shadow-low"
    >
      <h2 className="text-lg">{t('price.title')}</h2>
      <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-2 text-sm">
        {linesToldOf(price).map((line) => (
          <PriceRow key={keyOf(line)} line={line} currency={currency} />
        ))}
        <dt className="border-linen-300 border-t pt-2">{t('price.net')}</dt>
        <dd className="border-linen-300 border-t pt-2 text-end tabular-nums">{money(price.net, currency)}</dd>
        {price.byRate.map(({ vatRate, vat }) => (
          <div key={vatRate} className="contents">
            <dt>{t('price.vat', { rate: percentage(vatRate) })}</dt>
            <dd className="text-end tabular-nums">{money(vat, currency)}</dd>
          </div>
        ))}
        <dt className="border-ink-900 border-t-2 pt-2 font-bold text-lg">{t('price.total')}</dt>
        <dd
          className="border-ink-900 border-t-2 pt-2 text-end font-bold text-lg tabular-nums"
          data-testid="total"
        >
          {money(price.gross, currency)}
        </dd>
      </dl>
      {price.carries > 0 && (
        <p className="flex items-center gap-3 rounded-lg bg-leaf-100 p-3 font-semibold">
          <Leaf aria-hidden className="size-6 shrink-0 text-leaf-700" />
          {t('price.carries', { count: price.carries, number: number(price.carries) })}
        </p>
      )}
    </section>
  );
}

/** What is told as one: the dates of a series each have a line of their own, and the same kinds of lines. */
const keyOf = ({ code, reason, adjust }: PriceLine) => `${code} ${reason?.en ?? ''} ${adjust ?? ''}`;

function linesToldOf({ lines }: Price): PriceLine[] {
  const told = new Map<string, PriceLine>();
  for (const line of lines) {
    const known = told.get(keyOf(line));
    told.set(keyOf(line), known ? together(known, line) : line);
  }
  return [...told.values()];
}

const together = (a: PriceLine, b: PriceLine): PriceLine => ({
  ...a,
  quantity: a.quantity + b.quantity,
  net: a.net + b.net,
  vat: a.vat + b.vat,
  gross: a.gross + b.gross,
  ...(a.seats === undefined ? {} : { seats: a.seats + (b.seats ?? 0) }),
});

function PriceRow({ line, currency }: { readonly line: PriceLine; readonly currency: Currency }) {
  const { t } = useTranslation('booking');
  const language = useLanguage();
  const { money, percentage, number } = useFormat();
  const { code, quantity, reason, seats, adjust, net } = line;
  // Rooms are counted by the quarter and told by the hour.
  const amount = code === 'room' ? quantity / 4 : quantity;
  return (
    <>
      <dt className="flex flex-col">
        <span>
          {reason?.[language] ?? t(`price.line.${code}`, { count: amount, number: number(amount) })}
          {adjust !== undefined && (
            // The gap is the line's: an isolated number has a direction of its own.
            <span className="ms-2">
              <bdi>{percentage(adjust, { isSigned: true })}</bdi>
            </span>
          )}
        </span>
        {seats !== undefined && seats > 0 && (
          <span className="text-leaf-700 text-xs">
            {t('price.more', { count: seats, number: number(seats) })}
          </span>
        )}
      </dt>
      <dd className="text-end tabular-nums">{money(net, currency)}</dd>
    </>
  );
}
