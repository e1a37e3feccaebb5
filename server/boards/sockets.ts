import { personId } from '#contract/people';
import { spaceId } from '#contract/spaces';
import type { Log } from '#platform/log';
import { parseRequest, toProblem } from '#platform/problem';
import type { LiveSocket } from '#platform/socket-server';
import { type Actor, may } from '#values/actor';
import type { Clock } from '#values/clock';
import { forbidden, unauthenticated } from '#values/errors';
import { type ViewName, type ViewOpened, viewRequest } from './contract.ts';
import { type BoardKey, type LiveViews, roomOfView } from './views.ts';

const PERMISSION = {
  kiosk: 'kiosk:view',
  board: 'board:view',
  member: 'member:view',
} as const satisfies Record<ViewName, string>;

/** A device or host sees its own space, a person sees themselves: nobody names a key, so nobody can name another's. */
function demand(actor: Actor, view: ViewName): void {
  if (!may(actor, PERMISSION[view]))
    throw actor.role === 'visitor' ? unauthenticated('not_signed_in') : forbidden('not_allowed');
}

/** The room that this actor watches a view in, and the view itself. A screen on the wall is everybody's to read. */
function watched(
  views: LiveViews,
  view: ViewName,
  actor: Actor,
): { room: string; open(): Promise<Omit<ViewOpened, 'clock'>> } {
  if (view === 'member') {
    const key = personId.parse(actor.id);
    return { room: roomOfView(view, key), open: () => views.member.open(key) };
  }
  const id = spaceId.parse(actor.spaceId);
  if (view === 'kiosk') return { room: roomOfView(view, id), open: () => views.kiosk.open(id) };
  const key: BoardKey = `${actor.role === 'screen' ? 'wall' : 'host'} ${id}`;
  return { room: roomOfView(view, key), open: () => views.board.open(key) };
}

/** What a socket may ask for: to watch the view that belongs to its credential. */
export function boardSockets(views: LiveViews, clock: Clock, log: Log) {
  return (socket: LiveSocket): void => {
    socket.on('view:open', async (request, reply) => {
      if (typeof reply !== 'function') return;
      try {
        const { view } = parseRequest(viewRequest, request);
        demand(socket.data.actor, view);
        const { room, open } = watched(views, view, socket.data.actor);
        // Joined first: what changes while the view is computed is sent, and is older than the answer.
        await socket.join(room);
        const opened = await open();
        // Read last: the time that computing takes is not the house's clock being slow.
        reply({
          ok: true,
          reply: { ...opened, clock: { at: clock.now().toISOString(), speed: clock.speed } },
        });
      } catch (fault) {
        const problem = toProblem(fault);
        if (problem.status >= 500) log.error({ err: fault }, 'view could not be opened');
        reply({ ok: false, problem });
      }
    });
  };
}
