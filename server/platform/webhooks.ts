import express, { type Router } from 'express';

/** Takes what another house tells: its bytes as they came, because they are what it signed. */
export interface Webhook {
  /** Below `/api/webhooks`. */
  path: `/${string}`;
  signatureHeader: string;
  take(body: Buffer, signature: string): Promise<void>;
}

/** The doors at which others tell us something. They need no credential: the signature is one. */
export function createWebhooks(webhooks: readonly Webhook[]): Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  for (const { path, signatureHeader, take } of webhooks)
    router.post(
      `/webhooks${path}`,
      express.raw({ type: () => true, limit: '256kb' }),
      async (request, response) => {
        await take(
          Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
          request.get(signatureHeader) ?? '',
        );
        response.json({ done: true });
      },
    );
  return router;
}
