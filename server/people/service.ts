import { timingSafeEqual } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { DomainEvent, DomainEvents } from '#events';
import { isDuplicate } from '#platform/duplicate-key';
import type { EventBus } from '#platform/event-bus';

import { createRateLimit } from '#platform/rate-limit';
import { digestOf, newCode } from '#platform/tokens';
import type { Clock } from '#values/clock';
import { conflict, invalid, missing } from '#values/errors';
import { createBlocking } from './blocking.ts';
import {
  CONSENT_VERSION,
  type FirstVisit,
  type OwnProfile,
  type Pass,
  type PassShown,
  type PersonId,
  type ProfileChange,
  type Recognised,
} from './contract.ts';
import { changeOf, historyOf } from './history.ts';
import { createPersonModel, type PersonDocument } from './model.ts';
import { codeInQr, passOf } from './pass.ts';

interface PeopleNeeds {
  connection: Connection;
  clock: Clock;
  events: EventBus<DomainEvents>;
  secret: string;
}

export type PeopleService = ReturnType<typeof createPeopleService>;

const PIN_TRIES = 6;
const PIN_TRIES_SECONDS = 900;

function isSame(shown: string, known: string): boolean {
  const [a, b] = [Buffer.from(shown), Buffer.from(known)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function fieldsOf(path: string, values: object = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${path}.${key}`, value]));
}

function recognisedOf({ _id, profile, consents }: PersonDocument): Recognised {
  return { personId: _id, profile, consents };
}

/** People, what they offer and need, what they consented to, and the pass they are recognised by. */
export function createPeopleService({ connection, clock, events, secret }: PeopleNeeds) {
  const People = createPersonModel(connection);
  const guesses = createRateLimit(PIN_TRIES, PIN_TRIES_SECONDS);
  const passFor = ({ passCode, passVersion }: PersonDocument): Pass =>
    passOf(passCode, passVersion, (message) => digestOf(secret, message));

  /** @throws DomainError missing `person_unknown`. */
  async function person(id: PersonId): Promise<PersonDocument> {
    const found = await People.findById(id).lean<PersonDocument>();
    if (!found) throw missing('person_unknown');
    return found;
  }

  /** A retried first visit is answered with the pass it made; another person's id is refused. */
  async function registeredBefore({ personId, profile }: FirstVisit): Promise<PersonDocument> {
    const known = await person(personId);
    if (
      JSON.stringify(Object.entries(known.profile).sort()) !== JSON.stringify(Object.entries(profile).sort())
    )
      throw conflict('person_exists');
    return known;
  }

  async function insert(visit: FirstVisit): Promise<PersonDocument> {
    const at = clock.now();
    const { personId, profile, consents, consentVersion } = visit;
    const document: PersonDocument = {
      _id: personId,
      profile,
      consents,
      consentLog: [{ at, version: consentVersion, consents }],
      passCode: newCode(),
      passVersion: 1,
      revision: 1,
      createdAt: at,
      changedAt: at,
    };
    try {
      await People.insertOne(document);
      return document;
    } catch (fault) {
      if (!isDuplicate(fault)) throw fault;
      // Another pass has this code: about one in half a billion; a new one is drawn.
      if (fault.keyPattern?.passCode) return insert(visit);
      return registeredBefore(visit);
    }
  }

  return {
    ...createBlocking({ People, events }),

    /** @throws DomainError missing `person_unknown`. */
    person: async (id: PersonId): Promise<Recognised> => recognisedOf(await person(id)),

    /** Several people at once, keyed by id; ids that nobody has are left out. */
    async people(ids: readonly PersonId[]): Promise<Map<PersonId, Recognised>> {
      const found = await People.find({ _id: { $in: [...ids] } }).lean<PersonDocument[]>();
      return new Map(found.map((document) => [document._id, recognisedOf(document)]));
    },

    /**
     * A first visit. @throws DomainError conflict `person_exists` when the id is somebody else's,
     * invalid `consent_outdated` when an older text was shown.
     */
    async register(visit: FirstVisit): Promise<{ personId: PersonId; pass: Pass }> {
      if (visit.consentVersion !== CONSENT_VERSION) throw invalid('consent_outdated');
      const document = await insert(visit);
      events.publish({ name: 'person.changed', ...changeOf(document) });
      return { personId: document._id, pass: passFor(document) };
    },

    /**
     * Who holds this pass? Every wrong answer is the same answer, and a code's guesses are counted.
     * @throws DomainError missing `pass_unknown`, limited `too_many_requests`.
     */
    async recognise(shown: PassShown): Promise<Recognised> {
      const code = 'qr' in shown ? codeInQr(shown.qr) : shown.code;
      if (!code) throw missing('pass_unknown');
      await guesses.spend(code);
      const found = await People.findOne({ passCode: code }).lean<PersonDocument>();
      const pass = found && passFor(found);
      const good = pass && ('qr' in shown ? isSame(shown.qr, pass.qr) : isSame(shown.pin, pass.pin));
      if (!good) throw missing('pass_unknown');
      return recognisedOf(found);
    },

    async own(id: PersonId): Promise<OwnProfile> {
      const found = await person(id);
      return { personId: id, profile: found.profile, consents: found.consents, pass: passFor(found) };
    },

    /** Changes what a person shows or consents to; it takes effect on every screen at once. */
    async change(id: PersonId, change: ProfileChange): Promise<OwnProfile> {
      const before = await person(id);
      const at = clock.now();
      if (change.consents && change.consentVersion !== CONSENT_VERSION) throw invalid('consent_outdated');
      const consents = { ...before.consents, ...change.consents };
      const after = await People.findOneAndUpdate(
        { _id: id },
        {
          // Field by field, so that two changes of different things at once both stand.
          $set: {
            ...fieldsOf('profile', change.profile),
            ...fieldsOf('consents', change.consents),
            changedAt: at,
          },
          $inc: { revision: 1 },
          ...(change.consents ? { $push: { consentLog: { at, version: CONSENT_VERSION, consents } } } : {}),
        },
        { returnDocument: 'after' },
      ).lean<PersonDocument>();
      if (!after) throw missing('person_unknown');
      events.publish({ name: 'person.changed', ...changeOf(after) });
      return { personId: id, profile: after.profile, consents: after.consents, pass: passFor(after) };
    },

    /** The events that the documents imply. */
    async history(): Promise<DomainEvent[]> {
      const everybody = await People.find({}).lean<PersonDocument[]>();
      return everybody.flatMap(historyOf);
    },
  };
}
