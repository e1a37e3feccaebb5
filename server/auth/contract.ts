import { z } from 'zod';
import { passShown } from '#contract/people';
import { instant } from '#contract/platform';
import { spaceId } from '#contract/spaces';
import { ROLES } from '#values/actor';

/** The surfaces that keep a credential of their own in a browser; one browser may be several of them. */
export const credential = z.enum(['kiosk', 'screen', 'member', 'booker', 'host']);
export type Credential = z.infer<typeof credential>;

/** A link is shown once, as a QR code or in the server's own output, and is worth one session. */
export const linkRequest = z.strictObject({ token: z.string().min(20).max(100) });

/** A session starts from a link, or from the pass that a kiosk gave. */
export const sessionRequest = z.union([linkRequest, passShown]);
export type SessionRequest = z.infer<typeof sessionRequest>;

export const link = z.strictObject({ token: z.string(), expiresAt: instant });
export type Link = z.infer<typeof link>;

/** `token` is for callers without a cookie jar; browsers get a cookie that scripts cannot read. */
export const sessionStarted = z.strictObject({
  role: z.enum(['person', 'booker', 'host', 'manager']),
  token: z.string(),
  expiresAt: instant,
});

export const whoami = z.strictObject({
  role: z.enum(ROLES),
  id: z.string(),
  spaceId: spaceId.optional(),
});
export type WhoAmI = z.infer<typeof whoami>;

export const permissions = ['session:start', 'session:own'] as const;

export const errors = ['link_unknown', 'credential_unknown'] as const;
