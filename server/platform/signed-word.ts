import { timingSafeEqual } from 'node:crypto';
import { digestOf } from './tokens.ts';

/**
 * Words that stand in links and let whoever holds one do one thing. They follow from the house's secret, so nothing
 * is stored, and a later mail can hold the same link again.
 */
export interface SignedWords {
  /** `<id>.<signature>` */
  of(id: string): string;
  /** The id in a word of this house and purpose, or `undefined`. */
  idIn(word: string): string | undefined;
}

/** @param purpose what the words are good for: a word for one purpose opens nothing else. */
export function signedWords(secret: string, purpose: string): SignedWords {
  const signatureOf = (id: string) => digestOf(secret, `${purpose} ${id}`);
  return {
    of: (id) => `${id}.${signatureOf(id).toString('base64url')}`,
    idIn(word) {
      const [id = '', shown = ''] = word.split('.');
      const given = Buffer.from(shown, 'base64url');
      const right = signatureOf(id);
      return given.length === right.length && timingSafeEqual(given, right) ? id : undefined;
    },
  };
}
