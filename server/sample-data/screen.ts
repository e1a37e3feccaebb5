import mergePatch from 'json-merge-patch';
import { io, type Socket } from 'socket.io-client';
import type { ZodType, z } from 'zod';
import type { Acknowledged, ClientToServer, ServerToClient, ViewName, ViewOpened } from '#contract/boards';

/** A live screen of the house, kept as a browser keeps one. */
export interface Screen<State> {
  /** The credential it was opened with. */
  token: string;
  state(): State;
  /** Called with this state and every later one. */
  follow(look: (state: State) => void): void;
  /** Resolves with the first state, now or later, of which this is true. */
  until(holds: (state: State) => boolean, signal: AbortSignal): Promise<State>;
  close(): void;
}

interface ScreenOptions<Schema extends ZodType> {
  url: string;
  token: string;
  view: ViewName;
  schema: Schema;
  onFault(fault: unknown): void;
}

type LiveSocket = Socket<ServerToClient, ClientToServer>;

interface Known<State> {
  epoch: string;
  revision: number;
  state: State;
}

async function connected(socket: LiveSocket): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
}

/** Waits for a state among those that come. */
function untilOf<State>(state: () => State, looks: Set<(state: State) => void>): Screen<State>['until'] {
  return (holds, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        looks.delete(look);
        reject(signal.reason);
      };
      const look = (now: State) => {
        if (!holds(now)) return;
        looks.delete(look);
        signal.removeEventListener('abort', stop);
        resolve(now);
      };
      if (signal.aborted) return stop();
      signal.addEventListener('abort', stop, { once: true });
      looks.add(look);
      look(state());
    });
}

/** Opens a view over the live door; patches are applied, and a gap is healed by opening the view again. */
export async function openScreen<Schema extends ZodType>(
  options: ScreenOptions<Schema>,
): Promise<Screen<z.infer<Schema>>> {
  const { url, token, view, schema, onFault } = options;
  const socket: LiveSocket = io(url, { path: '/live', transports: ['websocket'], auth: { token } });
  const looks = new Set<(state: z.infer<Schema>) => void>();

  async function open(): Promise<Known<z.infer<Schema>>> {
    const answer: Acknowledged<ViewOpened> = await socket.emitWithAck('view:open', { view });
    if (!answer.ok) throw new Error(answer.problem.code);
    const { epoch, revision, state } = answer.reply;
    return { epoch, revision, state: schema.parse(state) };
  }

  await connected(socket);
  let known = await open();
  function show(next: Known<z.infer<Schema>>): void {
    known = next;
    for (const look of looks) look(known.state);
  }
  const reopen = () => void open().then(show, (fault) => socket.connected && onFault(fault));
  socket.on('connect', reopen);
  socket.on('view:patch', ({ view: named, epoch, revision, patch }) => {
    if (named !== view || (epoch === known.epoch && revision <= known.revision)) return;
    if (epoch !== known.epoch || revision !== known.revision + 1) return reopen();
    // Merging changes what it is given, and the state before is still being read by others.
    show({ epoch, revision, state: schema.parse(mergePatch.apply(structuredClone(known.state), patch)) });
  });

  const state = () => known.state;
  return {
    token,
    state,
    until: untilOf(state, looks),
    follow(look) {
      looks.add(look);
      look(known.state);
    },
    close: () => void socket.disconnect(),
  };
}
