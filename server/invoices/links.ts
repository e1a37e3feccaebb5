import { timingSafeEqual } from 'node:crypto';
import { digestOf } from '#platform/tokens';

/** What a link opens: a paper by its number, or by its booking what came of it, and nothing else. */
export type LinkKind = 'papers' | 'impacts';

/**
 * Unguessable words for links. They follow from the house's secret, so none is stored and none can be made up.
 */
export function createLinks(secret: string) {
  const wordOf = (kind: LinkKind, id: string) => digestOf(secret, `${kind} ${id}`).toString('base64url');
  return {
    pathOf: (kind: LinkKind, id: string) => `/${kind}/${id}/${wordOf(kind, id)}`,

    isOpenedBy(kind: LinkKind, id: string, word: string): boolean {
      const [right, given] = [Buffer.from(wordOf(kind, id)), Buffer.from(word)];
      return right.length === given.length && timingSafeEqual(right, given);
    },
  };
}
