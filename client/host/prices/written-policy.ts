import type { BookingPolicy, Closure, Voucher } from '#contract/rooms';
import { later } from '#values/clock';
import { endOfDate, wallTime } from '#values/local-time';
import type { Draft } from '../form/draft.ts';
import { type Row, rowsOf } from '../form/rows.tsx';

/** The numbers of the policy, each with its unit. */
export const NUMBERS = [
  { name: 'holdMinutes', unit: undefined },
  { name: 'approvalHours', unit: undefined },
  { name: 'noticeHours', unit: undefined },
  { name: 'aheadDays', unit: undefined },
  { name: 'togetherShare', unit: '%' },
  { name: 'floorShare', unit: '%' },
] as const satisfies readonly { name: keyof BookingPolicy; unit: '%' | undefined }[];

type Numbers = { readonly [Name in (typeof NUMBERS)[number]['name']]: number | undefined };

/** A step of the cancellation table while it is written. */
export interface WrittenStep {
  readonly hoursBefore: number | undefined;
  readonly keeps: number | undefined;
}

/** A voucher while it is written: its share or its amount, and the last date on which it is good. */
export interface WrittenVoucher {
  readonly code: string;
  readonly kind: Voucher['takes']['kind'];
  readonly share: number | undefined;
  readonly net: number | undefined;
  readonly use: Voucher['use'];
  readonly lastDate: string;
}

export interface WrittenPolicy extends Numbers {
  readonly cancellation: readonly Row<WrittenStep>[];
  readonly closures: readonly Row<Closure>[];
  readonly vouchers: readonly Row<WrittenVoucher>[];
}

export type PolicyDraft = Draft<WrittenPolicy, BookingPolicy>;

function writtenVoucher({ code, takes, use, until }: Voucher, timeZone: string): WrittenVoucher {
  return {
    code,
    kind: takes.kind,
    share: takes.kind === 'percentage' ? takes.share : undefined,
    net: takes.kind === 'amount' ? takes.net : undefined,
    use,
    lastDate: wallTime(later(new Date(until), -1), timeZone).date,
  };
}

const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

function sentVoucher({ code, kind, share, net, use, lastDate }: WrittenVoucher, timeZone: string): unknown {
  return {
    code,
    takes: kind === 'percentage' ? { kind, share } : { kind, net },
    use,
    until: isDate(lastDate) ? endOfDate(lastDate, timeZone).toISOString() : undefined,
  };
}

/** A policy to be written over, without its yield rules, which have a page of their own. */
export function writtenPolicy(policy: BookingPolicy, timeZone: string): WrittenPolicy {
  return {
    ...policy,
    cancellation: rowsOf([...policy.cancellation].sort((a, b) => b.hoursBefore - a.hoursBefore)),
    closures: rowsOf(policy.closures),
    vouchers: rowsOf(policy.vouchers.map((voucher) => writtenVoucher(voucher, timeZone))),
  };
}

/** The whole policy with what was written of it. */
export function sentPolicy(policy: BookingPolicy, written: WrittenPolicy, timeZone: string): unknown {
  return {
    ...policy,
    ...Object.fromEntries(NUMBERS.map(({ name }) => [name, written[name]])),
    cancellation: written.cancellation.map(({ value }) => value),
    closures: written.closures.map(({ value }) => value),
    vouchers: written.vouchers.map(({ value }) => sentVoucher(value, timeZone)),
  };
}
