import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '#contract/boards';
import type { Actor } from '#values/actor';
import { type Credentials, credentialsFrom } from './credentials.ts';
import { hostOf } from './origin.ts';
import { toProblem } from './problem.ts';

interface SocketData {
  actor: Actor;
}

type NoServerEvents = Record<string, never>;

export type LiveServer = Server<ClientToServer, ServerToClient, NoServerEvents, SocketData>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, NoServerEvents, SocketData>;

/** Everybody who is connected with the credential of one actor. */
export function roomOfActor(actorId: string): string {
  return `actor:${actorId}`;
}

function credentialsIn(socket: LiveSocket): Credentials {
  const { as, token } = socket.handshake.auth;
  const bearer = typeof token === 'string' ? token : undefined;
  return credentialsFrom(typeof as === 'string' ? as : undefined, socket.handshake.headers.cookie, bearer);
}

/** The live door of the house: a socket is let in with the same credentials as a request, or told why not. */
export function createLiveServer(
  http: HttpServer,
  authenticate: (credentials: Credentials) => Promise<Actor>,
): LiveServer {
  const live: LiveServer = new Server(http, {
    path: '/live',
    serveClient: false,
    perMessageDeflate: false,
    // Nothing that a screen says is larger than this.
    maxHttpBufferSize: 16 * 1024,
    // Same origin only: a browser sends the page's own origin, and another site's is refused.
    allowRequest: (request, decide) => {
      const { origin, host } = request.headers;
      decide(null, origin === undefined || hostOf(origin) === host);
    },
  });
  live.use(async (socket, next) => {
    try {
      socket.data.actor = await authenticate(credentialsIn(socket));
      await socket.join(roomOfActor(socket.data.actor.id));
      next();
    } catch (fault) {
      next(Object.assign(new Error('refused'), { data: toProblem(fault) }));
    }
  });
  return live;
}

/** Tells every socket of an actor that its credential is gone, and closes them. */
export function dropActor(live: LiveServer, actorId: string): void {
  live.to(roomOfActor(actorId)).emit('credential:revoked');
  live.in(roomOfActor(actorId)).disconnectSockets(true);
}
