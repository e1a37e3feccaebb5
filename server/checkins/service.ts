import type { Connection } from 'mongoose';
import type { PersonId } from '#contract/people';
import type { Space, SpaceId } from '#contract/spaces';
import type { DomainEvent, DomainEvents } from '#events';
import type { EventBus } from '#platform/event-bus';
import { type Actor, isForeign, may } from '#values/actor';
import type { Clock } from '#values/clock';
import { conflict, type DomainError, forbidden, invalid, missing } from '#values/errors';
import { clockFace, isOpen, opensNext } from '#values/local-time';
import type { AuthService } from '../auth/service.ts';
import type { PeopleService } from '../people/service.ts';
import type { SeatFundService } from '../seat-fund/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import type { CheckIn, CheckInChange, CheckInId, CheckInReply, CheckInRequest, Ending } from './contract.ts';
import { createFreeSeats } from './free-seats.ts';
import { historyOf, startOf } from './history.ts';
import { arrivalOf, type CheckInDocument, checkInOf } from './model.ts';
import { type Clash, createCheckInWrites, type Ended } from './writes.ts';

interface CheckInNeeds {
  connection: Connection;
  clock: Clock;
  events: EventBus<DomainEvents>;
  spaces: SpaceService;
  people: PeopleService;
  seatFund: SeatFundService;
  auth: AuthService;
}

export type CheckInService = ReturnType<typeof createCheckInService>;

const PHONE_LINK_MINUTES = 15;

/** Arriving, changing one's mind, leaving. One seat is one person's, and a person is in one place, by index. */
export function createCheckInService(needs: CheckInNeeds) {
  const { connection, clock, events, spaces, people, seatFund, auth } = needs;
  const writes = createCheckInWrites(connection);
  const freeSeats = createFreeSeats({ spaces, seatFund, writes });

  function refuseWhenClosed(space: Space, now: Date): void {
    if (isOpen(space.hours, space.timeZone, now)) return;
    const next = opensNext(space.hours, space.timeZone, now);
    throw conflict('space_closed', next ? { opensOn: next.date, opensAt: clockFace(next.minute) } : {});
  }

  /** Says what would work instead of the seat or the second place that an index refused. */
  async function refusalOf(space: Space, request: CheckInRequest, clash: Clash): Promise<DomainError> {
    if (clash === 'seat') {
      const wanted = spaces.seatOf(space, request.seatId);
      const free = spaces.nearestFree(space, await writes.takenSeats(space.id), wanted);
      return conflict('seat_taken', free ? { free: free.seat.id } : {});
    }
    const elsewhere = await writes.activeOf(request.personId);
    return conflict('already_checked_in', elsewhere ? { seatId: elsewhere.seatId } : {});
  }

  async function arrive(
    space: Space,
    document: CheckInDocument,
    request: CheckInRequest,
  ): Promise<CheckInDocument> {
    refuseWhenClosed(space, document.startedAt);
    if (document.until && document.until <= document.startedAt) throw invalid('until_passed');
    spaces.seatOf(space, document.seatId);
    await people.person(document.personId);
    const stands = await freeSeats.insert(space, document);
    if (typeof stands === 'string') throw await refusalOf(space, request, stands);
    if (stands === document) events.publish({ name: 'checkin.started', ...startOf(document) });
    return stands;
  }

  /** Own check-in, or any of the host's own space. */
  async function forActor(actor: Actor, checkInId: CheckInId): Promise<CheckInDocument> {
    const found = await writes.byId(checkInId);
    const isOwn = found?.personId === actor.id;
    if (!found || !(isOwn || may(actor, 'check-in:manage'))) throw missing('check_in_unknown');
    if (isForeign(actor, found.spaceId)) throw forbidden('space_foreign');
    return found;
  }

  async function end(checkInId: CheckInId, ending: Ending): Promise<Ended | undefined> {
    const ended = await writes.end(checkInId, clock.now(), ending);
    if (!ended) return undefined;
    const { spaceId, personId, endedAt: at } = ended;
    await seatFund.release(spaceId, checkInId);
    events.publish({ name: 'checkin.ended', at, checkInId, spaceId, personId, ending });
    return ended;
  }

  /** @throws DomainError conflict `check_in_ended`. */
  async function leave({ _id: checkInId }: CheckInDocument) {
    const ended = await end(checkInId, 'left');
    if (!ended) throw conflict('check_in_ended');
    return { checkInId, endedAt: ended.endedAt.toISOString(), ending: 'left' as const };
  }

  /** Another openness or focus. @throws DomainError missing `check_in_unknown`, conflict `check_in_ended`. */
  async function change(actor: Actor, checkInId: CheckInId, wanted: CheckInChange): Promise<CheckIn> {
    const before = await forActor(actor, checkInId);
    if (!before.active) throw conflict('check_in_ended');
    const at = clock.now();
    const { openness = before.openness, focus = before.focus } = wanted;
    const after = await writes.change(checkInId, before.changes.length, at, { openness, focus });
    // Another change came between the look and the write: look again, so that both stand.
    if (!after) return change(actor, checkInId, wanted);
    const { spaceId, personId, changes } = after;
    const subject = { checkInId, spaceId, personId };
    events.publish({ name: 'checkin.changed', at, change: changes.length, ...subject, openness, focus });
    return checkInOf(after);
  }

  return {
    takenSeats: writes.takenSeats,
    countsOf: writes.countsOf,
    takeUp: freeSeats.takeUp,

    /**
     * Somebody arrives at a kiosk. @throws DomainError conflict `space_closed`, `seat_taken`, `already_checked_in`,
     * `check_in_ended`; missing `seat_unknown`, `person_unknown`; invalid `until_passed`.
     */
    async checkIn(actor: Actor, request: CheckInRequest): Promise<CheckInReply> {
      const now = clock.now();
      const space = await spaces.spaceFor(actor);
      const document = arrivalOf(space.id, request, now);
      // A retry is answered even when the doors have closed since: the person does sit there.
      const before = await writes.writtenBefore(document);
      const stands = before ?? (await arrive(space, document, request));
      const subject = { role: 'person', subjectId: request.personId } as const;
      return { checkIn: checkInOf(stands), phone: await auth.createLink(subject, PHONE_LINK_MINUTES) };
    },

    change,

    async leave(actor: Actor, checkInId: CheckInId) {
      return leave(await forActor(actor, checkInId));
    },

    /** Somebody whom the kiosk has recognised leaves. @throws DomainError missing `check_in_unknown`. */
    async leaveAtKiosk(actor: Actor, personId: PersonId) {
      const found = await writes.activeOf(personId);
      if (!found) throw missing('check_in_unknown');
      if (isForeign(actor, found.spaceId)) throw forbidden('space_foreign');
      return leave(found);
    },

    /** Where somebody is checked in now, if anywhere. */
    async presenceOf(personId: PersonId): Promise<CheckIn | undefined> {
      const found = await writes.activeOf(personId);
      return found ? checkInOf(found) : undefined;
    },

    /** Everybody who is in a space, in order of arrival. */
    async present(spaceId: SpaceId): Promise<CheckIn[]> {
      return (await writes.activeIn(spaceId)).map(checkInOf);
    },

    /** Ends whoever is still checked in where it is closing time; they did not leave, they expired. */
    async closeSpaces(): Promise<void> {
      const now = clock.now();
      for (const space of await spaces.all()) {
        if (isOpen(space.hours, space.timeZone, now)) continue;
        // Whoever leaves at this very moment has left.
        for (const { _id } of await writes.activeIn(space.id)) await end(_id, 'expired');
      }
    },

    async history(): Promise<DomainEvent[]> {
      return (await writes.all()).flatMap(historyOf);
    },
  };
}
