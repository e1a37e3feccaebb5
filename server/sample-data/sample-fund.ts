import type { FundPolicy, GiftRequest } from '#contract/seat-fund';

/** How the demonstration space's fund is kept. Amounts are in cents. */
export const SAMPLE_POLICY: FundPolicy = {
  share: 2000,
  seatCost: 800,
  coffeeCost: 80,
  lunchCost: 650,
  floor: 12,
  ceiling: 36,
  newcomerReserve: 2,
  amberDays: 5,
  greenDays: 20,
};

/** What the space put into its own fund before the first room was paid: thirty seats for a day, shown as its gift. */
export const SAMPLE_GIFT: GiftRequest = { giftId: 'opening', amount: 24_000 };
