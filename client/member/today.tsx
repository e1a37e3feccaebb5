import type { MemberView } from '#contract/boards';
import { Away } from './away.tsx';
import { CarriedBy } from './carried-by.tsx';
import { FocusEditor } from './focus-editor.tsx';
import { Introductions } from './introductions.tsx';
import { Leave } from './leave.tsx';
import { LunchCard } from './lunch-card.tsx';
import { NothingYet } from './nothing-yet.tsx';
import { OpennessControl } from './openness-control.tsx';
import { OwnPlace } from './own-place.tsx';

/** Here and now: my place, whom I may meet, and what I say about today. */
export function Today({ view }: { readonly view: MemberView }) {
  const { own, presence, introductions, lunch, carriers } = view;
  const name = own.profile.name.split(' ')[0] ?? '';
  return (
    <>
      {presence ? (
        <OwnPlace name={name} seatLabel={presence.seatLabel} zone={presence.zone} />
      ) : (
        <Away name={name} pass={own.pass} />
      )}
      {presence && <CarriedBy carriers={carriers} spaceId={presence.checkIn.spaceId} />}
      {lunch && <LunchCard table={lunch} />}
      <Introductions introductions={introductions} />
      {presence && (
        <>
          {Object.keys(introductions).length === 0 && !lunch && (
            <NothingYet own={own} openness={presence.checkIn.openness} />
          )}
          <OpennessControl key={presence.checkIn.checkInId} checkIn={presence.checkIn} />
          <FocusEditor checkIn={presence.checkIn} />
          <Leave checkInId={presence.checkIn.checkInId} />
        </>
      )}
    </>
  );
}
