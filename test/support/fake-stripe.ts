import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';

/** One thing that was asked of it and done. */
export interface Done {
  path: string;
  form: Record<string, string>;
}

const SECRET = 'whsec_only_for_this_test';

/**
 * Stripe's API as far as the house asks for it, on a port of its own: the official client speaks to it. What comes with
 * a key that it has seen is answered as before and not done again.
 */
export async function openFakeStripe() {
  const done: Done[] = [];
  const answers = new Map<string, object>();
  const fails = { next: false };
  const signer = new Stripe('sk_test_signer');

  function answerOf(path: string, form: Record<string, string>): object {
    const number = done.length;
    if (path === '/v1/checkout/sessions')
      return { id: `cs_${number}`, object: 'checkout.session', url: `https://pay.example/cs_${number}` };
    if (path === '/v1/refunds')
      return {
        id: `re_${number}`,
        object: 'refund',
        amount: Number(form.amount),
        created: 1_795_510_800,
        status: 'succeeded',
      };
    return { id: path.split('/').at(-1), object: 'payment_intent', metadata: {} };
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url?.split('?')[0] ?? '';
      const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
      const key = request.headers['idempotency-key'];
      const known = typeof key === 'string' ? answers.get(key) : undefined;
      response.setHeader('content-type', 'application/json');
      if (fails.next) {
        response.statusCode = 402;
        return void response.end(JSON.stringify({ error: { type: 'card_error', message: 'no' } }));
      }
      if (!known && request.method === 'POST') done.push({ path, form });
      const answer = known ?? answerOf(path, form);
      if (typeof key === 'string') answers.set(key, answer);
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    done,
    fails,
    settings: {
      STRIPE_SECRET_KEY: 'sk_test_house',
      STRIPE_WEBHOOK_SECRET: SECRET,
      STRIPE_URL: `http://127.0.0.1:${port}`,
    },

    /** An event as Stripe would send it at an instant, with its signature. */
    signed(event: object, at: Date, secret = SECRET) {
      const payload = JSON.stringify({ id: 'evt_1', object: 'event', api_version: '2026-01-01', ...event });
      const timestamp = Math.floor(at.getTime() / 1000);
      return { payload, signature: signer.webhooks.generateTestHeaderString({ payload, secret, timestamp }) };
    },

    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
