import { done } from '#contract/platform';
import { spaceId } from '#contract/spaces';
import { endpoint } from '#platform/endpoint';
import { type Credential, sessionRequest, sessionStarted, whoami } from './contract.ts';
import type { Subject } from './model.ts';
import type { AuthService } from './service.ts';

/** The surface on which each role signs in. */
const SURFACES = {
  person: 'member',
  booker: 'booker',
  host: 'host',
  manager: 'host',
} as const satisfies Record<Subject['role'], Credential>;

export const authRoutes = (auth: AuthService) => [
  endpoint({
    method: 'post',
    path: '/sessions',
    allow: 'session:start',
    summary: 'Sign in with a link or a pass',
    ignoresCredential: true,
    perMinute: 30,
    status: 201,
    retrySafe: false,
    body: sessionRequest,
    reply: sessionStarted,
    handle: async ({ body, grant }) => {
      const { role, token, expiresAt } = await auth.startSession(body);
      grant.set(SURFACES[role], token, expiresAt);
      return { role, token, expiresAt: expiresAt.toISOString() };
    },
  }),
  endpoint({
    method: 'get',
    path: '/sessions/current',
    allow: 'session:own',
    summary: 'Who am I here',
    reply: whoami,
    handle: ({ actor }) => ({
      role: actor.role,
      id: actor.id,
      ...(actor.spaceId === undefined ? {} : { spaceId: spaceId.parse(actor.spaceId) }),
    }),
  }),
  endpoint({
    method: 'delete',
    path: '/sessions/current',
    allow: 'session:own',
    ignoresCredential: true,
    summary: 'Sign out of this browser',
    reply: done,
    handle: async ({ grant, credentials: { as, token } }) => {
      if (token !== undefined) await auth.endSession(token);
      if (as !== undefined) grant.clear(as);
      return { done: true } as const;
    },
  }),
];
