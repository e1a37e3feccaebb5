import type { PersonId } from '#contract/people';
import type { Space, SpaceId } from '#contract/spaces';
import { createTurns } from '#platform/turns';
import { conflict } from '#values/errors';
import type { Capacity, FundPolicy, SeatClaim } from './contract.ts';
import { freeSeats, isAdmitted, type SeatsNow } from './free-seats.ts';
import type { Claim, SeatsInUseDocument } from './model.ts';
import type { createSeatWrites } from './writes.ts';

interface SeatNeeds {
  writes: ReturnType<typeof createSeatWrites>;
  policyOf(space: Space): Promise<FundPolicy>;
  balanceOf(space: Space): Promise<number>;
  /** Has this person's seat been paid for on this date? */
  hasDrawn(space: Space, personId: PersonId, date: string): Promise<boolean>;
}

/** Who may sit for free, decided by one conditional write on the document of who does. */
export function createSeats({ writes, policyOf, balanceOf, hasDrawn }: SeatNeeds) {
  const turns = createTurns();

  async function nowOf(space: Space, { claims }: SeatsInUseDocument): Promise<SeatsNow> {
    return {
      policy: await policyOf(space),
      physical: space.seats.length,
      balance: await balanceOf(space),
      taken: claims.length,
      newcomers: claims.filter(({ newcomer }) => newcomer).length,
      unpaid: claims.filter(({ drawn }) => !drawn).length,
    };
  }

  async function claim(space: Space, asked: SeatClaim, date: string): Promise<void> {
    const { checkInId, personId, isNewcomer } = asked;
    for (;;) {
      const seats = await writes.inUse(space.id);
      // Somebody who sits already is not counted twice; whether they may sit elsewhere is for the check-in to say.
      if (seats.claims.some((known) => known.personId === personId)) return;
      const drawn = await hasDrawn(space, personId, date);
      const now = await nowOf(space, seats);
      if (!isAdmitted(now, { isNewcomer, hasDrawn: drawn })) throw refusalOf(freeSeats(now));
      const added: Claim = { checkInId, personId, newcomer: isNewcomer, drawn };
      if (await writes.write(seats, [...seats.claims, added])) return;
    }
  }

  return {
    nowOf: async (space: Space) => nowOf(space, await writes.inUse(space.id)),

    sitsHere: async (spaceId: SpaceId, personId: PersonId) =>
      (await writes.inUse(spaceId)).claims.some((known) => known.personId === personId),

    /** In one process they come one after the other, so that nobody is refused for a seat that is about to be given back. */
    claim: (space: Space, asked: SeatClaim, date: string, use: () => Promise<boolean>) =>
      turns.take(space.id, async () => {
        await claim(space, asked, date);
        if (!(await use())) await writes.release(space.id, asked.checkInId);
      }),

    /** Makes the claims those of who is really here, after a crash between two writes. */
    async reconcile(space: Space, present: readonly Claim[]): Promise<void> {
      while (!(await writes.write(await writes.inUse(space.id), [...present])));
    },
  };
}

/** Why there is none, and when there may be. */
function refusalOf({ open, reserved, limit }: Omit<Capacity, 'opened'>) {
  return conflict('no_free_seat', { open, limit: reserved > 0 ? 'reserve' : limit });
}
