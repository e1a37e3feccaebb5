import type { z } from 'zod';
import type { Actor } from '#values/actor';
import type { Clock } from '#values/clock';
import type { CheckInService } from '../checkins/service.ts';
import type { GraphService } from '../graph/service.ts';
import type { PeopleService } from '../people/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import type { SeatProposal, seatProposalRequest } from './contract.ts';
import { createSeatHolds } from './seat-holds.ts';

interface SeatingNeeds {
  clock: Clock;
  spaces: SpaceService;
  people: PeopleService;
  checkIns: CheckInService;
  graph: GraphService;
}

/** Whom a seat brings near whom. */
export function createSeating({ clock, spaces, people, checkIns, graph }: SeatingNeeds) {
  const holds = createSeatHolds(clock);
  return {
    /** Where to sit: within reach of whom somebody should meet, or anywhere free; those who are closed today alone. */
    async proposeSeat(actor: Actor, request: z.infer<typeof seatProposalRequest>): Promise<SeatProposal> {
      const { personId: me, openness, focus } = request;
      const space = await spaces.spaceFor(actor);
      await people.person(me);
      const present = await checkIns.present(space.id);
      const taken = new Set(present.map((other) => other.seatId));
      const vacant = space.seats.filter((seat) => !taken.has(seat.id));
      // From here to the hold nothing waits, so no two proposals look at the same seats.
      const free = holds.unheld(space.id, vacant, me);
      const near =
        openness === 'closed' ? undefined : graph.seatFor(me, { space, focus, free, at: clock.now() });
      const seatId = near ?? free[0]?.id;
      if (seatId !== undefined) holds.hold(space.id, seatId, me);
      return { near: near !== undefined, ...(seatId === undefined ? {} : { seatId }) };
    },
  };
}
