import mergePatch from 'json-merge-patch';
import { io, type Socket } from 'socket.io-client';
import type {
  Acknowledged,
  ClientToServer,
  ServerToClient,
  ViewName,
  ViewOpened,
  Views,
} from '#contract/boards';

/** A live screen as a test sees one: the state as patches have made it, and what has crossed the wire. */
export interface Screen<Name extends ViewName> {
  socket: Socket<ServerToClient, ClientToServer>;
  state(): Views[Name];
  /** Resolves with the first state, now or later, of which this is true. */
  until(holds: (state: Views[Name]) => boolean): Promise<Views[Name]>;
  /** How often the full view was fetched, and how many patches came. */
  counts: { opened: number; patches: number; gaps: number };
  close(): void;
}

/** Opens a view over a real socket and keeps it as the client does. */
export async function openScreen<Name extends ViewName>(
  url: string,
  token: string,
  view: Name,
): Promise<Screen<Name>> {
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    path: '/live',
    transports: ['websocket'],
    auth: { token },
    reconnectionDelay: 50,
    reconnectionDelayMax: 100,
  });
  const counts = { opened: 0, patches: 0, gaps: 0 };
  const waiting = new Set<() => void>();
  let known: { epoch: string; revision: number; state: object } | undefined;

  const look = () => {
    for (const check of waiting) check();
  };

  async function open(): Promise<void> {
    const answer: Acknowledged<ViewOpened> = await socket.emitWithAck('view:open', { view });
    if (!answer.ok) throw new Error(answer.problem.code);
    counts.opened++;
    known = answer.reply;
    look();
  }

  socket.on('view:patch', ({ epoch, revision, patch, view: named }) => {
    if (named !== view || !known || (known.epoch === epoch && revision <= known.revision)) return;
    if (known.epoch !== epoch || revision !== known.revision + 1) {
      counts.gaps++;
      void open();
      return;
    }
    counts.patches++;
    known = { epoch, revision, state: mergePatch.apply(structuredClone(known.state), patch) };
    look();
  });

  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  await open();
  socket.on('connect', () => void open());

  const state = () => {
    if (!known) throw new Error('the view was never opened');
    // The server has parsed it by the contract of this very view.
    return known.state as Views[Name];
  };
  return {
    socket,
    counts,
    state,
    until: (holds) =>
      new Promise((resolve) => {
        const check = () => {
          if (!holds(state())) return;
          waiting.delete(check);
          resolve(state());
        };
        waiting.add(check);
        check();
      }),
    close: () => socket.disconnect(),
  };
}
