import { type Doc, isDoc } from './document.ts';
import { compileFilter, type MatchContext } from './matcher.ts';
import { valueAt } from './path.ts';

/**
 * The index of the array element by which a filter matched, for the `$` of an update or a projection: the
 * first element that alone satisfies the last clause about that array. Undefined when no clause is about it.
 */
export function matchedElement(
  document: Doc,
  filter: Doc,
  arrayPath: string,
  context: MatchContext,
): number | undefined {
  const array = valueAt(document, arrayPath.split('.'));
  if (!Array.isArray(array)) return undefined;
  let found: number | undefined;
  for (const [path, condition] of clausesOf(filter)) {
    if (path !== arrayPath && !path.startsWith(`${arrayPath}.`)) continue;
    const rest = path.slice(arrayPath.length);
    const test = compileFilter({ [`element${rest}`]: condition }, context);
    const index = array.findIndex((element: unknown) => test({ element: [element] }));
    if (index >= 0) found = index;
  }
  return found;
}

function clausesOf(filter: Doc): [string, unknown][] {
  return Object.keys(filter).flatMap((key): [string, unknown][] => {
    const value = filter[key];
    if (!key.startsWith('$')) return [[key, value]];
    return Array.isArray(value) ? value.filter(isDoc).flatMap(clausesOf) : [];
  });
}
