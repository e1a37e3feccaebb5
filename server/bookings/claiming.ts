import { type Clock, MINUTE } from '#values/clock';
import { conflict } from '#values/errors';
import type { CalendarService, Claim, RoomDay, Stake } from '../calendar/service.ts';
import { aged } from './aging.ts';
import { type BookingOf, claimedBy, hasRunOut } from './booking.ts';
import { assertLawful } from './lifecycle.ts';
import type { BookingWrites } from './writes.ts';

interface ClaimingNeeds {
  clock: Clock;
  calendar: CalendarService;
  writes: BookingWrites;
  /** Told of every change that was written. */
  changed(booking: BookingOf): void;
}

export type Claiming = ReturnType<typeof createClaiming>;

/** What a claim that stands in the way turned out to be: a booking's, nobody's any more, or not yet decided. */
type Standing = 'stands' | 'gone' | 'undecided';

/** How long a claim may be unknown to its booking: whoever made it is at work, or has died at it. */
const GRACE = MINUTE;

/** How often a change is decided anew when the booking changes under it. */
const ATTEMPTS = 5;

/** How often somebody looks again at a claim that is not decided, one reading of the store each time. */
const LOOKS = 200;

/**
 * How bookings take rooms. What is true of a booking is its document; claims follow it. A claim is dropped only
 * after a conditional write has made its booking one that does not hold it, so at no moment do two bookings that
 * live take the same time.
 */
export function createClaiming({ clock, calendar, writes, changed }: ClaimingNeeds) {
  /** Drops and shortens what a booking does not take any more. */
  async function follow(before: BookingOf, after: BookingOf): Promise<void> {
    const living = new Map(claimedBy(after).map((one) => [one.claimId, one]));
    const left = claimedBy(before).filter(({ claimId }) => !living.has(claimId));
    if (left.length > 0)
      await calendar.release(
        left.map(({ claimId }) => claimId),
        left.flatMap(({ roomDays }) => roomDays),
      );
    for (const { claimId, roomDays, takenUntil } of claimedBy(before)) {
      const now = living.get(claimId);
      if (now && now.takenUntil < takenUntil) await calendar.shorten(claimId, roomDays, now.takenUntil);
    }
  }

  /** Writes a change and lets the claims follow it; `undefined` where the booking has changed meanwhile. */
  async function save(before: BookingOf, decided: BookingOf): Promise<BookingOf | undefined> {
    assertLawful(before, decided);
    const after = await writes.save(decided);
    if (!after) return undefined;
    await follow(before, after);
    changed(after);
    return after;
  }

  /** Lets time have its way with a booking. */
  async function age(booking: BookingOf): Promise<BookingOf | undefined> {
    const older = aged(booking, clock.now());
    return older === booking ? booking : save(booking, older);
  }

  /**
   * Decides on a booking as it is now and writes what was decided, again when it has changed meanwhile.
   * @throws DomainError conflict `booking_at_work` when it changes each time.
   */
  async function decide(
    find: () => Promise<BookingOf>,
    decision: (booking: BookingOf) => Promise<BookingOf> | BookingOf,
  ): Promise<BookingOf> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = await find();
      const decided = await decision(before);
      const after = decided === before ? before : await save(before, decided);
      if (after) return after;
    }
    throw conflict('booking_at_work');
  }

  async function drop({ claimId }: Claim, roomDay: string): Promise<Standing> {
    await calendar.release([claimId], [roomDay]);
    return 'gone';
  }

  /** What a claim is worth. One whose booking does not hold it is dropped, after whoever made it has been stopped. */
  async function standingOf(claim: Claim, roomDay: string, grace: number): Promise<Standing> {
    const booking = await writes.byId(claim.bookingId);
    if (!booking) return drop(claim, roomDay);
    if (claimedBy(booking).some(({ claimId }) => claimId === claim.claimId)) {
      if (hasRunOut(booking, clock.now())) return (await age(booking)) ? 'gone' : 'undecided';
      return booking.claimed ? 'stands' : 'undecided';
    }
    // Measured both ways: a clock that was set back must not keep a dead claim young.
    if (Math.abs(clock.now().getTime() - claim.since.getTime()) < grace) return 'undecided';
    return (await writes.fence(booking)) ? drop(claim, roomDay) : 'undecided';
  }

  async function standingOfAll(claims: readonly Claim[], roomDay: string): Promise<Standing> {
    const standings = await Promise.all(claims.map((claim) => standingOf(claim, roomDay, GRACE)));
    if (standings.includes('stands')) return 'stands';
    return standings.includes('undecided') ? 'undecided' : 'gone';
  }

  /** Looks at all that takes some room-days. Nearly every claim stands, which one reading tells of many. */
  async function sweep(days: readonly RoomDay[], grace: number): Promise<void> {
    const ids = new Set(days.flatMap(({ claims }) => claims.map(({ bookingId }) => bookingId)));
    const bookings = await Promise.all([...ids].map(writes.byId));
    const standing = new Set(
      bookings
        .flatMap((one) => (one?.claimed && !hasRunOut(one, clock.now()) ? claimedBy(one) : []))
        .map(({ claimId }) => claimId),
    );
    for (const { _id, claims } of days)
      for (const claim of claims) if (!standing.has(claim.claimId)) await standingOf(claim, _id, grace);
  }

  async function claimOne(stake: Stake): Promise<boolean> {
    for (let look = 0; look < LOOKS; look++) {
      const inTheWay = await calendar.claim(stake);
      if (inTheWay.length === 0) return true;
      if ((await standingOfAll(inTheWay, stake.id)) === 'stands') return false;
    }
    return false;
  }

  return {
    save,
    decide,
    age,
    changed,

    /** The first of these that is taken already. A look before the writes; they decide all the same. */
    async firstTaken(stakes: readonly Stake[]): Promise<Stake | undefined> {
      const days = await calendar.byIds([...new Set(stakes.map(({ id }) => id))]);
      const claims = new Map(days.map((day) => [day._id, day.claims]));
      for (const stake of stakes) {
        const inTheWay = calendar.inTheWay(stake.claim, claims.get(stake.id) ?? []);
        if (inTheWay.length > 0 && (await standingOfAll(inTheWay, stake.id)) === 'stands') return stake;
      }
      return undefined;
    },

    /**
     * Takes everything, or says which was refused first. Everybody takes in the same order, so that of two who want
     * the same rooms one gets them; what was taken until then is the caller's to give back.
     */
    async take(stakes: readonly Stake[]): Promise<Stake | undefined> {
      for (const stake of [...stakes].sort((a, b) => (a.id < b.id ? -1 : 1)))
        if (!(await claimOne(stake))) return stake;
      return undefined;
    },

    /** Drops every claim that no living booking holds, and every booking that never got its rooms. */
    async repair(from: string, grace: number): Promise<void> {
      for (const booking of await writes.unclaimed())
        if (await writes.withdraw(booking._id))
          await calendar.release(
            booking.occurrences.map(({ claimId }) => claimId),
            booking.occurrences.flatMap(({ roomDays }) => roomDays),
          );
      for await (const days of calendar.since(from)) await sweep(days, grace);
    },
  };
}
