import type { Connection } from 'mongoose';
import type { PersonId } from '#contract/people';
import type { SeatId, Space, SpaceId } from '#contract/spaces';
import type { DomainEvent, DomainEvents } from '#events';
import { isDuplicate } from '#platform/duplicate-key';
import type { EventBus } from '#platform/event-bus';
import { type Actor, isForeign, may } from '#values/actor';
import type { Clock } from '#values/clock';
import { conflict, type DomainError, forbidden, invalid, missing } from '#values/errors';
import { clockFace, isOpen, opensNext } from '#values/local-time';
import type { AuthService } from '../auth/service.ts';
import type { PeopleService } from '../people/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import type { CheckIn, CheckInChange, CheckInId, CheckInReply, CheckInRequest, Ending } from './contract.ts';
import { historyOf, startOf } from './history.ts';
import { type CheckInDocument, checkInOf, createCheckInModel } from './model.ts';

interface CheckInNeeds {
  connection: Connection;
  clock: Clock;
  events: EventBus<DomainEvents>;
  spaces: SpaceService;
  people: PeopleService;
  auth: AuthService;
}

export type CheckInService = ReturnType<typeof createCheckInService>;

const PHONE_LINK_MINUTES = 15;

/** Arriving, changing one's mind, leaving. One seat is one person's, and a person is in one place, by index. */
export function createCheckInService({ connection, clock, events, spaces, people, auth }: CheckInNeeds) {
  const CheckIns = createCheckInModel(connection);

  const activeOf = (personId: PersonId) =>
    CheckIns.findOne({ personId, active: true }).lean<CheckInDocument>();

  async function takenSeats(spaceId: SpaceId): Promise<Set<SeatId>> {
    const seats = await CheckIns.find({ spaceId, active: true }, { seatId: 1 }).lean<{ seatId: SeatId }[]>();
    return new Set(seats.map(({ seatId }) => seatId));
  }

  function refuseWhenClosed(space: Space, now: Date): void {
    if (isOpen(space.hours, space.timeZone, now)) return;
    const next = opensNext(space.hours, space.timeZone, now);
    throw conflict('space_closed', next ? { opensOn: next.date, opensAt: clockFace(next.minute) } : {});
  }

  /** Says what would work instead of the seat or the second place that an index refused. */
  async function refusalOf(space: Space, request: CheckInRequest, key: object): Promise<DomainError> {
    if ('seatId' in key) {
      const wanted = spaces.seatOf(space, request.seatId);
      const free = spaces.nearestFree(space, await takenSeats(space.id), wanted);
      return conflict('seat_taken', free ? { free: free.seat.id } : {});
    }
    const elsewhere = await activeOf(request.personId);
    return conflict('already_checked_in', elsewhere ? { seatId: elsewhere.seatId } : {});
  }

  /** Writes the check-in; a retry of the same one finds it written. */
  async function insert(space: Space, document: CheckInDocument, request: CheckInRequest): Promise<boolean> {
    try {
      await CheckIns.insertOne(document);
      return true;
    } catch (fault) {
      if (!isDuplicate(fault)) throw fault;
      const known = await CheckIns.findById(document._id).lean<CheckInDocument>();
      const isRetry = known?.personId === document.personId && known.seatId === document.seatId;
      if (isRetry && known.active) return false;
      if (known) throw conflict('check_in_ended');
      throw await refusalOf(space, request, fault.keyPattern ?? {});
    }
  }

  function documentOf(spaceId: SpaceId, request: CheckInRequest, startedAt: Date): CheckInDocument {
    const { checkInId, personId, seatId, openness, focus, until } = request;
    const end = until === undefined ? undefined : new Date(until);
    if (end && end <= startedAt) throw invalid('until_passed');
    return {
      _id: checkInId,
      spaceId,
      personId,
      seatId,
      openness,
      focus,
      began: { openness, focus },
      changes: [],
      startedAt,
      ...(end ? { until: end } : {}),
      active: true,
    };
  }

  /** Own check-in, or any of the host's own space. */
  async function forActor(actor: Actor, checkInId: CheckInId): Promise<CheckInDocument> {
    const found = await CheckIns.findById(checkInId).lean<CheckInDocument>();
    const isOwn = found?.personId === actor.id;
    if (!found || !(isOwn || may(actor, 'check-in:manage'))) throw missing('check_in_unknown');
    if (isForeign(actor, found.spaceId)) throw forbidden('space_foreign');
    return found;
  }

  /** Ends a check-in once. @throws DomainError conflict `check_in_ended`. */
  async function end(checkInId: CheckInId, ending: Ending): Promise<CheckInDocument & { endedAt: Date }> {
    const endedAt = clock.now();
    const ended = await CheckIns.findOneAndUpdate(
      { _id: checkInId, active: true },
      { $set: { endedAt, ending }, $unset: { active: 1 } },
      { returnDocument: 'after' },
    ).lean<CheckInDocument>();
    if (!ended) throw conflict('check_in_ended');
    const { spaceId, personId } = ended;
    events.publish({ name: 'checkin.ended', at: endedAt, checkInId, spaceId, personId, ending });
    return { ...ended, endedAt };
  }

  const endedView = ({ _id, endedAt, ending = 'left' }: CheckInDocument & { endedAt: Date }) => ({
    checkInId: _id,
    endedAt: endedAt.toISOString(),
    ending,
  });

  return {
    takenSeats,

    /**
     * Somebody arrives at a kiosk. @throws DomainError conflict `space_closed`, `seat_taken`, `already_checked_in`,
     * `check_in_ended`; missing `seat_unknown`, `person_unknown`; invalid `until_passed`.
     */
    async checkIn(actor: Actor, request: CheckInRequest): Promise<CheckInReply> {
      const now = clock.now();
      const space = await spaces.spaceFor(actor);
      refuseWhenClosed(space, now);
      spaces.seatOf(space, request.seatId);
      await people.person(request.personId);
      const document = documentOf(space.id, request, now);
      const isNew = await insert(space, document, request);
      if (isNew) events.publish({ name: 'checkin.started', ...startOf(document) });
      const subject = { role: 'person', subjectId: request.personId } as const;
      return { checkIn: checkInOf(document), phone: await auth.createLink(subject, PHONE_LINK_MINUTES) };
    },

    /** Another openness or focus. @throws DomainError missing `check_in_unknown`, conflict `check_in_ended`. */
    async change(actor: Actor, checkInId: CheckInId, change: CheckInChange): Promise<CheckIn> {
      const before = await forActor(actor, checkInId);
      const at = clock.now();
      const { openness = before.openness, focus = before.focus } = change;
      const after = await CheckIns.findOneAndUpdate(
        { _id: checkInId, active: true },
        { $set: { openness, focus }, $push: { changes: { at, openness, focus } } },
        { returnDocument: 'after' },
      ).lean<CheckInDocument>();
      if (!after) throw conflict('check_in_ended');
      const { spaceId, personId, changes } = after;
      const subject = { checkInId, spaceId, personId };
      events.publish({ name: 'checkin.changed', at, change: changes.length, ...subject, openness, focus });
      return checkInOf(after);
    },

    async leave(actor: Actor, checkInId: CheckInId) {
      const found = await forActor(actor, checkInId);
      return endedView(await end(found._id, 'left'));
    },

    /** Somebody whom the kiosk has recognised leaves. @throws DomainError missing `check_in_unknown`. */
    async leaveAtKiosk(actor: Actor, personId: PersonId) {
      const found = await activeOf(personId);
      if (!found) throw missing('check_in_unknown');
      if (isForeign(actor, found.spaceId)) throw forbidden('space_foreign');
      return endedView(await end(found._id, 'left'));
    },

    /** Where somebody is checked in now, if anywhere. */
    async presenceOf(personId: PersonId): Promise<CheckIn | undefined> {
      const found = await activeOf(personId);
      return found ? checkInOf(found) : undefined;
    },

    /** Everybody who is in a space, in order of arrival. */
    async present(spaceId: SpaceId): Promise<CheckIn[]> {
      const found = await CheckIns.find({ spaceId, active: true })
        .sort({ startedAt: 1 })
        .lean<CheckInDocument[]>();
      return found.map(checkInOf);
    },

    /** How often each of these people has checked in, anywhere. */
    async countsOf(people: readonly PersonId[]): Promise<Map<PersonId, number>> {
      const counts = await CheckIns.aggregate<{ _id: PersonId; count: number }>([
        { $match: { personId: { $in: [...people] } } },
        { $group: { _id: '$personId', count: { $sum: 1 } } },
      ]);
      return new Map(counts.map(({ _id, count }) => [_id, count]));
    },

    /** Ends whoever is still checked in where it is closing time; they did not leave, they expired. */
    async closeSpaces(): Promise<void> {
      const now = clock.now();
      for (const space of await spaces.all()) {
        if (isOpen(space.hours, space.timeZone, now)) continue;
        const rest = await CheckIns.find({ spaceId: space.id, active: true }, { _id: 1 }).lean<
          { _id: CheckInId }[]
        >();
        for (const { _id } of rest) await end(_id, 'expired');
      }
    },

    async history(): Promise<DomainEvent[]> {
      const all = await CheckIns.find({}).sort({ startedAt: 1 }).lean<CheckInDocument[]>();
      return all.flatMap(historyOf);
    },
  };
}
