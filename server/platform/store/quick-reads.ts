import { bsonType, type Doc, isDoc } from './document.ts';
import { StoreError } from './error.ts';

/** Documents a read may look at in the keeper: about ten milliseconds. What needs more is the reader's. */
export const QUICK_DOCUMENTS = 2_000;

/** Thrown where a quick read turns out to be none. */
export class NotQuick extends StoreError {
  constructor() {
    super('Interrupted', `a quick read looks at ${QUICK_DOCUMENTS} documents at most`);
  }
}

const HANDED_OVER = new Set(['find', 'count', 'distinct', 'aggregate', 'explain', 'getMore', 'killCursors']);

// Operators whose work for one document has a bound. A pattern may take for ever on one text, and an expression
// on none at all.
const TAME = new Set(
  '$eq $ne $gt $gte $lt $lte $in $nin $exists $and $or $nor $not $elemMatch $all $size $type $slice $natural'
    .split(' ')
    .concat('$match $sort $skip $limit $count $group $sum $clusterTime $db $readPreference'.split(' ')),
);

/** Whether the reader may run a command instead: those that read, by their names. */
export function canBeHandedOver(name: string): boolean {
  return HANDED_OVER.has(name);
}

/** Whether the work that a command asks for grows with the documents it looks at and with nothing else. */
export function isTame(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isTame);
  if (value instanceof RegExp || bsonType(value) === 'BSONRegExp') return false;
  if (!isDoc(value)) return true;
  return Object.entries(value).every(
    ([key, inner]) => (!key.startsWith('$') || TAME.has(key)) && isTame(inner),
  );
}

/** The cursors that a command wants to go on with or to close. */
export function asksForCursors(body: Doc): string[] {
  if (body.getMore !== undefined) return [String(body.getMore)];
  return body.killCursors !== undefined && Array.isArray(body.cursors) ? body.cursors.map(String) : [];
}

/** The cursor that a reply leaves open. */
export function cursorLeftBy(reply: Doc): string | undefined {
  const id = isDoc(reply.cursor) ? String(reply.cursor.id) : '0';
  return id === '0' ? undefined : id;
}
