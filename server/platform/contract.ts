import { z } from 'zod';
import { LANGUAGES } from '#values/locale';

/** Shapes that every slice's contract is made of. */

export const language = z.enum(LANGUAGES, 'language_unknown');

/** An instant on the wire: ISO 8601 in UTC, `2026-11-24T08:30:00.000Z`. */
export const instant = z.iso.datetime();

/** Made by whoever starts an action, so that a retry names the same thing. */
export const idText = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{1,63}$/, 'id');

/** One line of plain words, without control characters, halves of characters and blank ends. */
export function lineOfText(longest: number) {
  return z
    .string()
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
    .trim();
}

/** Where mail reaches somebody; SMTP allows 254 characters. */
export const mailAddress = z.email().max(254);

/** RFC 9457. `code` is stable and is what a client translates; `details` are values, never prose. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
});
export type Problem = z.infer<typeof problem>;

export const health = z.strictObject({
  status: z.enum(['ok', 'degraded']),
  store: z.enum(['ok', 'down']),
  failures: z.int(),
  version: z.string(),
});

/** The request header (and socket.io auth field `as`) by which a surface says which of its credentials it means. */
export const CREDENTIAL_HEADER = 'common-table-as';

/** For replies that only say that it is done. */
export const done = z.strictObject({ done: z.literal(true) });

/** Grows with every change of what bears it; a change names the one that it was made on. */
export const revision = z.int().min(0);

/** Refusals that any endpoint can answer with. */
export const errors = [
  'changed_meanwhile',
  'request_invalid',
  'body_too_large',
  'body_malformed',
  'content_type_unknown',
  'not_signed_in',
  'not_allowed',
  'route_unknown',
  'too_many_requests',
  'origin_foreign',
  'retry_key_invalid',
  'retry_key_reused',
  'retry_in_progress',
  'language_unknown',
  'server_fault',
] as const;
