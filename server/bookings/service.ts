import type { Connection } from 'mongoose';
import type { BookingPapers } from '#contract/invoices';
import type { DomainEvents } from '#events';
import type { EventBus } from '#platform/event-bus';
import { signedWords } from '#platform/signed-word';
import { type Actor, may } from '#values/actor';
import { type Clock, DAY, later } from '#values/clock';
import { conflict, missing } from '#values/errors';
import { wallTime } from '#values/local-time';
import type { CalendarService } from '../calendar/service.ts';
import type { CheckInService } from '../checkins/service.ts';
import type { CompanyService } from '../companies/service.ts';
import type { InvoiceService } from '../invoices/service.ts';
import type { NotificationService } from '../notifications/service.ts';
import type { PeopleService } from '../people/service.ts';
import type { QuoteService } from '../quotes/service.ts';
import type { RoomService } from '../rooms/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import { type BookingOf, isOver, withoutAsked } from './booking.ts';
import { createBudgeting } from './budgeting.ts';
import { createChanging } from './changing.ts';
import { createClaiming } from './claiming.ts';
import { createConfirming } from './confirming.ts';
import type {
  Booking,
  BookingId,
  ChangePreview,
  ChangeRequest,
  Confirmation,
  Part,
  Refund,
} from './contract.ts';
import { createDeciding } from './deciding.ts';
import { createDesk } from './desk.ts';
import { createDoor } from './door.ts';
import { createHolding } from './holding.ts';
import { createWaitingModel } from './model.ts';
import { createOwnCompany } from './own-company.ts';
import { createPerforming } from './performing.ts';
import { createSeries } from './series.ts';
import { createTogether } from './together.ts';
import { viewOf } from './view.ts';
import { createWaiting } from './waiting.ts';
import { createBookingWrites } from './writes.ts';

export interface BookingNeeds {
  connection: Connection;
  clock: Clock;
  events: EventBus<DomainEvents>;
  secret: string;
  spaces: SpaceService;
  people: PeopleService;
  rooms: RoomService;
  calendar: CalendarService;
  companies: CompanyService;
  checkIns: CheckInService;
  quotes: QuoteService;
  invoices: InvoiceService;
  notifications: NotificationService;
}

export type BookingService = ReturnType<typeof createBookingService>;

function assertStands(booking: BookingOf): void {
  if (!booking.claimed) throw conflict('booking_at_work');
  if (isOver(booking)) throw conflict('booking_over');
}

/** Tells everybody of a booking that was written. */
function newsOf({ clock, events }: BookingNeeds) {
  return ({ _id: bookingId, spaceId, personId, duties }: BookingOf) => {
    const subject = { bookingId, spaceId, ...(personId ? { personId } : {}) };
    events.publish({ name: 'booking.changed', at: clock.now(), ...subject, isDue: duties.length > 0 });
  };
}

/** Rooms held, booked, changed and given back. One document is one booking; its rooms' days decide who may. */
export function createBookingService(needs: BookingNeeds) {
  const { connection, clock, spaces, rooms, calendar, companies, quotes } = needs;
  const words = signedWords(needs.secret, 'booking');
  const writes = createBookingWrites(connection);
  const claiming = createClaiming({ clock, calendar, writes, changed: newsOf(needs) });
  const holding = createHolding({ clock, rooms, calendar, writes, claiming });
  const deciding = createDeciding({ clock, spaces, rooms, quotes });
  const budgeting = createBudgeting(companies, writes.byId);
  const changing = createChanging({ clock, spaces, rooms, quotes, holding, budgeting });
  const confirming = createConfirming({ ...needs, writes, claiming, holding, deciding });
  const perform = createPerforming({ ...needs, words, writes, budgeting });
  const shared = { ...needs, writes, claiming, holding, deciding, confirming };

  const shown = (booking: BookingOf) => ({ booking: viewOf(booking), manage: words.of(booking._id) });
  const isHost = (actor: Actor) => may(actor, 'booking:manage');

  async function byId(id: string | undefined): Promise<BookingOf> {
    const found = id === undefined ? undefined : await writes.byId(id);
    if (!found) throw missing('booking_unknown');
    return found;
  }

  /** @throws DomainError missing `booking_unknown`. */
  const byWord = (word: string) => byId(words.idIn(word));

  async function standing(word: string): Promise<BookingOf> {
    const found = await byWord(word);
    assertStands(found);
    return found;
  }

  return {
    ...createDesk({ ...shared, byId, shown }),
    ownCompany: createOwnCompany({ ...needs, writes, words }),
    door: createDoor(shared),
    together: createTogether({ ...shared, shown }),
    series: createSeries(shared),
    waiting: createWaiting({ ...shared, list: createWaitingModel(connection) }),

    /**
     * Holds rooms while somebody pays. @throws DomainError missing `quote_unknown`; conflict `quote_stale`,
     * `slot_taken` with what would work, `booking_exists`, `booking_at_work`; and as quotes are refused.
     */
    hold: async (request: Parameters<typeof confirming.hold>[0]) => shown(await confirming.hold(request)),

    view: async (word: string): Promise<Booking> => viewOf(await byWord(word)),
    /** Its invoices and credit notes, with what is still to come of them. */
    async papers(word: string): Promise<BookingPapers> {
      const { _id, duties, billing } = await byWord(word);
      const isWriting = duties.some(({ kind }) => kind === 'invoice' || kind === 'credit');
      // A company's month tells of its other bookings: it is opened from here where it went to this booking's address.
      return { ...(await needs.invoices.linkedOf(_id, (email) => email === billing?.email)), isWriting };
    },

    /** @throws DomainError conflict `booking_not_held`, `quote_stale` with the price of now, `voucher_used`. */
    confirm: async (actor: Actor, word: string, wanted: Confirmation): Promise<Booking> =>
      viewOf(await confirming.confirm(actor, () => byWord(word), wanted)),

    /** What giving up a part of a booking would give back now. */
    async refundOf(word: string, part: Part): Promise<Refund> {
      const booking = await standing(word);
      const { cancelled: _which, given: _given, kept: _kept, ...told } = await deciding.refund(booking, part);
      return told;
    },

    /** Gives up a part of a booking. @throws DomainError conflict `refund_changed` with the refund of now. */
    async cancel(word: string, { gross, ...part }: Part & { gross: number }): Promise<Booking> {
      const cancelled = await claiming.decide(
        () => standing(word),
        async (booking) => {
          const back = await deciding.refund(booking, part);
          if (back.gross !== gross) throw conflict('refund_changed', { gross: back.gross });
          // What is left of it stands as it was agreed to.
          return deciding.withoutPart(withoutAsked(booking), back);
        },
      );
      return viewOf(cancelled);
    },

    /** What a change would cost. @throws DomainError as `change`. */
    async changePreview(actor: Actor, word: string, request: ChangeRequest): Promise<ChangePreview> {
      const booking = await standing(word);
      const worked = await changing.work(withoutAsked(booking), request, isHost(actor));
      const { after, difference } = worked;
      return { price: after.price, difference, awaits: await changing.awaitedFor(booking, worked) };
    },

    /**
     * Changes a booking, all that is asked for or nothing. @throws DomainError conflict `notice_over`, `quote_stale`
     * with the difference of now, `slot_taken` with what would work, `booking_over`, `occurrence_over`.
     */
    change: async (actor: Actor, word: string, agreed: ChangeRequest & { gross: number }) =>
      viewOf(await changing.change(() => standing(word), agreed, isHost(actor))),

    /** Does what a booking's changes still have to bring about. */
    async perform({ bookingId, isDue }: { bookingId: BookingId; isDue: boolean }): Promise<void> {
      if (isDue) await perform(await byId(bookingId));
    },

    /**
     * Lets time have its way: holds and requests run out, what was planned is used or missed, what is due is done.
     * What cannot be done for one booking keeps no other waiting. @throws AggregateError of all that could not be done.
     */
    async age(): Promise<void> {
      const faults: unknown[] = [];
      for await (const booking of writes.due(clock.now()))
        try {
          const now = await claiming.age(booking);
          if (now) await perform(now);
        } catch (fault) {
          faults.push(fault);
        }
      if (faults.length > 0) throw new AggregateError(faults, 'bookings could not be dealt with');
    },

    /** Drops what a crash left behind. @param grace milliseconds in which whoever took a room may still be at it. */
    async repair(grace: number): Promise<void> {
      await claiming.repair(wallTime(later(clock.now(), -2 * DAY), 'UTC').date, grace);
    },
  };
}
