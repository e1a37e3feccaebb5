import { z } from 'zod';
import { idText, language, lineOfText } from '#contract/platform';
import { skillList } from '#contract/skills';

export const personId = idText.brand<'person'>();
export type PersonId = z.infer<typeof personId>;

/** Purposes are asked one by one; `version` is that of the text that was shown. */
export const consents = z.strictObject({
  matching: z.boolean(),
  wall: z.boolean(),
  network: z.boolean(),
  research: z.boolean(),
});
export type Consents = z.infer<typeof consents>;

/** The version of the consent texts that the surfaces show now. */
export const CONSENT_VERSION = 1;

const name = lineOfText(80).pipe(z.string().min(1));

/** What a person shows of themselves. */
export const profile = z.strictObject({
  name,
  language,
  languages: z.array(language).max(4),
  about: lineOfText(280).optional(),
  company: lineOfText(80).optional(),
  offers: skillList,
  needs: skillList,
});
export type Profile = z.infer<typeof profile>;

/** Retried with the same `personId`, a first visit is the same first visit. */
export const firstVisit = z.strictObject({
  personId,
  profile,
  consents,
  consentVersion: z.int().min(1),
});
export type FirstVisit = z.infer<typeof firstVisit>;

/** The pass: typed as code and PIN, or shown as a QR code with `qr` in it. */
export const pass = z.strictObject({
  code: z.string(),
  pin: z.string(),
  qr: z.string(),
});
export type Pass = z.infer<typeof pass>;

export const firstVisitReply = z.strictObject({ personId, pass });

export const passShown = z.union([
  z.strictObject({
    code: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9]{6}$/),
    pin: z.string().regex(/^[0-9]{4}$/),
  }),
  z.strictObject({ qr: z.string().min(8).max(120) }),
]);
export type PassShown = z.infer<typeof passShown>;

/** What a kiosk may know of somebody who has just shown their pass. */
export const recognised = z.strictObject({ personId, profile, consents });
export type Recognised = z.infer<typeof recognised>;

export const ownProfile = z.strictObject({ personId, profile, consents, pass });
export type OwnProfile = z.infer<typeof ownProfile>;

export const profileChange = z.strictObject({
  profile: profile.partial().optional(),
  consents: consents.partial().optional(),
  consentVersion: z.int().min(1).optional(),
});
export type ProfileChange = z.infer<typeof profileChange>;

export const permissions = ['person:register', 'person:recognise', 'profile:own'] as const;

export const errors = ['pass_unknown', 'person_unknown', 'person_exists', 'consent_outdated'] as const;
