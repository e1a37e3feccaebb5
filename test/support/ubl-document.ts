import { XMLParser } from 'fast-xml-parser';

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
  removeNSPrefix: true,
});

/** An element as a rule asks for it: by paths of names, of which `A|B` takes either. */
export interface Found {
  name: string;
  text: string;
  attributes: ReadonlyMap<string, string>;
  /** What stands inside it, in the order in which each name comes first. */
  inside: readonly Found[];
  at(path: string): Found[];
}

/** Wraps what the parser made of an element. */
function foundOf(name: string, value: unknown): Found {
  const record: Readonly<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? { ...value } : {};
  const entries = Object.entries(record);
  const inside = entries.flatMap(([key, list]) =>
    Array.isArray(list) && key !== '#text' ? list.map((one) => foundOf(key, one)) : [],
  );
  const attributes = entries.flatMap(([key, given]): [string, string][] =>
    key.startsWith('@_') && typeof given === 'string' ? [[key.slice(2), given]] : [],
  );
  return {
    name,
    text: typeof value === 'string' ? value : String(record['#text'] ?? ''),
    attributes: new Map(attributes),
    inside,
    at(path) {
      const [first = '', ...rest] = path.split('/');
      const found = inside.filter((one) => first.split('|').includes(one.name));
      return rest.length === 0 ? found : found.flatMap((one) => one.at(rest.join('/')));
    },
  };
}

/** The root element of an XML text. */
export function documentOf(xml: string): Found {
  const [root] = foundOf('', parser.parse(xml)).inside.filter(({ name }) => name !== '?xml');
  if (!root) throw new RangeError('no document');
  return root;
}

/** An element and all that stands inside it, however deep. */
export function allOf(found: Found): Found[] {
  return [found, ...found.inside.flatMap(allOf)];
}

/** An amount in hundredths. */
export const hundredths = (found: Found | undefined): number =>
  Math.round(Number(found?.text.trim() || Number.NaN) * 100);

/** Amounts added up, in hundredths. */
export const sumOf = (found: readonly Found[]): number =>
  found.reduce((total, one) => total + hundredths(one), 0);

/** Is something said there? */
export const says = (found: Found, path: string): boolean =>
  found.at(path).some(({ text }) => text.trim() !== '');

/** Does an element stand there, whatever it says? */
export const has = (found: Found, path: string): boolean => found.at(path).length > 0;
