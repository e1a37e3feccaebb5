/** What is worked out from others, kept for as long as those are the very same. */
export interface Lasting<Value> {
  /** The value under a key, worked out anew when one of its sources has become another object. */
  of(key: string, sources: readonly unknown[], work: () => Value): Value;
}

/**
 * Keeps values beside what they were worked out from; to be used where sources are replaced and never written to.
 * @param most values to keep; those that were asked for longest ago are forgotten first.
 */
export function createLasting<Value>(most: number): Lasting<Value> {
  const known = new Map<string, { sources: readonly unknown[]; value: Value }>();
  return {
    of(key, sources, work) {
      const before = known.get(key);
      const isSame =
        before?.sources.length === sources.length && before.sources.every((one, at) => one === sources[at]);
      const value = before && isSame ? before.value : work();
      known.delete(key);
      known.set(key, { sources, value });
      for (const [oldest] of known) {
        if (known.size <= most) break;
        known.delete(oldest);
      }
      return value;
    },
  };
}
