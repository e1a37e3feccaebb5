import { timingSafeEqual } from 'node:crypto';
import { digestOf } from '#platform/tokens';

/**
 * What a link opens, and nothing else: a paper by its number, what came of a booking by its id, or what came of all the
 * bookings on a collective invoice by its number. Which page shows it.
 */
const PAGES = { papers: 'papers', impacts: 'impacts', months: 'impacts' } as const;
export type LinkKind = keyof typeof PAGES;

/**
 * Unguessable words for links. They follow from the house's secret, so none is stored and none can be made up.
 */
export function createLinks(secret: string) {
  const wordOf = (kind: LinkKind, id: string) => digestOf(secret, `${kind} ${id}`).toString('base64url');
  return {
    pathOf: (kind: LinkKind, id: string) => `/${PAGES[kind]}/${id}/${wordOf(kind, id)}`,

    isOpenedBy(kind: LinkKind, id: string, word: string): boolean {
      const [right, given] = [Buffer.from(wordOf(kind, id)), Buffer.from(word)];
      return right.length === given.length && timingSafeEqual(right, given);
    },
  };
}
