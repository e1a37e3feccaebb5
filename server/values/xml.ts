/** A tree that becomes XML: a name, its attributes, and a text or what stands inside it, in this order. */
export interface Element {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly inside: string | readonly (Element | undefined)[];
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

/** An element; `undefined` inside it is left out. */
export function element(
  name: string,
  inside: Element['inside'],
  attributes: Readonly<Record<string, string>> = {},
): Element {
  return { name, inside, attributes };
}

function textOf({ name, inside, attributes = {} }: Element): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const content =
    typeof inside === 'string'
      ? escaped(inside)
      : inside.map((one) => (one === undefined ? '' : textOf(one))).join('');
  return `<${name}${given.join('')}>${content}</${name}>`;
}

/** A whole document. */
export function xmlOf(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${textOf(root)}\n`;
}
