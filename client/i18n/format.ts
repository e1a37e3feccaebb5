import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage, type Language, LOCALES } from '#values/locale';
import { type BasisPoints, CURRENCIES, type Currency, type Minor } from '#values/money';

/** The language of the page. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'en';
}

export interface Format {
  readonly number: (value: number) => string;
  /** `09:30` in the space's time zone. */
  readonly time: (instant: string | Date) => string;
  /** `Tuesday 09:30` in the space's time zone. */
  readonly weekdayTime: (instant: string | Date) => string;
  /** `Tuesday` of 2: the first day is Monday. */
  readonly weekday: (weekday: number) => string;
  /** `Tuesday 24 November` of a date on the calendar of the space. */
  readonly day: (date: string) => string;
  /** `Tuesday 24 November, `: the day, before the hours of it. */
  readonly dayThen: (date: string) => string;
  /** `November 2026` of `2026-11`. */
  readonly month: (month: string) => string;
  /** `24 November 2026` of a date on the calendar: as papers write it. */
  readonly date: (date: string) => string;
  /** `€ 12.50`, of whole minor units. */
  readonly money: (amount: Minor, currency: Currency) => string;
  /** `21%`, of basis points; `+10%` where the sign matters. */
  readonly percentage: (share: BasisPoints, options?: { readonly isSigned: boolean }) => string;
  readonly list: (items: readonly string[]) => string;
}

/** What stands between a day and its hours. */
const AFTER_DAY = { en: ', ', nl: ', ', ar: '، ', ja: ' ' } as const satisfies Record<Language, string>;

/** `09:00–11:00` in one piece: no line ends behind its dash. */
export const hoursOf = (from: string, to: string) => `${from}–\u2060${to}`;

/** Numbers, times and lists as the language of the page writes them, in the time zone of the space. */
export function formatOf(language: Language, timeZone?: string): Format {
  const locale = LOCALES[language];
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  const number = new Intl.NumberFormat(locale);
  const time = new Intl.DateTimeFormat(locale, clock);
  const weekdayHere = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone });
  const day = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const percent = { style: 'percent', maximumFractionDigits: 2 } as const;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  // A date of the calendar has no hour, so no time zone may move it.
  const dayOf = (date: string) => day.format(new Date(`${date}T00:00:00Z`));
  return {
    number: (value) => number.format(value),
    time: (instant) => time.format(new Date(instant)),
    // Asked for both at once, Japanese would put the day behind the hour, in brackets.
    weekdayTime: (instant) => [weekdayHere, time].map((one) => one.format(new Date(instant))).join(' '),
    // The first of January 2024 was a Monday.
    weekday: (number) => weekday.format(new Date(Date.UTC(2024, 0, number))),
    day: dayOf,
    dayThen: (date) => `${dayOf(date)}${AFTER_DAY[language]}`,
    month: (text) => month.format(new Date(`${text}-01T00:00:00Z`)),
    date: (text) => date.format(new Date(`${text}T00:00:00Z`)),
    money: (amount, currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(
        amount / 10 ** CURRENCIES[currency],
      ),
    percentage: (share, { isSigned } = { isSigned: false }) =>
      new Intl.NumberFormat(locale, { ...percent, signDisplay: isSigned ? 'exceptZero' : 'auto' }).format(
        share / 10_000,
      ),
    list: (items) => list.format(items),
  };
}

/** `formatOf` in the language of the page. */
export function useFormat(timeZone?: string): Format {
  const language = useLanguage();
  return useMemo(() => formatOf(language, timeZone), [language, timeZone]);
}
