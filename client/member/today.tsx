import { useEffect, useRef } from 'react';
import type { MemberView } from '#contract/boards';
import { SitTogether } from '../ui/sit-together.tsx';
import type { Present } from '../ui/use-proposal.ts';
import { Away } from './away.tsx';
import { CarriedBy } from './carried-by.tsx';
import { FocusEditor } from './focus-editor.tsx';
import { Introductions } from './introductions.tsx';
import { Leave } from './leave.tsx';
import { LunchCard } from './lunch-card.tsx';
import { NothingYet } from './nothing-yet.tsx';
import { OpennessControl } from './openness-control.tsx';
import { OwnPlace } from './own-place.tsx';
import { OwnRoom } from './own-room.tsx';
import { Treats } from './treats.tsx';

/** Here and now: my place, whom I may meet, and what I say about today. */
export function Today({ view }: { readonly view: MemberView }) {
  const { own, presence, introductions, lunch, carriers, treats, room } = view;
  const name = own.profile.name.split(' ')[0] ?? '';
  const ownRoom = useRef<HTMLDivElement>(null);
  const had = useRef(room?.bookingId);
  useEffect(() => {
    // The question is gone as soon as the room is theirs; whoever asked goes on from there.
    if (room && had.current !== room.bookingId) ownRoom.current?.focus();
    had.current = room?.bookingId;
  }, [room]);
  const present: Present | undefined = presence && {
    personId: own.personId,
    spaceId: presence.checkIn.spaceId,
    as: 'member',
  };
  return (
    <>
      {presence ? (
        <OwnPlace name={name} seatLabel={presence.seatLabel} zone={presence.zone} />
      ) : (
        <Away name={name} pass={own.pass} />
      )}
      {presence && <CarriedBy carriers={carriers} spaceId={presence.checkIn.spaceId} />}
      <div ref={ownRoom} tabIndex={-1} aria-live="polite" className="rounded-xl outline-none empty:hidden">
        {present && room && <OwnRoom present={present} room={room} />}
      </div>
      {lunch && <LunchCard table={lunch} />}
      <Introductions
        introductions={introductions}
        sitTogether={present && !room && <SitTogether present={present} />}
      />
      {presence && (
        <>
          {Object.keys(introductions).length === 0 && !lunch && (
            <NothingYet own={own} openness={presence.checkIn.openness} />
          )}
          <OpennessControl key={presence.checkIn.checkInId} checkIn={presence.checkIn} />
          <FocusEditor checkIn={presence.checkIn} />
          <Treats personId={own.personId} spaceId={presence.checkIn.spaceId} treats={treats} />
          {present && !room && <OwnRoom present={present} room={room} />}
          <Leave checkInId={presence.checkIn.checkInId} />
        </>
      )}
    </>
  );
}
