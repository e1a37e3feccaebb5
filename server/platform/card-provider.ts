import type { Currency, Minor } from '#values/money';

/** Who takes cards for the house. Whatever it is asked for may be asked twice, and happens once. */
export interface CardProvider {
  /** A page of the provider's on which this is paid. */
  checkout(request: CheckoutRequest): Promise<{ url: string }>;
  /** Pays a card payment back, wholly or in part; once for one `request`, which its news tells again. */
  refund(refund: { payment: string; amount: Minor; request: string }): Promise<{ refund: string; at: Date }>;
  /**
   * What the provider tells of its own accord; nothing where it is no news of money.
   * @throws CardNewsRefused for what the provider did not write, or not lately.
   */
  read(body: Buffer, signature: string, now: Date): CardNews | undefined;
}

export interface CheckoutRequest {
  key: string;
  invoice: string;
  spaceId: string;
  amount: Minor;
  currency: Currency;
  description: string;
  /** Where the payer comes back to, having paid or not. */
  returnUrl: string;
}

/** Money that came in by card, or went back where `amount` is below zero. `id` is the provider's own. */
export interface CardNews {
  id: string;
  invoice: string;
  spaceId: string;
  amount: Minor;
  /** As the provider writes it, in capitals. */
  currency: string;
  at: Date;
  /** Of a refund that the house asked for: its name. */
  request?: string;
}

/** Why news is not believed. */
export class CardNewsRefused extends Error {
  constructor(readonly why: 'forged' | 'late') {
    super(`card news refused: ${why}`);
  }
}

/** The provider could not be reached, or would not. */
export class CardProviderDown extends Error {}
