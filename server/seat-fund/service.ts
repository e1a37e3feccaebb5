import type { Connection } from 'mongoose';
import type { PersonId } from '#contract/people';
import type { Space, SpaceId } from '#contract/spaces';
import type { DomainEvents } from '#events';
import type { EventBus } from '#platform/event-bus';
import type { Actor } from '#values/actor';
import type { Clock } from '#values/clock';
import { conflict, forbidden, invalid } from '#values/errors';
import { wallTime } from '#values/local-time';
import type { LedgerService } from '../ledger/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import type {
  Drawn,
  DrawRequest,
  FundPolicy,
  GiftRequest,
  RevisedFundPolicy,
  SeatClaim,
  Treat,
} from './contract.ts';
import { createHoldings } from './holdings.ts';
import { balanceOf } from './lots.ts';
import { type Claim, createPolicyModel } from './model.ts';
import { createPolicies } from './policies.ts';
import { createReports } from './reports.ts';
import { createSeats } from './seats.ts';
import { createSeatWrites } from './writes.ts';

interface SeatFundNeeds {
  connection: Connection;
  clock: Clock;
  events: EventBus<DomainEvents>;
  spaces: SpaceService;
  ledger: LedgerService;
}

export type SeatFundService = ReturnType<typeof createSeatFundService>;

/** Somebody who sits, as their check-in tells it. */
export interface Sitting extends SeatClaim {
  personId: PersonId;
  /** The local date on which they came. */
  date: string;
}

/** What a draw of each kind is booked on, and which cost of the policy it has. */
const COSTS = {
  seat: { account: 'cost:seats', cost: 'seatCost' },
  coffee: { account: 'cost:coffee', cost: 'coffeeCost' },
  lunch: { account: 'cost:lunch', cost: 'lunchCost' },
} as const satisfies Record<'seat' | Treat, { account: string; cost: keyof FundPolicy }>;

/** The bookings' share, what it carries, and how many seats it opens. The books are the truth; this reads and adds. */
export function createSeatFundService({ connection, clock, events, spaces, ledger }: SeatFundNeeds) {
  const policies = createPolicies(createPolicyModel(connection));
  const { policyOf, revisedPolicyOf } = policies;
  const holdings = createHoldings(ledger);
  const writes = createSeatWrites(connection);

  const bookOf = ({ id, currency }: Space) => ({ spaceId: id, unit: currency });
  const causeOf = (spaceId: SpaceId, personId: string, date: string, kind: string) =>
    `draw:${spaceId}:${date}:${personId}:${kind}`;

  const seats = createSeats({
    writes,
    policyOf,
    balanceOf: async (space) => balanceOf(await holdings.lotsOf(bookOf(space))),
    hasDrawn: (space, personId, date) => ledger.has(causeOf(space.id, personId, date, 'seat')),
  });
  const reports = createReports({ clock, ledger, holdings, policyOf });

  function publish(spaceId: SpaceId, personId?: PersonId): void {
    events.publish({ name: 'fund.changed', at: clock.now(), spaceId, ...(personId ? { personId } : {}) });
  }

  /** Books a draw once a person, kind and local date. What the fund lacks the house gives, in the same entry. */
  async function draw(space: Space, personId: PersonId, kind: 'seat' | Treat, date: string): Promise<void> {
    const policy = await policyOf(space);
    const { account, cost } = COSTS[kind];
    const { isNew } = await ledger.append(
      bookOf(space),
      causeOf(space.id, personId, date, kind),
      async () => ({
        at: clock.now(),
        about: { kind, person: personId, date },
        ...(await holdings.pay(bookOf(space), { account, amount: policy[cost] })),
      }),
    );
    if (isNew) publish(space.id, personId);
  }

  async function settle(space: Space, { date, ...sitting }: Sitting): Promise<void> {
    await draw(space, sitting.personId, 'seat', date);
    await writes.settle(space.id, sitting);
  }

  /** The space gives to its own fund: seen in every statement, and by those whom it carries. */
  async function give(space: Space, { giftId, amount }: GiftRequest): Promise<void> {
    const { entry, isNew } = await ledger.append(bookOf(space), `gift:${space.id}:${giftId}`, () => ({
      at: clock.now(),
      about: { kind: 'gift' },
      postings: [
        { account: 'own:gifts', amount },
        { account: 'liability:seat-fund', amount: -amount },
      ],
    }));
    if (isNew) return publish(space.id);
    if (entry.postings.every((posting) => Math.abs(posting.amount) !== amount)) throw conflict('gift_reused');
  }

  return {
    ...reports,
    policyOf,
    revisedPolicyOf,
    moveTo: holdings.moveTo,
    publish,
    give,
    settle,

    /**
     * Gives a seat to somebody who is about to check in: `use` writes the check-in and says whether it stands.
     * @throws DomainError conflict `no_free_seat`.
     */
    async seat(space: Space, sitting: Sitting, use: () => Promise<boolean>): Promise<void> {
      await seats.claim(space, sitting, sitting.date, use);
    },

    /** The seat is free again; the day has been paid for, so whoever comes back today draws no second one. */
    async release(spaceId: SpaceId, checkInId: string): Promise<void> {
      await writes.release(spaceId, checkInId);
    },

    /** After a start: those who are here hold the seats, and every seat is paid for. */
    async takeUp(space: Space, present: readonly Sitting[]): Promise<void> {
      const claims = present.map(
        ({ checkInId, personId, isNewcomer }): Claim => ({
          checkInId,
          personId,
          newcomer: isNewcomer,
          drawn: true,
        }),
      );
      for (const { personId, date } of present) await draw(space, personId, 'seat', date);
      await seats.reconcile(space, claims);
    },

    /** Free seats now, and why so many. */
    capacity: async (space: Space) => reports.capacity(space, await seats.nowOf(space)),

    /**
     * Somebody who is here takes the day's coffee or lunch. @throws DomainError conflict `not_here`, forbidden
     * `not_allowed`.
     */
    async take(actor: Actor, { personId, kind }: DrawRequest): Promise<Drawn> {
      if (actor.role === 'person' && actor.id !== personId) throw forbidden('not_allowed');
      const where = actor.spaceId === undefined ? await spaces.all() : [await spaces.spaceFor(actor)];
      for (const space of where) {
        if (!(await seats.sitsHere(space.id, personId))) continue;
        const { date } = wallTime(clock.now(), space.timeZone);
        await draw(space, personId, kind, date);
        return { kind, carriers: await reports.carriersOfDraw(space, { personId, date, kind }) };
      }
      throw conflict('not_here');
    },

    /**
     * @throws DomainError invalid `fund_limits_crossed` for a floor above the ceiling, or amber above green; conflict
     * `changed_meanwhile` where another policy was set since the one that this was made on.
     */
    async setPolicy(space: Space, policy: RevisedFundPolicy): Promise<RevisedFundPolicy> {
      if (policy.floor > policy.ceiling || policy.amberDays > policy.greenDays)
        throw invalid('fund_limits_crossed');
      if (!(await policies.replace(space.id, policy))) throw conflict('changed_meanwhile');
      publish(space.id);
      return { ...policy, revision: policy.revision + 1 };
    },

    /** Gives a space that has none a policy and its first gift. */
    async open(space: Space, policy: FundPolicy, gift: GiftRequest): Promise<void> {
      await policies.open(space.id, policy);
      await give(space, gift);
    },
  };
}
