import { quoteId } from '#contract/quotes';
import { newId } from '#platform/tokens';
import type { Actor } from '#values/actor';
import type { Clock } from '#values/clock';
import { DomainError } from '#values/errors';
import type { NotificationService } from '../notifications/service.ts';
import type { QuoteService } from '../quotes/service.ts';
import type { RoomService } from '../rooms/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import { bookerOf } from './billing.ts';
import type { Claiming } from './claiming.ts';
import type { Confirming } from './confirming.ts';
import { bookingId, type WaitingRequest } from './contract.ts';
import type { Deciding } from './deciding.ts';
import type { Holding } from './holding.ts';
import type { createWaitingModel, WaitingDocument } from './model.ts';
import type { BookingWrites } from './writes.ts';

interface WaitingNeeds {
  list: ReturnType<typeof createWaitingModel>;
  clock: Clock;
  spaces: SpaceService;
  rooms: RoomService;
  notifications: NotificationService;
  quotes: QuoteService;
  holding: Holding;
  claiming: Claiming;
  confirming: Confirming;
  deciding: Deciding;
  writes: BookingWrites;
}

/** People who wait for a room that is taken: whoever came first gets it held, and a mail. */
export function createWaiting(needs: WaitingNeeds) {
  const {
    list,
    clock,
    spaces,
    rooms,
    notifications,
    quotes,
    holding,
    claiming,
    confirming,
    deciding,
    writes,
  } = needs;

  async function isFree({ wish }: WaitingDocument): Promise<boolean> {
    const space = await spaces.space(wish.spaceId);
    const scheduled = await quotes.schedule(wish);
    const places = scheduled.map((one) => holding.placeOf(bookingId.parse(newId()), space, one));
    return !(await claiming.firstTaken(places.flatMap(({ stakes }) => stakes)));
  }

  const leave = (waitId: string) => list.updateOne({ _id: waitId }, { $unset: { waiting: 1 } });

  /** Tells somebody that there is nothing to wait for any more: its time has come, or the room is let no longer. */
  async function giveUp({ _id, wish, billing, language }: WaitingDocument): Promise<void> {
    const { spaceId, occurrences } = wish;
    const [first] = occurrences;
    const [space, letting] = await Promise.all([spaces.space(spaceId), rooms.letting(spaceId)]);
    if (first)
      await notifications.send({
        cause: `waiting:${_id}:over`,
        spaceId,
        to: { name: bookerOf(billing), address: billing.email },
        language,
        message: 'waiting-list-over',
        values: {
          room: letting.rooms.get(first.roomId)?.labels[language] ?? first.roomId,
          times: occurrences.map((one) => {
            const { from, to } = quotes.spanOf(one, space.timeZone);
            return { from: from.toISOString(), to: to.toISOString() };
          }),
          path: '/booking',
        },
      });
    await leave(_id);
  }

  /** Holds the room under the id of the wait, so that whatever dies in between, it is held and told once. */
  async function serve({ _id, wish, billing, language, shares = {} }: WaitingDocument): Promise<void> {
    const id = bookingId.parse(_id);
    const known = await writes.byId(id);
    const told = quoteId.parse(newId());
    if (!known) await quotes.quote({ ...wish, quoteId: told }, { rate: 'standard', shares });
    const held = known ?? (await confirming.hold({ bookingId: id, quoteId: told }));
    if (!held.billing)
      await claiming.decide(
        async () => (await writes.byId(id)) ?? held,
        (booking) => deciding.keptFor(booking, { billing, language }),
      );
    await leave(_id);
  }

  return {
    /**
     * Puts somebody on the list, for a price at what is agreed with the company that they book for: it is theirs from
     * here on, whoever is signed in when the room is held. @throws DomainError as quotes are refused.
     */
    async join(actor: Actor, { waitId, billing, language, ...wish }: WaitingRequest): Promise<void> {
      await quotes.schedule(wish);
      const shares = await quotes.sharesOf(actor, wish);
      const since = clock.now();
      const entry = { _id: waitId, wish, billing, language, shares, since, waiting: true as const };
      await list.updateOne({ _id: waitId }, { $setOnInsert: entry }, { upsert: true });
    },

    /** Gives what has become free to whoever has waited longest for it. */
    async serve(): Promise<void> {
      for (const entry of await list.find({ waiting: true }).sort({ since: 1 }).lean<WaitingDocument[]>())
        try {
          if (await isFree(entry)) await serve(entry);
        } catch (refusal) {
          if (!(refusal instanceof DomainError)) throw refusal;
          // Where somebody was quicker, it may become free once more.
          if (refusal.kind !== 'conflict') await giveUp(entry);
        }
    },
  };
}
