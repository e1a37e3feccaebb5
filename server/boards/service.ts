import type { z } from 'zod';
import type { CheckIn } from '#contract/checkins';
import type { PersonId } from '#contract/people';
import { type Carrier, treat } from '#contract/seat-fund';
import type { Space, SpaceId } from '#contract/spaces';
import type { Clock } from '#values/clock';
import { DAY, later } from '#values/clock';
import { beginningOfDay, clockFace, isOpen, opensNext, wallTime } from '#values/local-time';
import type { BookingService } from '../bookings/service.ts';
import type { CheckInService } from '../checkins/service.ts';
import type { CompanyService } from '../companies/service.ts';
import type { IntroductionService } from '../introductions/service.ts';
import type { LunchService } from '../lunches/service.ts';
import type { PeopleService } from '../people/service.ts';
import type { SeatFundService } from '../seat-fund/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import type { boardView, kioskView, memberView, SeenCarrier } from './contract.ts';
import { lunchOnTheWall } from './lunch.ts';
import { type Onlooker, onTheWall, presentPersonOf } from './present.ts';

interface BoardNeeds {
  clock: Clock;
  spaces: SpaceService;
  people: PeopleService;
  companies: CompanyService;
  seatFund: SeatFundService;
  checkIns: CheckInService;
  introductions: IntroductionService;
  bookings: BookingService;
  lunches: LunchService;
}

export type BoardService = ReturnType<typeof createBoardService>;

/** What each live screen shows, computed from the documents alone, so that a restart changes nothing. */
export function createBoardService(needs: BoardNeeds) {
  const { clock, spaces, people, seatFund, checkIns, companies, introductions, bookings, lunches } = needs;

  function doors({ hours, timeZone }: Space): { open: boolean; opensAt?: string } {
    const now = clock.now();
    if (isOpen(hours, timeZone, now)) return { open: true };
    const next = opensNext(hours, timeZone, now);
    return { open: false, ...(next ? { opensAt: `${next.date} ${clockFace(next.minute)}` } : {}) };
  }

  async function seen({ kind, roomId, companyId }: Carrier): Promise<SeenCarrier> {
    const company = await companies.publicName(companyId);
    return { kind, ...(roomId ? { roomId } : {}), ...(company ? { company } : {}) };
  }

  /** Who carried somebody's seat, and the coffee and lunch that they have taken today. */
  async function carried(space: Space | undefined, checkIn: CheckIn | undefined) {
    if (!space || !checkIn) return { carriers: [], treats: {} };
    const { date } = wallTime(clock.now(), space.timeZone);
    const { personId } = checkIn;
    const [seat, ...treats] = await Promise.all([
      seatFund.carriersOf(space, checkIn),
      ...treat.options.map(async (kind) => {
        const [most] = await seatFund.carriersOfDraw(space, { personId, date, kind });
        return most ? [[kind, await seen(most)] as const] : [];
      }),
    ]);
    return { carriers: await Promise.all(seat.map(seen)), treats: Object.fromEntries(treats.flat()) };
  }

  return {
    async kiosk(spaceId: SpaceId): Promise<z.input<typeof kioskView>> {
      const space = await spaces.space(spaceId);
      const [taken, fund] = await Promise.all([checkIns.takenSeats(spaceId), seatFund.capacity(space)]);
      return {
        space,
        ...doors(space),
        taken: Object.fromEntries([...taken].map((seatId) => [seatId, true as const])),
        free: fund.free,
        fund,
      };
    },

    /** The introduction board; on a wall, people are named as far as they consented. */
    async board(spaceId: SpaceId, onlooker: Onlooker): Promise<z.input<typeof boardView>> {
      const space = await spaces.space(spaceId);
      const present = await checkIns.present(spaceId);
      const ids = present.map((checkIn) => checkIn.personId);
      const [known, counts, today, lunch, fund, gauge] = await Promise.all([
        people.people(ids),
        checkIns.countsOf(ids),
        introductions.onBoard(spaceId, beginningOfDay(clock.now(), space.timeZone), new Set(ids)),
        lunches.onBoard(space, present),
        seatFund.capacity(space),
        seatFund.gauge(space),
      ]);
      const here = present.flatMap((checkIn) => {
        const person = known.get(checkIn.personId);
        if (!person) return [];
        const shown = presentPersonOf(checkIn, person, counts.get(checkIn.personId) ?? 1);
        return [
          onlooker === 'host' ? shown : onTheWall(shown, person, spaces.seatOf(space, shown.seatId).label),
        ];
      });
      // Whom somebody may meet is between them and the hosts until both have said yes.
      const listed = today.filter(
        ({ state }) => onlooker === 'host' || state === 'accepted' || state === 'met',
      );
      return {
        space,
        open: doors(space).open,
        present: Object.fromEntries(here.map((person) => [person.personId, person])),
        introductions: Object.fromEntries(listed.map((one) => [one.introductionId, one])),
        lunch: onlooker === 'host' ? lunch : lunchOnTheWall(lunch),
        seats: { total: space.seats.length, free: fund.free },
        fund,
        gauge,
      };
    },

    async member(personId: PersonId): Promise<z.input<typeof memberView>> {
      const now = clock.now();
      const [own, checkIn, recent, blocks, room, lunch] = await Promise.all([
        people.own(personId),
        checkIns.presenceOf(personId),
        introductions.seenBy(personId, later(now, -DAY)),
        introductions.blocksSeenBy(personId),
        bookings.together.roomOf(personId),
        lunches.seenBy(personId),
      ]);
      const space = checkIn ? await spaces.space(checkIn.spaceId) : undefined;
      const seat = space?.seats.find(({ id }) => id === checkIn?.seatId);
      const zone = space?.zones.find(({ id }) => id === seat?.zone);
      return {
        own,
        ...(checkIn && space
          ? {
              presence: {
                checkIn,
                spaceName: space.name,
                seatLabel: seat?.label ?? '',
                zone: zone?.labels[own.profile.language] ?? '',
              },
            }
          : {}),
        introductions: Object.fromEntries(recent.map((one) => [one.introductionId, one])),
        blocks: Object.fromEntries(blocks.map((one) => [one.introductionId, one])),
        ...(await carried(space, checkIn)),
        ...(room ? { room } : {}),
        ...(lunch ? { lunch } : {}),
      };
    },
  };
}
