import type { Minor } from '#values/money';
import type { FundPolicy, Gauge } from './contract.ts';

/** For how many open days the fund pays at the pace of late, and what colour that is. */
export function coverOf(
  { amberDays, greenDays }: FundPolicy,
  { balance, drawn, openDays }: { balance: Minor; drawn: Minor; openDays: number },
): Pick<Gauge, 'dailyDraw' | 'openDays' | 'days' | 'colour'> {
  if (openDays === 0 || drawn === 0) return { dailyDraw: 0, openDays, colour: balance > 0 ? 'green' : 'red' };
  const days = Math.floor((balance * openDays) / drawn);
  const colour = days >= greenDays ? 'green' : days >= amberDays ? 'amber' : 'red';
  return { dailyDraw: Math.round(drawn / openDays), openDays, days, colour };
}
