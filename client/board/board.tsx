import { useTranslation } from 'react-i18next';
import type { BoardView } from '#contract/boards';
import type { Connection } from '../api/live.ts';
import { BoardHeader } from './board-header.tsx';
import { BoardPlan } from './board-plan.tsx';
import { Guests } from './guests.ts';
import { IntroductionTile } from './introduction-tile.tsx';
import { Lunch } from './lunch.tsx';
import { byUrgency } from './order.ts';
import { PersonTile } from './person-tile.tsx';
import { RoomActions } from './room-actions.tsx';
import { Round } from './round.tsx';
import { SelfPaging } from './self-paging.tsx';

interface Props {
  readonly view: BoardView;
  readonly connection: Connection;
  /** A host may offer a suggestion to both; a screen on the wall only shows. */
  readonly mayOffer: boolean;
}

/** Everything a host wants to know at a glance: who is here, where, and who should meet whom. */
export function Board({ view, connection, mayOffer }: Props) {
  const { t } = useTranslation('board');
  const as = mayOffer ? 'host' : 'screen';
  const all = Object.values(view.introductions).sort(byUrgency);
  const introductions = all.filter(({ inRound }) => !inRound);
  const round = mayOffer ? all.filter(({ inRound }) => inRound) : [];
  const present = Object.values(view.present).sort((a, b) => b.since.localeCompare(a.since));
  const guests = new Guests(present, view.space.seats);
  return (
    <div data-wall className="daylight flex min-h-dvh flex-col gap-4 p-4 wall:h-dvh">
      <BoardHeader view={view} connection={connection} isHost={mayOffer} />
      <main className="grid grow gap-4 wall:min-h-0 wall:grid-cols-[1.62fr_1fr] wall:grid-rows-[1.7fr_1fr]">
        <div className="flex flex-col gap-4 wall:col-start-2 wall:row-span-2 wall:min-h-0">
          {mayOffer && <RoomActions view={view} />}
          {mayOffer && <Round introductions={round} guests={guests} />}
          <Lunch
            lunch={view.lunch}
            guests={guests}
            timeZone={view.space.timeZone}
            as={as}
            isBelowRound={round.length > 0}
          />
          <SelfPaging
            className="grow"
            title={t('introductions')}
            count={introductions.length}
            nothing={t('noIntroductions')}
          >
            <ul className="flex flex-col gap-3">
              {introductions.map((introduction) => (
                <li key={introduction.introductionId} className="snap-start">
                  <IntroductionTile introduction={introduction} guests={guests} as={as} />
                </li>
              ))}
            </ul>
          </SelfPaging>
        </div>
        <BoardPlan view={view} guests={guests} className="wall:col-start-1 wall:row-start-1 wall:min-h-0" />
        <SelfPaging
          className="wall:col-start-1 wall:row-start-2"
          title={t('here')}
          count={present.length}
          nothing={t('nobody')}
        >
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(14.5rem,1fr))] gap-2">
            {present.map((person) => (
              <li key={person.personId} className="flex snap-start">
                <PersonTile person={person} guests={guests} />
              </li>
            ))}
          </ul>
        </SelfPaging>
      </main>
    </div>
  );
}
