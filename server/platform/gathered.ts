/**
 * Readings by id that are asked for in one turn of the loop, as one command: a crowd costs what one of it costs. Each
 * is sent after it was asked for, so nobody is told what was so before. What is found is shared between those who
 * asked, and never written to.
 */
export function createGathered<Id extends string, Value extends { readonly _id: string }>(
  read: (ids: Id[]) => Promise<readonly Value[]>,
): (id: Id) => Promise<Value | undefined> {
  const asked = new Set<Id>();
  let next: Promise<ReadonlyMap<string, Value>> | undefined;

  async function together() {
    await new Promise((resume) => setImmediate(resume));
    const ids = [...asked];
    asked.clear();
    next = undefined;
    const found = await read(ids);
    return new Map(found.map((value) => [value._id, value]));
  }

  return async (id) => {
    asked.add(id);
    next ??= together();
    return (await next).get(id);
  };
}
