import type { BookingPolicy, Tariff, Voucher } from '#contract/rooms';
import { type BasisPoints, type Minor, shareOf } from '#values/money';
import { minutesOf, type Span } from '#values/span';
import type { BookingWish, Circumstances, Price, PriceLine, Rate } from './contract.ts';
import type { Scheduled } from './schedule.ts';
import { applyYield } from './yield.ts';

const HALF_DAY_QUARTERS = 16;
const QUARTER_OF_AN_HOUR: BasisPoints = 2_500;

/** What the seat fund makes of a room's income: its share, and what a free seat for a day costs it. */
export interface FundTerms {
  readonly share: BasisPoints;
  readonly seatDay: Minor;
}

/** Everything that a price depends on. */
export interface Terms {
  readonly policy: BookingPolicy;
  readonly fund: FundTerms;
  readonly rate: Rate;
  /** A company's contract: the share of the tariff that it pays, by room. Yield rules are silent then. */
  readonly shares?: Readonly<Record<string, BasisPoints>>;
  readonly voucher?: Voucher;
}

/** An occurrence with what yield rules look at. */
export interface Priced {
  readonly occurrence: Scheduled;
  readonly circumstances: Circumstances;
}

/** The quarter-hours that a span has started. */
export function quartersOf(span: Span): number {
  return Math.ceil(minutesOf(span) / 15);
}

/**
 * The price of a room by its tariff: every started quarter-hour, or half days with the quarters left over, or a day,
 * whichever is lowest. So staying longer never costs less, and never more than by the hour.
 */
export function roomNet({ hourlyNet, halfDayNet, dayNet }: Tariff, quarters: number): Minor {
  const byTheHour = (count: number) => shareOf(hourlyNet, Math.max(0, count) * QUARTER_OF_AN_HOUR);
  const ways = [0, 1, 2].map(
    (halfDays) => halfDays * halfDayNet + byTheHour(quarters - halfDays * HALF_DAY_QUARTERS),
  );
  return Math.min(dayNet, ...ways);
}

/** How many free seats for a day the fund's share of this room income pays for. */
export function seatsCarried(roomsNet: Minor, { share, seatDay }: FundTerms): number {
  return seatDay === 0 ? 0 : Math.max(0, Math.floor(shareOf(roomsNet, share) / seatDay));
}

type Draft = Omit<PriceLine, 'vat' | 'gross' | 'occurrenceId' | 'roomId'>;

const sum = (lines: readonly { net: Minor }[]) => lines.reduce((total, { net }) => total + net, 0);

function roomLines({ occurrence, circumstances }: Priced, terms: Terms): Draft[] {
  const { room } = occurrence;
  const { base } = circumstances;
  const line = { code: 'room', quantity: quartersOf(occurrence), vatRate: room.tariff.vatRate } as const;
  const asRoom = (net: Minor): Draft => ({ ...line, net, income: 'rooms' });
  if (terms.rate === 'together') return [asRoom(shareOf(base, terms.policy.togetherShare))];
  const contract = terms.shares?.[room.roomId];
  if (contract !== undefined)
    return [asRoom(Math.max(shareOf(base, contract), shareOf(base, terms.policy.floorShare)))];
  const surcharges = applyYield(terms.policy.yield, circumstances).map(
    ({ rule, net }): Draft => ({
      code: 'yield',
      quantity: 1,
      net,
      vatRate: room.tariff.vatRate,
      income: 'rooms',
      reason: rule.reason,
      adjust: rule.adjust,
      seats: seatsCarried(net, terms.fund),
    }),
  );
  return [asRoom(base), ...surcharges];
}

function optionLines({ room }: Scheduled, { options }: BookingWish): Draft[] {
  return options.flatMap(({ code, quantity }) => {
    const option = room.tariff.options.find((one) => one.code === code);
    if (!option) return [];
    const { unitNet, vatRate } = option;
    return [{ code, quantity, net: unitNet * quantity, vatRate, income: 'options' as const }];
  });
}

/** What a booking lacks to the least that this room is let for. */
function shortfall({ room }: Scheduled, lines: readonly Draft[], rate: Rate): Draft[] {
  const { minimumNet, vatRate } = room.tariff;
  const net = rate === 'together' ? 0 : minimumNet - sum(lines);
  return net > 0 ? [{ code: 'minimum', quantity: 1, net, vatRate, income: 'rooms' }] : [];
}

/** What a voucher takes off a room's lines; it never takes the room below the floor of its tariff. */
function reduction(voucher: Voucher, left: Minor, roomsNet: Minor, floor: Minor): Minor {
  const wanted = voucher.takes.kind === 'percentage' ? shareOf(roomsNet, voucher.takes.share) : left;
  return Math.max(0, Math.min(wanted, roomsNet - floor));
}

/** A price of these lines: totals, VAT by rate, and the seats that it carries. */
export function totalled(lines: PriceLine[], fund: FundTerms): Price {
  const rates = [...new Set(lines.map(({ vatRate }) => vatRate))].sort((a, b) => b - a);
  const of = (vatRate: BasisPoints) => lines.filter((line) => line.vatRate === vatRate);
  const vat = (some: readonly PriceLine[]) => some.reduce((total, line) => total + line.vat, 0);
  return {
    lines,
    byRate: rates.map((vatRate) => ({ vatRate, net: sum(of(vatRate)), vat: vat(of(vatRate)) })),
    net: sum(lines),
    vat: vat(lines),
    gross: sum(lines) + vat(lines),
    carries: seatsCarried(sum(lines.filter(({ income }) => income === 'rooms')), fund),
  };
}

/** The price of a wish with all its parts; what is not in it is not to be paid. */
export function priceOf(wish: BookingWish, occurrences: readonly Priced[], terms: Terms): Price {
  const { voucher } = terms;
  let left = voucher?.takes.kind === 'amount' ? voucher.takes.net : 0;
  const lines = occurrences.flatMap((priced): PriceLine[] => {
    const { occurrence, circumstances } = priced;
    const ofRoom = roomLines(priced, terms);
    const drafts = [...ofRoom, ...optionLines(occurrence, wish)];
    drafts.push(...shortfall(occurrence, drafts, terms.rate));
    const floor = shareOf(circumstances.base, terms.policy.floorShare);
    const off = voucher && terms.rate === 'standard' ? reduction(voucher, left, sum(ofRoom), floor) : 0;
    left -= off;
    const { vatRate } = occurrence.room.tariff;
    if (off > 0) drafts.push({ code: 'voucher', quantity: 1, net: -off, vatRate, income: 'rooms' });
    return drafts.map((draft) => {
      const vat = shareOf(draft.net, draft.vatRate);
      const { occurrenceId, room } = occurrence;
      return { ...draft, occurrenceId, roomId: room.roomId, vat, gross: draft.net + vat };
    });
  });
  return totalled(lines, terms.fund);
}
