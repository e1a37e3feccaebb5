/**
 * One text for one value, whatever the order of its fields: JSON with sorted keys, dates in ISO, and absent fields
 * left out. What is hashed is hashed in this form, so that a document and its export have the same hash.
 * @throws RangeError for what JSON has no word for.
 */
export function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
    return `{${fields.join(',')}}`;
  }
  const text = JSON.stringify(value);
  if (text === undefined) throw new RangeError(`no canonical text for ${typeof value}`);
  return text;
}
