import type { Log } from './log.ts';

type Subscriber<Payload> = (payload: Payload) => void | Promise<void>;

/** News inside the process: published after the write, told to every subscriber in the order they came. */
export interface EventBus<Events> {
  on<Name extends keyof Events>(name: Name, subscriber: Subscriber<Events[Name]>): void;
  publish<Name extends keyof Events>(name: Name, payload: Events[Name]): void;
  /** Resolves when every subscriber of everything published so far has finished. */
  settled(): Promise<void>;
  /** How many subscribers have failed since the start; the health page shows it. */
  failures(): number;
}

/**
 * A subscriber that fails does not undo what was written and does not stop the others: it is logged and counted,
 * the house says it is degraded, and a restart rebuilds everything that subscribers keep.
 */
export function createEventBus<Events>(log: Log): EventBus<Events> {
  const subscribers: { [Name in keyof Events]?: Subscriber<Events[Name]>[] } = {};
  const running = new Set<Promise<void>>();
  let failures = 0;

  function fail(name: keyof Events, fault: unknown) {
    failures++;
    log.error({ event: name, err: fault }, 'subscriber failed');
  }

  return {
    on(name, subscriber) {
      subscribers[name] = [...(subscribers[name] ?? []), subscriber];
    },
    publish(name, payload) {
      for (const subscriber of subscribers[name] ?? []) {
        try {
          const work = subscriber(payload);
          if (!work) continue;
          const guarded = work
            .catch((fault: unknown) => fail(name, fault))
            .then(() => void running.delete(guarded));
          running.add(guarded);
        } catch (fault) {
          fail(name, fault);
        }
      }
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
    failures: () => failures,
  };
}
