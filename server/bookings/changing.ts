import type { BookingWish, OccurrenceWish, Price } from '#contract/quotes';
import type { Voucher } from '#contract/rooms';
import type { Space } from '#contract/spaces';
import { newId } from '#platform/tokens';
import { type Clock, DAY, HOUR, later } from '#values/clock';
import { conflict, invalid } from '#values/errors';
import { overlaps } from '#values/span';
import type { QuoteService } from '../quotes/service.ts';
import type { RoomService } from '../rooms/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import { asIs, type BookingOf, isToCome, livingOf, type OccurrenceOf, withoutAsked } from './booking.ts';
import type { Budgeting } from './budgeting.ts';
import { asked, askedAnew, changed, needsHost } from './change.ts';
import type { Agreement, ChangePreview, ChangeRequest } from './contract.ts';
import type { Holding, Place } from './holding.ts';
import { partOf } from './lifecycle.ts';
import { sumsOf } from './refund.ts';

interface ChangingNeeds {
  clock: Clock;
  spaces: SpaceService;
  rooms: RoomService;
  quotes: QuoteService;
  holding: Holding;
  budgeting: Budgeting;
}

/** A change worked out: what the booking becomes, the places that it needs for that, and the price. */
export interface Worked {
  after: BookingOf;
  places: Place[];
  space: Space;
  difference: ChangePreview['difference'];
  needsHost: boolean;
  /** Until when whoever has to agree may answer. */
  until: Date;
}

/** How often a change is worked out anew when the booking changes under it. */
const ATTEMPTS = 5;

const daysBetween = (from: string, to: string) =>
  (new Date(`${to}T00:00:00Z`).getTime() - new Date(`${from}T00:00:00Z`).getTime()) / DAY;

const shifted = (date: string, days: number) =>
  new Date(new Date(`${date}T00:00:00Z`).getTime() + days * DAY).toISOString().slice(0, 10);

/** The occurrence as it is to be, moved by as many days as the one that was named. */
function movedWish(one: OccurrenceOf, named: string, { move }: ChangeRequest): OccurrenceWish {
  if (!move) return asIs(one);
  const { roomId, from, to, fold } = move;
  const date = shifted(one.date, daysBetween(named, move.date));
  return { occurrenceId: one.occurrenceId, roomId, date, from, to, ...(fold ? { fold } : {}) };
}

/** What a voucher has left besides what it gives to the lines that stay. */
function leftOf({ voucher }: BookingOf, staying: Price['lines']): Voucher | undefined {
  if (voucher?.takes.kind !== 'amount') return voucher;
  const spent = staying.filter(({ code }) => code === 'voucher').reduce((sum, { net }) => sum - net, 0);
  return { ...voucher, takes: { kind: 'amount', net: voucher.takes.net - spent } };
}

/** Do new places get in the way of what stays of their own booking? */
function clashesWithOwn(places: readonly Place[], staying: readonly OccurrenceOf[]): boolean {
  return places.some(({ occurrence, stakes }) =>
    staying.some(
      ({ from, takenUntil, roomDays }) =>
        roomDays.some((id) => occurrence.roomDays.includes(id)) &&
        stakes.some(({ claim }) => overlaps(claim, { from, to: takenUntil })),
    ),
  );
}

/** Changes of a booking that stands: another time or room, more or fewer people, other options. */
export function createChanging({ clock, spaces, rooms, quotes, holding, budgeting }: ChangingNeeds) {
  /** @throws DomainError conflict `notice_over` when one of these begins too soon to be changed. */
  function refuseLate(affected: readonly OccurrenceOf[], noticeHours: number): void {
    const soonest = later(clock.now(), noticeHours * HOUR);
    if (affected.some(({ from }) => from < soonest)) throw conflict('notice_over', { noticeHours });
  }

  /** The occurrences that a change moves, and those whose price it touches. */
  function affectedBy(booking: BookingOf, { move, ...numbers }: ChangeRequest) {
    const now = clock.now();
    const moved = move ? partOf(booking, move, now) : [];
    const isForAll = Object.values(numbers).some((value) => value !== undefined);
    const touched = isForAll ? booking.occurrences.filter((one) => isToCome(one, now)) : moved;
    if (touched.length === 0) throw conflict('occurrence_over');
    return { moved: new Set(moved.map(({ occurrenceId }) => occurrenceId)), touched };
  }

  /**
   * Works a change out, and writes nothing. @throws DomainError conflict `notice_over` unless a host asks,
   * `occurrence_over`; missing `occurrence_unknown`; as quotes do.
   */
  async function work(booking: BookingOf, request: ChangeRequest, isHost: boolean): Promise<Worked> {
    const [space, { policy, rooms: known }] = await Promise.all([
      spaces.space(booking.spaceId),
      rooms.letting(booking.spaceId),
    ]);
    const { moved, touched } = affectedBy(booking, request);
    if (!isHost) refuseLate(touched, policy.noticeHours);
    const named = booking.occurrences.find((one) => one.occurrenceId === request.move?.occurrenceId);
    const { people, layout, options } = { ...booking.wish, ...request };
    const wish: BookingWish = {
      spaceId: space.id,
      people,
      layout,
      options,
      occurrences: touched.map((one) =>
        moved.has(one.occurrenceId) ? movedWish(one, named?.date ?? '', request) : asIs(one),
      ),
    };
    const ids = new Set(touched.map(({ occurrenceId }) => occurrenceId));
    const staying = booking.price.lines.filter(({ occurrenceId }) => !ids.has(occurrenceId));
    const granted = leftOf(booking, staying);
    const told = await quotes.price(wish, {
      rate: booking.rate,
      shares: booking.shares,
      ...(granted ? { granted } : {}),
    });
    const price = await quotes.totalOf(space, [...staying, ...told.price.lines]);
    const placedAnew = told.occurrences.filter(({ occurrenceId }) => moved.has(occurrenceId));
    quotes.assertLet(placedAnew);
    const places = placedAnew.map((scheduled) => holding.placeOf(booking._id, space, scheduled));
    const placed = new Map(places.map(({ occurrence }) => [occurrence.occurrenceId, occurrence]));
    const occurrences = booking.occurrences.map((one) => placed.get(one.occurrenceId) ?? one);
    const rest = livingOf(booking).filter(({ occurrenceId }) => !moved.has(occurrenceId));
    if (clashesWithOwn(places, rest)) throw invalid('occurrences_clash');
    const before = sumsOf(booking.price.lines);
    const difference = {
      net: price.net - before.net,
      vat: price.vat - before.vat,
      gross: price.gross - before.gross,
    };
    const after = { ...booking, wish: { people, layout, options }, occurrences, price };
    return {
      after,
      places,
      space,
      difference,
      needsHost: !isHost && needsHost(booking, after, (id) => known.get(id)?.approval ?? false),
      until: later(clock.now(), policy.approvalHours * HOUR),
    };
  }

  /** Whose yes a change needs. What is only held is asked about when it is confirmed. */
  function agreements({ state }: BookingOf, worked: Worked, isCovered: boolean): Agreement[] {
    if (state === 'held') return [];
    return [...(worked.needsHost ? ['host' as const] : []), ...(isCovered ? [] : ['budget' as const])];
  }

  /** A booking with a change made, or asked for where somebody has to agree. What it costs is taken of the budget first. */
  async function decided(before: BookingOf, worked: Worked): Promise<BookingOf> {
    const { after, until } = worked;
    // Nothing is taken for what the approver is asked about in any case.
    const isAsked = before.state === 'held' || before.awaits?.includes('budget') === true;
    const awaits = agreements(before, worked, isAsked || (await budgeting.take(after)));
    const ask = { askId: newId(), awaits, until };
    if (before.state === 'requested') return askedAnew(before, after, ask);
    return awaits.length > 0 ? asked(before, after, ask) : changed(before, after, clock.now());
  }

  return {
    work,

    /** Whose yes a change needs that was worked out. */
    awaitedFor: async (booking: BookingOf, worked: Worked): Promise<Agreement[]> =>
      agreements(booking, worked, await budgeting.covers(worked.after)),

    /** Writes a change at the difference that was agreed to, worked out anew when the booking changes under it. */
    async change(
      find: () => Promise<BookingOf>,
      { gross, ...request }: ChangeRequest & { gross: number },
      isHost: boolean,
    ): Promise<BookingOf> {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const booking = await find();
        // Whoever asks for another change has thought better of the one before.
        const before = withoutAsked(booking);
        const worked = await work(before, request, isHost);
        const { places, space, difference } = worked;
        if (difference.gross !== gross) throw conflict('quote_stale', { gross: difference.gross });
        try {
          const moved = await holding.move(booking, await decided(before, worked), { places, space });
          if (moved) return moved;
        } catch (fault) {
          await budgeting.restore(booking._id);
          throw fault;
        }
        await budgeting.restore(booking._id);
      }
      throw conflict('booking_at_work');
    },
  };
}
