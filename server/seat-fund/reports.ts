import { type PersonId, personId } from '#contract/people';
import type { Space } from '#contract/spaces';
import { type Clock, DAY, later } from '#values/clock';
import { beginningOfDate, wallTime } from '#values/local-time';
import type { LedgerService } from '../ledger/service.ts';
import { carriersOf, chiefOf, costOf, giftsOf } from './carriers.ts';
import type { Capacity, Carrier, FundPolicy, Gauge, Impact, Statement, Treat } from './contract.ts';
import { coverOf } from './cover.ts';
import { freeSeats, opened, type SeatsNow } from './free-seats.ts';
import type { createHoldings } from './holdings.ts';
import { balanceOf, broughtBy, broughtIn, type Credit } from './lots.ts';
import { type StatedEntry, statementOf, statementsOf } from './statement.ts';

interface ReportNeeds {
  clock: Clock;
  ledger: LedgerService;
  holdings: ReturnType<typeof createHoldings>;
  policyOf(space: Space): Promise<FundPolicy>;
}

/** How many open days the gauge looks back on. */
const LOOK_BACK = 28;

/** One booking's seats, by who sat when. */
export interface CarriedVisit {
  personId: PersonId;
  date: string;
}

/** What the books tell about the fund. Nothing is kept beside them. */
export function createReports({ clock, ledger, holdings, policyOf }: ReportNeeds) {
  const bookOf = ({ id, currency }: Space) => ({ spaceId: id, unit: currency });

  const morningOf = ({ timeZone }: Space, date: string) => beginningOfDate(date, timeZone);

  /** What each credit brought in, by number, for the draws that use it. */
  async function sourcesOf(space: Space, draws: readonly { uses: readonly { entry: number }[] }[]) {
    const numbers = [...new Set(draws.flatMap(({ uses }) => uses.map(({ entry }) => entry)))];
    const sources = await ledger.numbered(bookOf(space), numbers);
    return new Map(sources.map((source) => [source.number, source]));
  }

  /** Who carried what somebody took on a local date, the largest part first. */
  async function carriersOfDraw(
    space: Space,
    { personId, date, kind }: { personId: PersonId; date: string; kind: 'seat' | Treat },
  ): Promise<Carrier[]> {
    const drawn = await ledger.ofPerson(personId, date);
    const draw = drawn.find(({ about, spaceId }) => about.kind === kind && spaceId === space.id);
    return draw ? carriersOf(draw, await sourcesOf(space, [draw])) : [];
  }

  /** The draws that a booking is the chief carrier of, and what is left of what it gave. */
  async function carriedBy(space: Space, bookingId: string) {
    const entries = await ledger.ofBooking(bookingId);
    const given = entries.map((entry) => ({ entry: entry.number, amount: broughtBy(entry, bookingId) }));
    const sources = new Set(given.filter(({ amount }) => amount > 0).map(({ entry }) => entry));
    const isIts = ({ entry, booking = bookingId }: Credit) => sources.has(entry) && booking === bookingId;
    const draws = await ledger.using(bookOf(space), [...sources]);
    const lots = await holdings.lotsOf(bookOf(space));
    return {
      chief: draws.filter((draw) => {
        const chief = chiefOf(draw);
        return chief !== undefined && isIts(chief);
      }),
      amount: given.reduce((sum, { amount }) => sum + amount, 0),
      left: balanceOf(lots.filter(isIts)),
    };
  }

  /** Whether a local date is one on which the space opens. */
  const isOpenDay = ({ hours }: Space, day: Date) =>
    hours.some(({ weekday }) => weekday === (day.getUTCDay() || 7));

  /** The last open dates up to today, the youngest first. */
  function openDates(space: Space): string[] {
    const { date } = wallTime(clock.now(), space.timeZone);
    const dates: string[] = [];
    for (
      let day = new Date(`${date}T00:00:00Z`), back = 0;
      back < 7 * LOOK_BACK;
      back++, day = later(day, -DAY)
    )
      if (isOpenDay(space, day) && dates.length < LOOK_BACK) dates.push(day.toISOString().slice(0, 10));
    return dates;
  }

  return {
    carriersOfDraw,

    /** Who carried the seat of a check-in. */
    carriersOf(space: Space, { personId, startedAt }: { personId: PersonId; startedAt: string }) {
      const { date } = wallTime(new Date(startedAt), space.timeZone);
      return carriersOfDraw(space, { personId, date, kind: 'seat' });
    },

    /** The last booking of today that opened seats, and how many. */
    async capacity(space: Space, now: SeatsNow): Promise<Capacity> {
      const { date } = wallTime(clock.now(), space.timeZone);
      const today = await ledger.between(bookOf(space), morningOf(space, date), later(clock.now(), 1));
      const last = today.findLast((entry) => broughtIn(entry) > 0 && giftsOf(entry).length > 0);
      // Of those that were paid together, the one that gave most and no more seats than its own.
      const [most] = last ? giftsOf(last) : [];
      const seats = most ? opened(now, most.amount) : 0;
      const { booking: bookingId, room } = most ?? {};
      return {
        ...freeSeats(now),
        ...(last && bookingId && seats > 0
          ? { opened: { at: last.at.toISOString(), seats, bookingId, ...(room ? { roomId: room } : {}) } }
          : {}),
      };
    },

    async gauge(space: Space): Promise<Gauge> {
      const dates = openDates(space);
      const from = dates.at(-1) ?? wallTime(clock.now(), space.timeZone).date;
      const entries = await ledger.between(bookOf(space), morningOf(space, from), later(clock.now(), 1));
      const draws = entries.filter((entry) => costOf(entry) > 0);
      const first = draws[0]?.about.date ?? '9';
      return {
        balance: balanceOf(await holdings.lotsOf(bookOf(space))),
        currency: space.currency,
        ...coverOf(await policyOf(space), {
          balance: balanceOf(await holdings.lotsOf(bookOf(space))),
          drawn: draws.reduce((sum, entry) => sum + costOf(entry), 0),
          // A fund younger than the look-back is measured over the days that it has had.
          openDays: dates.filter((date) => date >= first).length,
        }),
      };
    },

    /** A month of the fund, in local time. @param month `2026-11` */
    async statement(space: Space, month: string): Promise<Statement> {
      const from = morningOf(space, `${month}-01`);
      const [year = 0, monthOfYear = 1] = month.split('-').map(Number);
      const next = new Date(Date.UTC(year, monthOfYear, 1)).toISOString().slice(0, 10);
      const opening = -(await ledger.heldBefore(bookOf(space), 'liability:seat-fund', from));
      const entries = await ledger.between(bookOf(space), from, morningOf(space, next));
      return statementOf({ month, currency: space.currency, opening }, entries);
    },

    /** Every month that has an entry. */
    async statements(space: Space): Promise<Statement[]> {
      const entries: (StatedEntry & { at: Date })[] = [];
      for await (const entry of ledger.walk(bookOf(space))) entries.push(entry);
      return statementsOf(space, entries);
    },

    /** What a booking has carried. */
    async impactOf(space: Space, bookingId: string): Promise<Impact> {
      const { chief, amount, left } = await carriedBy(space, bookingId);
      const count = (kind: string) => chief.filter(({ about }) => about.kind === kind).length;
      return { amount, left, seats: count('seat'), coffees: count('coffee'), lunches: count('lunch') };
    },

    /** Who sat on a booking's seats, and when: for counting what happened there, not for showing. */
    async visitsCarriedBy(space: Space, bookingId: string): Promise<CarriedVisit[]> {
      const { chief } = await carriedBy(space, bookingId);
      return chief.flatMap(({ about: { kind, person, date } }) =>
        kind === 'seat' && person !== undefined && date !== undefined
          ? [{ personId: personId.parse(person), date }]
          : [],
      );
    },
  };
}
