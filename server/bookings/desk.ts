import type { CompanyId } from '#contract/companies';
import type { YieldRule } from '#contract/rooms';
import type { SpaceId } from '#contract/spaces';
import { type Actor, isForeign } from '#values/actor';
import { type Clock, DAY, later } from '#values/clock';
import { forbidden } from '#values/errors';
import type { QuoteService } from '../quotes/service.ts';
import { awaitedBy, type BookingOf } from './booking.ts';
import type { Claiming } from './claiming.ts';
import type { Booking, BookingId, Decision, HeldBooking } from './contract.ts';
import type { Deciding } from './deciding.ts';
import { viewOf } from './view.ts';
import type { BookingWrites } from './writes.ts';

interface DeskNeeds {
  clock: Clock;
  quotes: QuoteService;
  writes: BookingWrites;
  claiming: Claiming;
  deciding: Deciding;
  byId(id: BookingId): Promise<BookingOf>;
  shown(booking: BookingOf): HeldBooking;
}

const PLAYED_DAYS = 90;

function assertOwnSpace(actor: Actor, spaceId: SpaceId): void {
  if (isForeign(actor, spaceId)) throw forbidden('space_foreign');
}

/** What those do with a space's bookings who are not their bookers: its hosts, and approvers of budgets. */
export function createDesk({ clock, quotes, writes, claiming, deciding, byId, shown }: DeskNeeds) {
  return {
    /**
     * A host's yes or no, to a request or to a change of what stands; a yes waits for the company's approver where they
     * were asked. @throws DomainError conflict `booking_not_requested`, `changed_meanwhile`.
     */
    async decideRequest(actor: Actor, bookingId: BookingId, decision: Decision): Promise<Booking> {
      const decided = await claiming.decide(
        () => byId(bookingId),
        (booking) => {
          assertOwnSpace(actor, booking.spaceId);
          return deciding.answered(booking, 'host', decision);
        },
      );
      return viewOf(decided);
    },

    /**
     * The word of a company's approver on what they were asked; said again, it stands.
     * @throws DomainError conflict `booking_not_requested`, `changed_meanwhile`.
     */
    async answerRequest(bookingId: BookingId, decision: Decision): Promise<Booking> {
      const { approve, askId } = decision;
      const decided = await claiming.decide(
        () => byId(bookingId),
        (booking) => {
          const { state, asked } = booking;
          const isDone = state === (approve ? 'confirmed' : 'cancelled');
          // A change that was declined leaves its booking confirmed.
          const isAnswered = isDone || (askId !== undefined && state === 'confirmed');
          if (!asked && isAnswered && booking.askId === askId) return booking;
          return deciding.answered(booking, 'budget', decision);
        },
      );
      return viewOf(decided);
    },

    /** What a space has on a date. */
    async ofDay(actor: Actor, spaceId: SpaceId, date: string) {
      assertOwnSpace(actor, spaceId);
      return { bookings: (await writes.on(spaceId, date)).map(shown) };
    },

    /** What waits for a host of a space, the first to lapse first. */
    async awaitingHost(actor: Actor, spaceId: SpaceId) {
      assertOwnSpace(actor, spaceId);
      const found = (await writes.awaitingHost(spaceId)).filter(
        ({ asked }) => asked === undefined || awaitedBy(asked).includes('host'),
      );
      const lapses = ({ asked, until }: BookingOf) => (asked?.until ?? until)?.getTime() ?? 0;
      return { bookings: found.sort((a, b) => lapses(a) - lapses(b)).map(shown) };
    },

    /** What a space, or one company in it, has on a date or later. */
    since: async (spaceId: SpaceId, date: string, companyId?: CompanyId): Promise<Booking[]> =>
      (await writes.since(spaceId, date, companyId)).map(viewOf),

    /** What yield rules would have made of the bookings of the last ninety days. */
    async play(actor: Actor, spaceId: SpaceId, rules: readonly YieldRule[]) {
      assertOwnSpace(actor, spaceId);
      const found = await writes.circumstancesSince(spaceId, later(clock.now(), -PLAYED_DAYS * DAY));
      return quotes.played(
        rules,
        found.flatMap(({ circumstances }) => circumstances),
      );
    },
  };
}
