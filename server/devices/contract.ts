import { z } from 'zod';
import { idText, instant, lineOfText } from '#contract/platform';
import { spaceId } from '#contract/spaces';

export const deviceId = idText.brand<'device'>();
export type DeviceId = z.infer<typeof deviceId>;

/** A kiosk checks people in; a screen shows the introduction board and changes nothing. */
export const deviceKind = z.enum(['kiosk', 'screen']);
export type DeviceKind = z.infer<typeof deviceKind>;

export const pairingRequest = z.strictObject({ kind: deviceKind });

/** `code` is shown on the device and typed by a host; `secret` never leaves the device. */
export const pairing = z.strictObject({
  deviceId,
  code: z.string(),
  secret: z.string(),
  expiresAt: instant,
});
export type Pairing = z.infer<typeof pairing>;

export const pairingClaim = z.strictObject({ deviceId, secret: z.string().min(20).max(100) });

export const device = z.strictObject({
  deviceId,
  spaceId,
  kind: deviceKind,
  name: z.string(),
  pairedAt: instant,
});
export type Device = z.infer<typeof device>;

/** A claim answers `waiting` until a host has typed the code; then the credential is set. */
export const pairingState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('waiting') }),
  z.strictObject({ state: z.literal('paired'), device, token: z.string() }),
]);

export const pairRequest = z.strictObject({
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{6}$/),
  name: lineOfText(40).pipe(z.string().min(1)),
});

export const deviceList = z.strictObject({ devices: z.array(device) });

export const permissions = ['device:announce', 'device:manage'] as const;

export const errors = ['pairing_unknown', 'pairing_expired', 'device_unknown', 'device_revoked'] as const;
