import type { Connection } from 'mongoose';
import type { Device } from '#contract/devices';
import type { Credentials } from '#platform/credentials';
import { hashOf, newId, newToken } from '#platform/tokens';
import type { Actor, Role } from '#values/actor';
import { type Clock, DAY, later, MINUTE } from '#values/clock';
import { missing, unauthenticated } from '#values/errors';
import type { DeviceService } from '../devices/service.ts';
import type { PeopleService } from '../people/service.ts';
import type { Link, SessionRequest } from './contract.ts';
import { type CredentialDocument, createCredentialModel, type Subject } from './model.ts';
import { permissionsOf } from './roles.ts';

interface AuthNeeds {
  connection: Connection;
  clock: Clock;
  devices: DeviceService;
  people: PeopleService;
}

export type AuthService = ReturnType<typeof createAuthService>;

export interface Session extends Subject {
  token: string;
  expiresAt: Date;
}

const SESSION_DAYS = 90;

const VISITOR: Actor = { role: 'visitor', id: 'visitor', permissions: permissionsOf('visitor') };

function actorOf(role: Role, id: string, spaceId?: string): Actor {
  return { role, id, permissions: permissionsOf(role), ...(spaceId === undefined ? {} : { spaceId }) };
}

function deviceActor({ kind, deviceId, spaceId }: Device): Actor {
  return actorOf(kind, deviceId, spaceId);
}

/** Who asks: links become sessions, tokens become actors. */
export function createAuthService({ connection, clock, devices, people }: AuthNeeds) {
  const Credentials = createCredentialModel(connection);

  async function startFromLink(linkToken: string, token: string, expiresAt: Date): Promise<Subject> {
    const started = await Credentials.findOneAndUpdate(
      { linkHash: hashOf(linkToken), expiresAt: { $gt: clock.now() } },
      { $set: { sessionHash: hashOf(token), expiresAt }, $unset: { linkHash: 1 } },
      { returnDocument: 'after' },
    ).lean<CredentialDocument>();
    if (!started) throw missing('link_unknown');
    return started;
  }

  async function startFromPass(
    shown: Exclude<SessionRequest, { token: string }>,
    token: string,
    expiresAt: Date,
  ): Promise<Subject> {
    const { personId } = await people.recognise(shown);
    const subject: Subject = { role: 'person', subjectId: personId };
    await Credentials.insertOne({ _id: newId(), ...subject, sessionHash: hashOf(token), expiresAt });
    return subject;
  }

  async function bySession(token: string): Promise<Actor | undefined> {
    const found = await Credentials.findOne({
      sessionHash: hashOf(token),
      expiresAt: { $gt: clock.now() },
    }).lean<CredentialDocument>();
    return found ? actorOf(found.role, found.subjectId, found.spaceId) : undefined;
  }

  return {
    /** The actor behind what a caller showed. @throws DomainError unauthenticated `credential_unknown`. */
    async authenticate({ as, token }: Credentials): Promise<Actor> {
      if (!token) return VISITOR;
      const device =
        as === 'member' || as === 'booker' || as === 'host' ? undefined : await devices.byToken(token);
      if (device) return deviceActor(device);
      const actor = as === 'kiosk' || as === 'screen' ? undefined : await bySession(token);
      if (!actor) throw unauthenticated('credential_unknown');
      return actor;
    },

    /** A link that is worth one session, for a QR code or the house's own output. */
    async createLink(subject: Subject, minutes: number): Promise<Link> {
      const token = newToken();
      const expiresAt = later(clock.now(), minutes * MINUTE);
      await Credentials.insertOne({ _id: newId(), ...subject, linkHash: hashOf(token), expiresAt });
      return { token, expiresAt: expiresAt.toISOString() };
    },

    /**
     * Starts a session from a link or a pass. @throws DomainError missing `link_unknown` (never made, used, or
     * lapsed: the three are one answer), `pass_unknown`.
     */
    async startSession(request: SessionRequest): Promise<Session> {
      const token = newToken();
      const expiresAt = later(clock.now(), SESSION_DAYS * DAY);
      const subject =
        'token' in request
          ? await startFromLink(request.token, token, expiresAt)
          : await startFromPass(request, token, expiresAt);
      return { role: subject.role, subjectId: subject.subjectId, token, expiresAt };
    },

    /** Ends every session and link of somebody. */
    async endAll({ role, subjectId }: Pick<Subject, 'role' | 'subjectId'>): Promise<void> {
      await Credentials.deleteMany({ role, subjectId });
    },

    async endSession(token: string): Promise<void> {
      await Credentials.deleteOne({ sessionHash: hashOf(token) });
    },
  };
}
