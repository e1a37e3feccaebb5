import type { OccurrenceId, Price, PriceLine } from '#contract/quotes';
import type { BookingPolicy } from '#contract/rooms';
import { HOUR } from '#values/clock';
import { type BasisPoints, shareOf } from '#values/money';
import type { OccurrenceOf } from './booking.ts';
import type { Refund } from './contract.ts';

/** The share of its price that is kept of what is cancelled now: of the steps that have begun, the last. */
export function keptShare(steps: BookingPolicy['cancellation'], startsAt: Date, now: Date): BasisPoints {
  const hoursLeft = (startsAt.getTime() - now.getTime()) / HOUR;
  const begun = steps.filter(({ hoursBefore }) => hoursLeft < hoursBefore);
  return begun.sort((a, b) => a.hoursBefore - b.hoursBefore)[0]?.keeps ?? 0;
}

/** Lines that undo the part of others that is not kept, each with its sign turned and its own VAT. */
export function undone(lines: readonly PriceLine[], keeps: BasisPoints): PriceLine[] {
  return lines.flatMap((line) => {
    const net = shareOf(line.net, keeps) - line.net;
    if (net === 0) return [];
    const vat = keeps === 0 ? -line.vat : shareOf(net, line.vatRate);
    return [{ ...line, net, vat, gross: net + vat }];
  });
}

/** What is left of a line of which a share is kept; nothing of one that is given back whole. */
function kept(line: PriceLine, keeps: BasisPoints): PriceLine[] {
  const [given] = undone([line], keeps);
  if (!given) return [line];
  const [net, vat] = [line.net + given.net, line.vat + given.vat];
  return net === 0 ? [] : [{ ...line, net, vat, gross: net + vat }];
}

/** Sums of lines. */
export function sumsOf(lines: readonly Pick<PriceLine, 'net' | 'vat'>[]) {
  const net = lines.reduce((sum, line) => sum + line.net, 0);
  const vat = lines.reduce((sum, line) => sum + line.vat, 0);
  return { net, vat, gross: net + vat };
}

/** Is what an occurrence comes to the same in both? Then its invoice stands. */
export function costsTheSame(before: Price, after: Price, id: OccurrenceId): boolean {
  const [was, is] = [before, after].map(({ lines }) =>
    sumsOf(lines.filter(({ occurrenceId }) => occurrenceId === id)),
  );
  return was?.net === is?.net && was?.vat === is?.vat;
}

/** What is given back when these occurrences are cancelled now, to the coin, and what is kept of their lines. */
export function refundOf(
  occurrences: readonly OccurrenceOf[],
  lines: readonly PriceLine[],
  keepsOf: (occurrence: OccurrenceOf) => BasisPoints,
): Refund & { given: PriceLine[]; kept: PriceLine[] } {
  const each = occurrences.map((occurrence) => {
    const keeps = keepsOf(occurrence);
    const own = lines.filter(({ occurrenceId }) => occurrenceId === occurrence.occurrenceId);
    const given = undone(own, keeps);
    const left = own.flatMap((line) => kept(line, keeps));
    return { given, left, row: { occurrenceId: occurrence.occurrenceId, keeps, ...turned(given) } };
  });
  const given = each.flatMap((one) => one.given);
  return {
    occurrences: each.map(({ row }) => row),
    ...turned(given),
    given,
    kept: each.flatMap(({ left }) => left),
  };
}

/** What is given back is told as a positive amount. */
function turned(lines: readonly PriceLine[]) {
  const { net, vat, gross } = sumsOf(lines);
  return { net: 0 - net, vat: 0 - vat, gross: 0 - gross };
}
