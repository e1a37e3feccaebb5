import type { Log } from './log.ts';

/** One event of a map of events, with its name; or any of them. */
export type Named<Events, Name extends keyof Events = keyof Events> = {
  [Each in Name]: { name: Each } & Events[Each];
}[Name];

type Subscriber<Event> = (event: Event) => void | Promise<void>;

/** News inside the process: published after the write, told to every subscriber in the order they came. */
export interface EventBus<Events> {
  on<Name extends keyof Events>(name: Name, subscriber: Subscriber<Named<Events, Name>>): void;
  publish(event: Named<Events>): void;
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
  const subscribers = new Map<keyof Events, Subscriber<Named<Events>>[]>();
  const running = new Set<Promise<void>>();
  let failures = 0;

  const isNamed = <Name extends keyof Events>(
    event: Named<Events>,
    name: Name,
  ): event is Named<Events, Name> => event.name === name;

  function fail(name: keyof Events, fault: unknown): void {
    failures++;
    log.error({ event: name, err: fault }, 'subscriber failed');
  }

  async function follow(name: keyof Events, work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (fault) {
      fail(name, fault);
    }
  }

  function tell(event: Named<Events>, subscriber: Subscriber<Named<Events>>): void {
    try {
      const work = subscriber(event);
      if (!work) return;
      const followed: Promise<void> = follow(event.name, work).finally(() => running.delete(followed));
      running.add(followed);
    } catch (fault) {
      fail(event.name, fault);
    }
  }

  return {
    on(name, subscriber) {
      const guarded = (event: Named<Events>) => (isNamed(event, name) ? subscriber(event) : undefined);
      subscribers.set(name, [...(subscribers.get(name) ?? []), guarded]);
    },
    publish(event) {
      for (const subscriber of subscribers.get(event.name) ?? []) tell(event, subscriber);
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
    failures: () => failures,
  };
}
