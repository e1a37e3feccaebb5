import type { YieldCondition, YieldRule } from '#contract/rooms';
import { type Minor, shareOf } from '#values/money';
import type { Circumstances } from './contract.ts';

export interface Applied {
  readonly rule: YieldRule;
  /** What the rule made of the price: up or down. */
  readonly net: Minor;
}

/** Is a value in a half-open range? */
const within = (value: number, from: number, to: number) => from <= value && value < to;

function speaks(when: YieldCondition, at: Circumstances): boolean {
  switch (when.on) {
    case 'weekday':
      return when.weekdays.includes(at.weekday);
    case 'time':
      return within(at.minute, when.from, when.to);
    case 'lead':
      return within(at.leadDays, when.fromDays, when.toDays);
    case 'occupancy':
      return within(at.occupancy, when.from, when.to);
  }
}

/**
 * The rules that speak, in their order, each with what it adds or takes. After each, the price lies between that
 * rule's floor and ceiling, both shares of the price by the tariff.
 */
export function applyYield(rules: readonly YieldRule[], at: Circumstances): Applied[] {
  let net = at.base;
  const applied: Applied[] = [];
  for (const rule of rules) {
    if (!speaks(rule.when, at)) continue;
    const wanted = net + shareOf(at.base, rule.adjust);
    const held = Math.max(shareOf(at.base, rule.floor), Math.min(shareOf(at.base, rule.ceiling), wanted));
    if (held !== net) applied.push({ rule, net: held - net });
    net = held;
  }
  return applied;
}

/** What rules would make of the same bookings: the sums by tariff, and after the rules. */
export function played(rules: readonly YieldRule[], bookings: readonly Circumstances[]) {
  const changes = bookings.map((at) => applyYield(rules, at));
  const base = bookings.reduce((sum, at) => sum + at.base, 0);
  return {
    bookings: bookings.length,
    touched: changes.filter((applied) => applied.length > 0).length,
    base,
    net: changes.flat().reduce((sum, { net }) => sum + net, base),
  };
}
