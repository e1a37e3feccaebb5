import { createHash } from 'node:crypto';

/**
 * A repeatable number in [0, 1) from a text. The demonstration's only source of chance: the same seed plays the same
 * day, whatever happens in between.
 */
export function lot(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
}

/** One of several, drawn by a text. @throws RangeError when there is nothing to draw from. */
export function drawn<Item>(items: readonly Item[], text: string): Item {
  const item = items[Math.floor(lot(text) * items.length)];
  if (item === undefined) throw new RangeError('nothing to draw from');
  return item;
}
