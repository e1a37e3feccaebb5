import mergePatch from 'json-merge-patch';
import type { ZodType, z } from 'zod';

/** A full view and the place it has in the run of its changes. */
export interface OpenedView<State> {
  epoch: string;
  revision: number;
  state: State;
}

/** A change of one view, sent to everybody who watches that key. */
export interface Patch {
  key: string;
  epoch: string;
  revision: number;
  patch: Record<string, unknown>;
}

/** One kind of live screen. The state is the truth; a patch only saves bytes, and any gap is healed by `open`. */
export interface LiveView<Key extends string, Schema extends ZodType> {
  open(key: Key): Promise<OpenedView<z.infer<Schema>>>;
  /** Something that this screen shows may have changed. Many touches in one tick travel as one patch. */
  touch(key: Key): void;
  /** Touches every key that somebody watches. */
  touchAll(): void;
  /** Resolves when every touch so far has been computed and sent. */
  settled(): Promise<void>;
}

interface Watched<State> {
  revision: number;
  state: State;
}

interface LiveViewNeeds<Key extends string, Schema extends ZodType> {
  /** Names this run of the server, so that revisions of an earlier run are never mistaken for this one's. */
  epoch: string;
  schema: Schema;
  compute(key: Key): Promise<z.input<Schema>>;
  /** Is anybody watching? A screen that nobody watches is not computed. */
  isWatched(key: Key): boolean;
  send(patch: Patch): void;
  onFault(fault: unknown): void;
}

export function createLiveView<Key extends string, Schema extends ZodType<object>>(
  needs: LiveViewNeeds<Key, Schema>,
): LiveView<Key, Schema> {
  const watched = new Map<Key, Watched<z.infer<Schema>>>();
  // Keeps counting while a view is forgotten, so that no two states of one run share a revision.
  let revisions = 0;
  const dirty = new Set<Key>();
  let flushing: Promise<void> | undefined;

  /** Parsed before it leaves: what is not in the contract cannot reach a screen. */
  const computed = async (key: Key) => needs.schema.parse(await needs.compute(key));

  async function refresh(key: Key) {
    const before = watched.get(key);
    if (!before) return;
    if (!needs.isWatched(key)) {
      watched.delete(key);
      return;
    }
    const state = await computed(key);
    const patch: Record<string, unknown> | undefined = mergePatch.generate(before.state, state);
    if (patch === undefined || Object.keys(patch).length === 0) return;
    const revision = before.revision + 1;
    revisions = Math.max(revisions, revision);
    watched.set(key, { revision, state });
    needs.send({ key, epoch: needs.epoch, revision, patch });
  }

  async function flush() {
    // Lets everything that one write publishes arrive before anything is computed.
    await new Promise((resume) => setImmediate(resume));
    while (dirty.size > 0) {
      const keys = [...dirty];
      dirty.clear();
      for (const key of keys) {
        try {
          await refresh(key);
        } catch (fault) {
          // What was sent last still stands, so the next touch sends all that has changed since.
          needs.onFault(fault);
        }
      }
    }
    flushing = undefined;
  }

  function touch(key: Key) {
    if (!watched.has(key)) return;
    dirty.add(key);
    flushing ??= flush();
  }

  return {
    async open(key) {
      if (!watched.has(key)) {
        const state = await computed(key);
        // Two watchers may have computed at once: the first to finish decides.
        if (!watched.has(key)) watched.set(key, { revision: ++revisions, state });
        // What happened while it was computed may be missing from it.
        touch(key);
      }
      const now = watched.get(key);
      if (!now) throw new Error(`view ${key} was forgotten while it was opened`);
      return { epoch: needs.epoch, revision: now.revision, state: now.state };
    },
    touch,
    touchAll() {
      for (const key of watched.keys()) touch(key);
    },
    async settled() {
      while (flushing) await flushing;
    },
  };
}
