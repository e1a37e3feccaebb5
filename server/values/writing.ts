import { type Language, LOCALES } from './locale.ts';
import { type Currency, decimalText, type Minor } from './money.ts';
import type { Span } from './span.ts';

/** How papers and mails write numbers, amounts and times: in one language, on the wall of one time zone. */
export interface Writing {
  readonly number: (value: number) => string;
  readonly money: (amount: Minor, currency: Currency) => string;
  /** `Tuesday, 24 November 2026` */
  readonly day: (instant: Date) => string;
  /** `Tuesday, 24 November 2026, 10:00 (Central European Standard Time)` */
  readonly moment: (instant: Date) => string;
  /** `Tuesday, 24 November 2026, 10:00–13:00 (Central European Standard Time)` */
  readonly span: (span: Span) => string;
}

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

/** @throws RangeError for an unknown zone. */
export function writingOf(language: Language, timeZone: string): Writing {
  const locale = LOCALES[language];
  const numbers = new Intl.NumberFormat(locale);
  const days = new Intl.DateTimeFormat(locale, { ...DAY, timeZone });
  const times = new Intl.DateTimeFormat(locale, { ...CLOCK, timeZone });
  const zones = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' });
  // The zone is named as it is at that instant, so that summer and winter time can be told apart.
  const zone = (instant: Date) =>
    zones.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  const moment = (instant: Date) => `${days.format(instant)}, ${times.format(instant)}`;
  return {
    number: (value) => numbers.format(value),
    money(amount, currency) {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
      return format.format(Number(decimalText(amount, currency)));
    },
    day: (instant) => days.format(instant),
    moment: (instant) => `${moment(instant)} (${zone(instant)})`,
    span({ from, to }) {
      const isOneDay = days.format(from) === days.format(to);
      const end = isOneDay ? times.format(to) : moment(to);
      return `${moment(from)}–${end} (${zone(from)})`;
    },
  };
}
