import { createHash, createHmac, randomBytes, randomInt, randomUUID } from 'node:crypto';

/** Letters and digits that nobody confuses when reading them aloud (Crockford, without vowels that spell words). */
const READABLE = '23456789BCDFGHJKMNPQRSTVWXYZ';

/** 256 bits that nobody can guess, safe in a URL. Only its hash is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. A plain hash is enough: the token has more entropy than any search can cover. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** A code for human eyes: six characters, about 29 bits; good for minutes, and for what is rate limited. */
export function newCode(length = 6): string {
  return Array.from({ length }, () => READABLE[randomInt(READABLE.length)]).join('');
}

export function newId(): string {
  return randomUUID();
}

/** A keyed digest of a message, as bytes. */
export function digestOf(secret: string, message: string): Buffer {
  return createHmac('sha256', secret).update(message).digest();
}
