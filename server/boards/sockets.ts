import { personId } from '#contract/people';
import { spaceId } from '#contract/spaces';
import type { Log } from '#platform/log';
import { parseRequest, toProblem } from '#platform/problem';
import type { LiveSocket } from '#platform/socket-server';
import { type Actor, may } from '#values/actor';
import { forbidden, unauthenticated } from '#values/errors';
import { type ViewName, type ViewOpened, viewRequest } from './contract.ts';
import { type LiveViews, roomOfView } from './views.ts';

const PERMISSION = {
  kiosk: 'kiosk:view',
  board: 'board:view',
  member: 'member:view',
} as const satisfies Record<ViewName, string>;

/** A device or host sees its own space, a person sees themselves: nobody names a key, so nobody can name another's. */
function keyOf(actor: Actor, view: ViewName): string {
  if (!may(actor, PERMISSION[view]))
    throw actor.role === 'visitor' ? unauthenticated('not_signed_in') : forbidden('not_allowed');
  return view === 'member' ? actor.id : (actor.spaceId ?? '');
}

function open(views: LiveViews, view: ViewName, key: string): Promise<ViewOpened> {
  return view === 'member' ? views.member.open(personId.parse(key)) : views[view].open(spaceId.parse(key));
}

/** What a socket may ask for: to watch the view that belongs to its credential. */
export function boardSockets(views: LiveViews, log: Log) {
  return (socket: LiveSocket): void => {
    socket.on('view:open', async (request, reply) => {
      if (typeof reply !== 'function') return;
      try {
        const { view } = parseRequest(viewRequest, request);
        const key = keyOf(socket.data.actor, view);
        // Joined first: what changes while the view is computed is sent, and is older than the answer.
        await socket.join(roomOfView(view, key));
        reply({ ok: true, reply: await open(views, view, key) });
      } catch (fault) {
        const problem = toProblem(fault);
        if (problem.status >= 500) log.error({ err: fault }, 'view could not be opened');
        reply({ ok: false, problem });
      }
    });
  };
}
