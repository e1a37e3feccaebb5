import { useEffect, useEffectEvent, useState } from 'react';
import { type SeatId, seatId } from '#contract/spaces';
import { checkIn, proposeSeat } from '../api/endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import type { ScreenProps } from './screen-props.ts';

/** A seat is proposed, chosen and taken; whoever comes second is shown the next. */
export function useSeating({ visit, view, on }: ScreenProps) {
  const { answers, personId, checkInId } = visit;
  const openness = answers.openness ?? 'closed';
  const focus = { text: answers.focus.trim(), skills: [...answers.focusSkills] };
  const proposal = useAction(proposeSeat);
  const seating = useAction(checkIn);
  const [wish, setWish] = useState<SeatId>();
  const [proposed, setProposed] = useState<SeatId>();
  const [isNear, setNear] = useState(false);
  const isFree = (seat: SeatId | undefined) => seat !== undefined && !(seat in view.taken);

  const propose = useEffectEvent(async () => {
    if (!personId) return;
    const reply = await proposal.run({ as: 'kiosk', body: { personId, openness, focus } });
    if (reply instanceof Refusal) return;
    setProposed(reply.seatId);
    setNear(reply.near);
  });
  useEffect(() => void propose(), []);

  // A wish that somebody else has taken meanwhile is no longer one.
  const chosen = [wish, proposed].find(isFree);

  const take = async () => {
    if (!personId || !checkInId || !chosen) return;
    const reply = await seating.run({
      as: 'kiosk',
      body: { checkInId, personId, seatId: chosen, openness, focus },
    });
    if (!(reply instanceof Refusal)) {
      return on({ type: 'seated', seatId: reply.checkIn.seatId, phone: reply.phone.token });
    }
    const next = seatId.safeParse(reply.details.free);
    if (reply.code === 'seat_taken' && next.success) {
      setProposed(next.data);
      setWish(next.data);
      setNear(false);
    }
  };

  return {
    chosen,
    choose: (seat: SeatId) => {
      seating.forgive();
      setWish(seat);
    },
    proposed: isFree(proposed) ? proposed : undefined,
    isNear,
    isLooking: proposal.isBusy,
    isBusy: seating.isBusy,
    // A proposal that failed is no obstacle: any free seat can be taken.
    refusal: seating.refusal,
    take,
  };
}
