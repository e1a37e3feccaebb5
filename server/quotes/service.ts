import type { Connection } from 'mongoose';
import type { Room, RoomId, Voucher } from '#contract/rooms';
import type { Space } from '#contract/spaces';
import { isDuplicate } from '#platform/duplicate-key';
import { createGathered } from '#platform/gathered';
import { type Actor, isForeign } from '#values/actor';
import { type Clock, DAY, later, MINUTE } from '#values/clock';
import { conflict, invalid, missing } from '#values/errors';
import type { BasisPoints } from '#values/money';
import type { CalendarService } from '../calendar/service.ts';
import type { CompanyService } from '../companies/service.ts';
import type { Ground, Letting, RoomService } from '../rooms/service.ts';
import type { SeatFundService } from '../seat-fund/service.ts';
import type { BookingWish, PriceLine, Quote, QuoteId, QuoteRequest, Rate } from './contract.ts';
import { createQuoteModel, type QuoteDocument } from './model.ts';
import { type FundTerms, type Priced, priceOf, quartersOf, roomNet, totalled } from './pricing.ts';
import { assertFits, assertLet, type House, type Scheduled, scheduled, spanOf } from './schedule.ts';
import { played } from './yield.ts';

interface QuoteNeeds {
  connection: Connection;
  clock: Clock;
  rooms: RoomService;
  calendar: CalendarService;
  seatFund: SeatFundService;
  companies: CompanyService;
}

export type QuoteService = ReturnType<typeof createQuoteService>;

/** Whose price it is. */
export interface Payer {
  rate: Rate;
  shares?: Readonly<Record<string, BasisPoints>>;
  /** One that was granted before, or what is left of it; otherwise the wish names it. */
  granted?: Voucher;
}

const LOCKED_MINUTES = 15;
const STANDARD: Payer = { rate: 'standard' };

function roomIn({ rooms }: Letting, roomId: RoomId): Room {
  const room = rooms.get(roomId);
  if (!room) throw missing('room_unknown', { roomId });
  return room;
}

/** @throws DomainError invalid `voucher_unknown`, `voucher_over`. */
function voucherOf({ policy }: Letting, code: string | undefined, now: Date): Voucher | undefined {
  if (code === undefined) return undefined;
  const voucher = policy.vouchers.find((one) => one.code === code);
  if (!voucher) throw invalid('voucher_unknown');
  if (new Date(voucher.until) <= now) throw invalid('voucher_over');
  return voucher;
}

/** What a booking costs, told before anything is taken. */
export function createQuoteService({ connection, clock, rooms, calendar, seatFund, companies }: QuoteNeeds) {
  const Quotes = createQuoteModel(connection);
  const byId = createGathered((ids: QuoteId[]) => Quotes.find({ _id: { $in: ids } }).lean<QuoteDocument[]>());

  /** What the space's seat fund makes of a room's income. */
  async function fundTerms(space: Space): Promise<FundTerms> {
    const { share, seatCost } = await seatFund.policyOf(space);
    return { share, seatDay: seatCost };
  }

  function houseOf(space: Space, letting: Letting): House {
    return {
      timeZone: space.timeZone,
      hours: space.hours,
      aheadDays: letting.policy.aheadDays,
      isClosed: (room, date) => calendar.isClosed(letting, room, date),
    };
  }

  /** The occurrences of a wish with their instants. @throws DomainError as `scheduled` and `assertFits`. */
  function scheduleOn({ space, letting }: Ground, wish: BookingWish): Scheduled[] {
    const house = houseOf(space, letting);
    const occurrences = wish.occurrences.map((wanted) => {
      const room = roomIn(letting, wanted.roomId);
      assertFits(room, wish);
      return scheduled(wanted, room, house, clock);
    });
    if (new Set(occurrences.map((one) => one.occurrenceId)).size < occurrences.length)
      throw invalid('occurrences_clash');
    return occurrences;
  }

  /** As `scheduleOn`, for a wish that is new. @throws DomainError as `scheduleOn` and `assertLet`. */
  function scheduleNew(ground: Ground, wish: BookingWish): Scheduled[] {
    const occurrences = scheduleOn(ground, wish);
    assertLet(occurrences);
    return occurrences;
  }

  async function circumstancesOf({ space, letting }: Ground, occurrence: Scheduled): Promise<Priced> {
    const looksAtOccupancy = letting.policy.yield.some(({ when }) => when.on === 'occupancy');
    const { date, weekday, wall, from, room } = occurrence;
    const occupancy = looksAtOccupancy ? await calendar.occupancy(space, letting, date) : 0;
    const leadDays = Math.floor((from.getTime() - clock.now().getTime()) / DAY);
    const base = roomNet(room.tariff, quartersOf(occurrence));
    return { occurrence, circumstances: { base, weekday, minute: wall[0], leadDays, occupancy } };
  }

  /** The price of a wish at this moment. @throws DomainError as `schedule`; invalid `voucher_unknown`, `voucher_over`. */
  async function price(wish: BookingWish, payer: Payer = STANDARD) {
    const ground = await rooms.ground(wish.spaceId);
    const { space, letting } = ground;
    const voucher = payer.granted ?? voucherOf(letting, wish.voucher, clock.now());
    const occurrences = scheduleOn(ground, wish);
    const [fund, ...priced] = await Promise.all([
      fundTerms(space),
      ...occurrences.map((occurrence) => circumstancesOf(ground, occurrence)),
    ]);
    const terms = { policy: letting.policy, fund, ...payer, ...(voucher ? { voucher } : {}) };
    return {
      price: priceOf(wish, priced, terms),
      ...(voucher ? { voucher } : {}),
      occurrences,
      circumstances: priced.map(({ circumstances }) => circumstances),
    };
  }

  const shown = ({ _id, expiresAt, wish, price: told }: QuoteDocument): Quote => ({
    quoteId: _id,
    expiresAt: expiresAt.toISOString(),
    wish,
    price: told,
  });

  return {
    scheduleNew,
    price,
    assertLet,
    spanOf,
    played,

    /** The occurrences of a new wish with their instants. @throws DomainError as `scheduleNew`. */
    schedule: async (wish: BookingWish) => scheduleNew(await rooms.ground(wish.spaceId), wish),

    /** A price made of lines that were priced at different times. */
    totalOf: async (space: Space, lines: PriceLine[]) => totalled(lines, await fundTerms(space)),

    /** Tells a price, which stands for a quarter of an hour. @throws DomainError as `price` and `assertLet`; conflict `quote_exists`. */
    async quote({ quoteId, ...wish }: QuoteRequest, payer: Payer = STANDARD): Promise<Quote> {
      const at = clock.now();
      const { price: told, occurrences, circumstances, voucher } = await price(wish, payer);
      assertLet(occurrences);
      const document: QuoteDocument = {
        _id: quoteId,
        spaceId: wish.spaceId,
        wish,
        price: told,
        ...(voucher ? { voucher } : {}),
        circumstances,
        rate: payer.rate,
        shares: payer.shares ?? {},
        at,
        expiresAt: later(at, LOCKED_MINUTES * MINUTE),
      };
      try {
        await Quotes.insertOne(document);
      } catch (fault) {
        if (isDuplicate(fault)) throw conflict('quote_exists');
        throw fault;
      }
      return shown(document);
    },

    /** What an actor's company pays of the tariff, by room of a wish; in another space nothing is agreed. */
    async sharesOf(
      actor: Actor,
      { spaceId, occurrences }: BookingWish,
    ): Promise<Record<string, BasisPoints>> {
      if (isForeign(actor, spaceId)) return {};
      const ids = [...new Set(occurrences.map(({ roomId }) => roomId))];
      const agreed = await Promise.all(
        ids.map(async (id) => [id, await companies.rateOf(actor, id)] as const),
      );
      return Object.fromEntries(agreed.flatMap(([id, share]) => (share === undefined ? [] : [[id, share]])));
    },

    known: byId,

    /** A quote that was told. @throws DomainError missing `quote_unknown`. */
    async told(quoteId: QuoteId): Promise<QuoteDocument> {
      const found = await byId(quoteId);
      if (!found) throw missing('quote_unknown');
      return found;
    },

    /** Forgets what nobody can book by any more. */
    async forget(): Promise<void> {
      await Quotes.deleteMany({ expiresAt: { $lt: later(clock.now(), -DAY) } });
    },
  };
}

export type { QuoteDocument } from './model.ts';
export type { Scheduled } from './schedule.ts';
