import Stripe from 'stripe';
import {
  type CardNews,
  CardNewsRefused,
  type CardProvider,
  CardProviderDown,
  type CheckoutRequest,
} from './card-provider.ts';

interface StripeOptions {
  secretKey: string;
  webhookSecret: string;
  /** Another address than Stripe's own. */
  url?: string | undefined;
}

/** How old a signature may be. */
const TOLERANCE_SECONDS = 300;

const CURRENCY = /^[a-z]{3}$/;

/** News is about an invoice of ours where it carries what a checkout gave it. */
function newsOf(
  id: string | null,
  { amount, currency, created }: { amount: number | null; currency: string | null; created: number },
  { invoice, spaceId, request }: Stripe.Metadata = {},
): CardNews | undefined {
  if (!id || !invoice || !spaceId || amount === null || !currency || !CURRENCY.test(currency))
    return undefined;
  const at = new Date(created * 1000);
  const named = request === undefined ? {} : { request };
  return { id, invoice, spaceId, amount, currency: currency.toUpperCase(), at, ...named };
}

const idOf = (reference: string | { id: string } | null) =>
  typeof reference === 'string' ? reference : (reference?.id ?? null);

/** A payment is known by its intent, whichever of Stripe's events tells of it first. */
function readEvent(event: Stripe.Event): CardNews | undefined {
  switch (event.type) {
    case 'payment_intent.succeeded': {
      const { id, amount_received: amount, currency, created, metadata } = event.data.object;
      return newsOf(id, { amount, currency, created }, metadata);
    }
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded': {
      const {
        payment_intent,
        payment_status,
        amount_total: amount,
        currency,
        created,
        metadata,
      } = event.data.object;
      if (payment_status !== 'paid') return undefined;
      return newsOf(idOf(payment_intent), { amount, currency, created }, metadata ?? {});
    }
    case 'refund.created':
    case 'refund.updated': {
      const { id, status, amount, currency, created, metadata } = event.data.object;
      if (status !== 'succeeded') return undefined;
      return newsOf(id, { amount: -amount, currency, created }, metadata ?? {});
    }
    default:
      return undefined;
  }
}

function clientOf({ secretKey, url }: StripeOptions): Stripe {
  if (url === undefined) return new Stripe(secretKey, { maxNetworkRetries: 2, telemetry: false });
  const { hostname, port, protocol } = new URL(url);
  return new Stripe(secretKey, {
    host: hostname,
    port: Number(port),
    protocol: protocol === 'http:' ? 'http' : 'https',
    maxNetworkRetries: 2,
    telemetry: false,
  });
}

/** Stripe as the house's card provider: hosted checkout, so no card number ever comes near us. */
export function createStripeCards(options: StripeOptions): CardProvider {
  const stripe = clientOf(options);

  /** Stripe's own faults told as one; anything else is a fault of ours. */
  async function asked<Reply>(request: Promise<Reply>): Promise<Reply> {
    try {
      return await request;
    } catch (fault) {
      if (fault instanceof Stripe.errors.StripeError)
        throw new CardProviderDown(fault.type, { cause: fault });
      throw fault;
    }
  }

  return {
    async checkout({ key, invoice, spaceId, amount, currency, description, returnUrl }: CheckoutRequest) {
      const metadata = { invoice, spaceId };
      const price = {
        currency: currency.toLowerCase(),
        unit_amount: amount,
        product_data: { name: description },
      };
      const session = await asked(
        stripe.checkout.sessions.create(
          {
            mode: 'payment',
            line_items: [{ quantity: 1, price_data: price }],
            client_reference_id: invoice,
            metadata,
            payment_intent_data: { metadata },
            success_url: returnUrl,
            cancel_url: returnUrl,
          },
          { idempotencyKey: key },
        ),
      );
      if (!session.url) throw new CardProviderDown('a session without a page');
      return { url: session.url };
    },

    async refund({ payment, amount, request }) {
      const intent = await asked(stripe.paymentIntents.retrieve(payment));
      const metadata = { ...intent.metadata, request };
      const made = await asked(
        stripe.refunds.create(
          { payment_intent: payment, amount, metadata },
          { idempotencyKey: `refund ${payment} ${request}` },
        ),
      );
      return { refund: made.id, at: new Date(made.created * 1000) };
    },

    read(body, signature, now) {
      try {
        const { webhookSecret } = options;
        const at = now.getTime();
        return readEvent(
          stripe.webhooks.constructEvent(body, signature, webhookSecret, TOLERANCE_SECONDS, undefined, at),
        );
      } catch (fault) {
        if (!(fault instanceof Stripe.errors.StripeSignatureVerificationError)) throw fault;
        throw new CardNewsRefused(fault.message.includes('tolerance') ? 'late' : 'forged');
      }
    },
  };
}
