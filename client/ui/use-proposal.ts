import { useEffect, useEffectEvent, useState } from 'react';
import type { RoomTogether, TogetherProposal } from '#contract/bookings';
import { bookingId } from '#contract/bookings';
import type { PersonId } from '#contract/people';
import { quoteId } from '#contract/quotes';
import { newId } from '../api/new-id.ts';
import { Refusal } from '../api/refusal.ts';
import { bookTogether, proposeTogether } from '../api/room-endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { useLanguage } from '../i18n/format.ts';

/** Somebody who is here, and the browser that asks for them. */
export interface Present {
  readonly personId: PersonId;
  readonly spaceId: string;
  readonly as: 'member' | 'kiosk';
}

/** A room is proposed as soon as somebody asks, and anew when they are more or stay longer; then it is taken. */
export function useProposal({ personId, as }: Present, wish: { people: number; minutes: number }) {
  const language = useLanguage();
  const asking = useAction(proposeTogether);
  const taking = useAction(bookTogether);
  const [proposal, setProposal] = useState<TogetherProposal>();
  const { people, minutes } = wish;

  const ask = useEffectEvent(async () => {
    const reply = await asking.run({
      as,
      body: { quoteId: quoteId.parse(newId()), personId, people, minutes },
    });
    setProposal(reply instanceof Refusal ? undefined : reply);
  });
  useEffect(() => {
    void people;
    void minutes;
    void ask();
  }, [people, minutes]);

  /** Takes what was proposed: once, also when the answer was lost on its way. */
  const take = async (email: string | undefined): Promise<RoomTogether | undefined> => {
    if (!proposal) return undefined;
    const id = bookingId.parse(proposal.quoteId);
    const body = { bookingId: id, quoteId: proposal.quoteId, personId, language, ...(email && { email }) };
    const reply = await taking.run({ as, body });
    if (reply instanceof Refusal) return undefined;
    const [occurrence] = reply.booking.occurrences;
    if (!occurrence) return undefined;
    const { roomId, startsAt, endsAt } = occurrence;
    return { bookingId: id, roomId, startsAt, endsAt, manage: reply.manage };
  };

  return {
    proposal: asking.isBusy ? undefined : proposal,
    isAsking: asking.isBusy,
    isTaking: taking.isBusy,
    refusal: asking.refusal ?? taking.refusal,
    take,
  };
}
