import type { Minor } from '#values/money';
import type { Capacity, FundPolicy } from './contract.ts';

/** What the number of free seats follows from. */
export interface SeatsNow {
  readonly policy: FundPolicy;
  /** Seats on the plan. */
  readonly physical: number;
  readonly balance: Minor;
  readonly taken: number;
  readonly newcomers: number;
  /** Of those taken, how many the fund has yet to pay. */
  readonly unpaid: number;
}

/**
 * Free seats of this moment: those who sit and those whom the fund can still pay for, at least the floor, at most the
 * ceiling and the seats that there are.
 */
export function freeSeats(now: SeatsNow): Omit<Capacity, 'opened'> {
  const { policy, physical, balance, taken, newcomers, unpaid } = now;
  const most = Math.min(policy.ceiling, physical);
  const least = Math.min(policy.floor, most);
  const affordable = Math.max(0, Math.floor(balance / policy.seatCost) - unpaid);
  const paidFor = taken + affordable;
  const open = Math.max(least, Math.min(most, paidFor));
  const free = Math.max(0, open - taken);
  const reserved = Math.min(free, Math.max(0, policy.newcomerReserve - newcomers));
  return { open, taken, free, reserved, affordable, limit: limitOf(paidFor, least, most, physical) };
}

function limitOf(paidFor: number, least: number, most: number, physical: number): Capacity['limit'] {
  if (paidFor >= most || least === most) return most === physical ? 'seats' : 'ceiling';
  return paidFor > least ? 'fund' : 'floor';
}

/** Who asks for a seat. Whoever has had one today has it paid for, and comes back without a new draw. */
export interface Asking {
  readonly isNewcomer: boolean;
  readonly hasDrawn: boolean;
}

/** Is there a free seat for them? A house whose chairs are all taken says so by its seats, not here. */
export function isAdmitted(now: SeatsNow, { isNewcomer, hasDrawn }: Asking): boolean {
  const { open, free, reserved } = freeSeats(now);
  if (open >= now.physical && free === 0) return true;
  if (hasDrawn) return now.taken < Math.min(now.policy.ceiling, now.physical);
  return free > (isNewcomer ? 0 : reserved);
}

/** How many seats a contribution has opened: those that there would not be without it. */
export function opened(now: SeatsNow, amount: Minor): number {
  return freeSeats(now).open - freeSeats({ ...now, balance: now.balance - amount }).open;
}
