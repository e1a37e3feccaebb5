import { BSONRegExp, ObjectId } from 'bson';
import { copy, type Doc, isDoc } from './document.ts';
import { StoreError } from './error.ts';
import { isOperatorDoc } from './matcher.ts';
import { getAt, setAt } from './update-path.ts';
import { applyUpdate, isReplacement, type Update } from './updater.ts';

/** The document an upsert inserts: the filter's equalities, then the update, with `_id` first. */
export function upsertedDocument(update: Update): Doc {
  const seed: Doc = {};
  if (isReplacement(update.change)) {
    const id = equalities(update.filter).find(([path]) => path === '_id');
    if (id) seed._id = id[1];
  } else {
    for (const [path, value] of equalities(update.filter)) {
      if (getAt(seed, path.split('.')) !== undefined) {
        throw new StoreError(
          'NotSingleValueField',
          `cannot infer query fields to set, path '${path}' is matched twice`,
        );
      }
      setAt(seed, path.split('.'), copy(value));
    }
  }
  return withId(applyUpdate(seed, update, true));
}

/** A document with its `_id` first, a new one when it has none. */
export function withId(document: Doc): Doc {
  const { _id: id = new ObjectId(), ...fields } = document;
  return { _id: id, ...fields };
}

function equalities(filter: Doc): [string, unknown][] {
  return Object.keys(filter).flatMap((key): [string, unknown][] => {
    const value = filter[key];
    if (key === '$and' && Array.isArray(value)) return value.filter(isDoc).flatMap(equalities);
    if (key === '$or' && Array.isArray(value) && value.length === 1 && isDoc(value[0])) {
      return equalities(value[0]);
    }
    if (key.startsWith('$')) return [];
    if (!isOperatorDoc(value)) return value instanceof BSONRegExp ? [] : [[key, value]];
    if (Object.hasOwn(value, '$eq')) return [[key, value.$eq]];
    const only = Array.isArray(value.$in) && value.$in.length === 1 ? value.$in[0] : undefined;
    return only === undefined ? [] : [[key, only]];
  });
}
