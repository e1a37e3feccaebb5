import type { Pass } from './contract.ts';

/** Digests a message with the house's secret. */
export type Digest = (message: string) => Uint8Array;

const PIN_DIGITS = 4;

function pinFrom(digest: Uint8Array): string {
  const number = new DataView(digest.buffer, digest.byteOffset).getUint32(0);
  return String(number % 10 ** PIN_DIGITS).padStart(PIN_DIGITS, '0');
}

/** Safe in a QR code of the compact kind: digits and capitals only. */
function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/**
 * A person's pass. PIN and QR follow from the house's secret, the code and its version, so that nothing secret is
 * stored and the phone can always show them.
 */
export function passOf(code: string, version: number, digest: Digest): Pass {
  const pin = pinFrom(digest(`pin ${code} ${version}`));
  const proof = hexOf(digest(`qr ${code} ${version}`).slice(0, 12));
  return { code, pin, qr: `CT1.${code}.${proof}` };
}

/** The code inside a pass's QR text, or `undefined` if it is not one of ours. */
export function codeInQr(qr: string): string | undefined {
  return /^CT1\.([A-Z0-9]{6})\.[0-9A-F]{24}$/.exec(qr)?.[1];
}
