import { resolve } from 'node:path';
import { z } from 'zod';

/** The common allowance for which the endpoints' own, tighter ones are written. */
export const COMMON_PER_MINUTE = 600;

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Tablets and phones reach the house over the local network, so every interface is the default. */
  HOST: z.string().default('0.0.0.0'),
  /** What QR codes point to; without it, the address under which a request came. */
  PUBLIC_URL: z.url().optional(),
  /** Unset: the embedded store in DATA_DIR. */
  DATABASE_URL: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//)
    .optional(),
  DATA_DIR: z.string().default('.data'),
  /** Signs passes. Unset: made once and kept in DATA_DIR. */
  SECRET: z.string().min(32).optional(),
  /** Where mail goes out. Unset: each mail is a file in the outbox of DATA_DIR. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  /** The address that mail comes from; the name beside it is the space's. */
  MAIL_FROM: z.email().default('table@localhost.localdomain'),
  /** Both set: cards are taken by Stripe. Unset: invoices are paid by transfer. */
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  /** Another address than Stripe's own, for trying it out. */
  STRIPE_URL: z.url().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** The space that an empty store is given. */
  SAMPLE_SPACE: z.enum(['utrecht', 'none']).default('utrecht'),
  /** Whether that space is open day and night, so that it can be tried at any hour, or keeps the hours of a real one. */
  SAMPLE_HOURS: z.enum(['all-day', 'real']).default('all-day'),
  /** How many hosts may sign in by the links that the server prints at its start; each link is worth one session. */
  HOST_LINKS: z.coerce.number().int().min(1).max(20).default(1),
  CLOCK_START: z.iso.datetime().optional(),
  CLOCK_SPEED: z.coerce.number().min(0.1).max(5000).default(1),
  /**
   * Requests a minute that one credential, or one address without any, may make. The tighter allowances of some
   * endpoints rise with it: a house whose phones share one address raises this for a busy morning.
   */
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(COMMON_PER_MINUTE),
});

const schema = settings
  .refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || !MAIL_FROM.endsWith('localdomain'), {
    path: ['MAIL_FROM'],
    message: 'mail that leaves the house needs an address of its own',
  })
  .refine(
    (given) => (given.STRIPE_SECRET_KEY === undefined) === (given.STRIPE_WEBHOOK_SECRET === undefined),
    {
      path: ['STRIPE_WEBHOOK_SECRET'],
      message: 'the key and the secret of the webhook come together',
    },
  );

export type Config = z.infer<typeof schema> & { readonly dataFolder: string };

/**
 * The settings of this run, parsed once.
 * @throws Error that lists every setting that is missing or wrong, without printing any value.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`These settings are missing or wrong:\n${faults.join('\n')}`);
  }
  return { ...parsed.data, dataFolder: resolve(parsed.data.DATA_DIR) };
}
