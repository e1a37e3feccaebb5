/** A body that is wrong in one way, and which way. */
export interface BadBody {
  because: string;
  body: unknown;
}

/** Own keys that a careless merge would write into every object: JSON can carry them, a literal cannot. */
const POISON: unknown = JSON.parse('{"__proto__":{"role":"manager"}}');

const NESTED: unknown = JSON.parse(`${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`);

const WRONG_VALUES: readonly (readonly [string, unknown])[] = [
  ['nothing', null],
  ['a number', 17],
  ['a number that is none', -0.5],
  ['yes', true],
  ['no text', ''],
  ['blanks', '   '],
  ['a long text', 'é'.repeat(20_000)],
  ['a control character', 'a\u0000b\u001b[2J'],
  ['half a character', 'a\ud800b'],
  ['a path', '../../etc/passwd'],
  ['an operator as text', '$where'],
  ['a list', ['a', ['b']]],
  ['a long list', Array.from({ length: 3000 }, () => 'vat')],
  ['an object', {}],
  ['an operator', { $ne: null }],
  ['a comparison', { $gt: '' }],
  ['a pattern', { $regex: '.*' }],
  ['a poisoned object', POISON],
  ['a deep object', NESTED],
];

const EXTRA_FIELDS: readonly (readonly [string, unknown])[] = [
  ['unheardOf', 1],
  ['$where', 'sleep(1000)'],
  ['$set', { role: 'manager' }],
  ['constructor', { prototype: { role: 'manager' } }],
  ['__proto__', { role: 'manager' }],
  ['role', 'manager'],
];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy with one own field set, also where its name is `__proto__`. */
function withField(record: object, name: string, value: unknown): object {
  const copy = { ...record };
  return Object.defineProperty(copy, name, { value, enumerable: true, configurable: true, writable: true });
}

/** Every place of a body: the field's path, and how to put something else there. */
function placesOf(
  value: unknown,
  put: (replacement: unknown) => unknown,
  path: string,
): { path: string; put: (replacement: unknown) => unknown; value: unknown }[] {
  const here = [{ path, put, value }];
  if (!isRecord(value)) return here;
  return [
    ...here,
    ...Object.entries(value).flatMap(([key, inner]) =>
      placesOf(inner, (replacement) => put(withField(value, key, replacement)), `${path}.${key}`),
    ),
  ];
}

/** A good body, made wrong at every place and in every way we could think of. */
export function badBodiesOf(good: object): BadBody[] {
  return placesOf(good, (replacement) => replacement, 'body').flatMap(({ path, put, value }) => {
    const replaced = WRONG_VALUES.map(([what, wrong]) => ({
      because: `${path} is ${what}`,
      body: put(wrong),
    }));
    if (!isRecord(value)) return replaced;
    const extended = EXTRA_FIELDS.map(([name, extra]) => ({
      because: `${path} has ${name}`,
      body: put(withField(value, name, extra)),
    }));
    const lacking = Object.keys(value).map((key) => ({
      because: `${path} lacks ${key}`,
      body: put(Object.fromEntries(Object.entries(value).filter(([known]) => known !== key))),
    }));
    return [...replaced, ...extended, ...lacking];
  });
}

/** Ids as somebody types them who means no good, encoded as they stand in a path. */
export const BAD_IDS: readonly string[] = [
  '%00',
  '%2e%2e%2f',
  '..%2f..%2fetc',
  '%24ne',
  '%7B%22%24ne%22%3Anull%7D',
  '__proto__',
  '%F0%9F%91%BB',
  'a%0Ab',
  'a'.repeat(3000),
  '-',
  ' ',
  "'%20or%201=1",
  '%',
];
