import type { Space } from '#contract/spaces';
import { wallTime } from '#values/local-time';
import type { SeatFundService, Sitting } from '../seat-fund/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import type { CheckInDocument } from './model.ts';
import type { Clash, createCheckInWrites } from './writes.ts';

/** Whoever has been here less often is a newcomer, for whom the fund may keep a seat. */
const NEWCOMER_VISITS = 2;

/** @param visits how often the person has been here before. */
function sittingOf({ timeZone }: Space, document: CheckInDocument, visits: number): Sitting {
  const { _id: checkInId, personId, startedAt } = document;
  return {
    checkInId,
    personId,
    isNewcomer: visits < NEWCOMER_VISITS,
    date: wallTime(startedAt, timeZone).date,
  };
}

interface FreeSeatNeeds {
  spaces: SpaceService;
  seatFund: SeatFundService;
  writes: ReturnType<typeof createCheckInWrites>;
}

/** Check-ins on the seats that the fund opens. */
export function createFreeSeats({ spaces, seatFund, writes }: FreeSeatNeeds) {
  /** The fund gives the seat first and gets it back where the check-in may not be; then it pays for the seat. */
  async function insert(space: Space, document: CheckInDocument): Promise<CheckInDocument | Clash> {
    const { personId } = document;
    const visits = (await writes.countsOf([personId])).get(personId) ?? 0;
    const sitting = sittingOf(space, document, visits);
    let stands: CheckInDocument | Clash = 'seat';
    await seatFund.seat(space, sitting, async () => {
      stands = await writes.insert(document);
      return typeof stands !== 'string';
    });
    if (typeof stands !== 'string') await seatFund.settle(space, sitting);
    return stands;
  }

  return {
    insert,

    /** After a start: whoever is here holds a free seat that is paid for, also where a crash came between. */
    async takeUp(): Promise<void> {
      for (const space of await spaces.all()) {
        const present = await writes.activeIn(space.id);
        const visits = await writes.countsOf(present.map(({ personId }) => personId));
        const sittings = present.map((one) => sittingOf(space, one, (visits.get(one.personId) ?? 1) - 1));
        await seatFund.takeUp(space, sittings);
      }
    },
  };
}
