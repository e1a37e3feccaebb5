/** Does work of one key once for all who ask while it is under way. */
export interface SharedWork<Result> {
  join(key: string, work: () => Promise<Result>): Promise<Result>;
}

export function createSharedWork<Result>(): SharedWork<Result> {
  const underWay = new Map<string, Promise<Result>>();
  return {
    join(key, work) {
      const known = underWay.get(key);
      if (known) return known;
      const started = work().finally(() => underWay.delete(key));
      underWay.set(key, started);
      return started;
    },
  };
}
