import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { BellRing } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Room, roomsOfSpace } from '#contract/rooms';
import { clockFace } from '#values/local-time';
import { call } from '../api/call.ts';
import { newId } from '../api/new-id.ts';
import { Refusal } from '../api/refusal.ts';
import { findAvailability } from '../api/room-endpoints.ts';
import { hoursOf, useFormat, useLanguage } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { QuarterGrid } from './quarter-grid.tsx';
import { RoomCard } from './room-card.tsx';
import { SearchForm } from './search-form.tsx';
import { WaitingDialog } from './waiting-dialog.tsx';
import {
  layoutsFor,
  openingOf,
  QUARTER,
  rowsOf,
  type Search,
  selectionOf,
  standingOf,
  wishOf,
} from './wish.ts';

export type Letting = z.infer<typeof roomsOfSpace>;

interface Props {
  readonly letting: Letting;
  readonly search: Search;
  readonly onChange: (change: Partial<Search>) => void;
  /** What the wall of the space shows now. */
  readonly now: { readonly date: string; readonly minute: number };
  readonly last: string;
}

function useAvailability(letting: Letting, { date, people, layout, equipment }: Search) {
  const query = {
    date,
    people: String(people),
    ...(layout && { layout }),
    ...(equipment.length > 0 && { equipment: equipment.join(',') }),
  };
  return useQuery({
    queryKey: ['availability', letting.place.spaceId, query],
    queryFn: ({ signal }) =>
      call(findAvailability, { params: { spaceId: letting.place.spaceId }, query, signal }),
    placeholderData: keepPreviousData,
    // Others book meanwhile; what is shown as free should not be long gone.
    refetchInterval: 20_000,
  });
}

/** Rooms that fit and when they are free: as cards for the time that is wanted, and as a day to choose from. */
export function FindStep({ letting, search, onChange, now, last }: Props) {
  const { t } = useTranslation('booking');
  const language = useLanguage();
  const { data, error } = useAvailability(letting, search);
  const names = new Map<string, string>(
    letting.rooms.map(({ roomId, labels }) => [roomId, labels[language] ?? roomId]),
  );
  const opening = data ? openingOf(data) : { first: 9 * 60, last: 18 * 60 };
  const rows = data ? rowsOf(data, names, search.date === now.date ? now.minute : 0) : [];
  const fitting = rows.flatMap((row) => {
    const room = letting.rooms.find(({ roomId }) => roomId === row.roomId);
    return room ? [{ room, standing: standingOf(row, search, opening.first) }] : [];
  });
  const free = fitting.filter(({ standing }) => standing === 'free');
  const [awaited, setAwaited] = useState<Room>();
  const layoutOf = (room: Room) => search.layout ?? layoutsFor(room, search.people)[0] ?? 'boardroom';
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[22rem_minmax(0,1fr)]">
      <SearchForm
        search={search}
        onChange={onChange}
        timeZone={letting.place.timeZone}
        first={now.date}
        last={last}
        opens={opening.first}
        closes={opening.last}
      />
      <div className="flex min-w-0 flex-col gap-5">
        <ErrorNote refusal={error instanceof Refusal ? error : undefined} />
        <p role="status" className="sr-only">
          {data && t('rooms.found', { count: free.length })}
        </p>
        {data && fitting.length === 0 && (
          <p className="rounded-lg border-2 border-linen-300 border-dashed p-6 text-ink-700">
            {t('rooms.none')}
          </p>
        )}
        <ul aria-label={t('rooms.title')} className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
          {fitting
            .toSorted((a, b) => Number(b.standing === 'free') - Number(a.standing === 'free'))
            .map(({ room, standing }) => (
              <li key={room.roomId} className="flex flex-col gap-2">
                <RoomCard
                  room={room}
                  layout={layoutOf(room)}
                  people={search.people}
                  currency={letting.place.currency}
                  standing={standing}
                  isChosen={standing === 'free' && search.roomId === room.roomId}
                  onChoose={() => onChange({ roomId: room.roomId })}
                />
                {standing === 'busy' && (
                  <Button onPress={() => setAwaited(room)}>
                    <BellRing aria-hidden className="size-5 shrink-0" />
                    {t('waiting.forRoom', { room: names.get(room.roomId) })}
                  </Button>
                )}
              </li>
            ))}
        </ul>
        {awaited && (
          <Awaited
            room={awaited}
            name={names.get(awaited.roomId) ?? awaited.roomId}
            letting={letting}
            search={search}
            onClose={() => setAwaited(undefined)}
          />
        )}
        {rows.length > 0 && (
          <QuarterGrid
            label={t('grid.title')}
            days={rows}
            firstMinute={opening.first}
            selection={selectionOf(search, opening.first)}
            onSelect={(chosen) =>
              onChange(
                chosen
                  ? {
                      roomId: letting.rooms.find(({ roomId }) => roomId === chosen.roomId)?.roomId,
                      from: opening.first + chosen.from * QUARTER,
                      to: opening.first + chosen.to * QUARTER,
                    }
                  : { roomId: undefined },
              )
            }
          />
        )}
      </div>
    </div>
  );
}

interface AwaitedProps extends Pick<Props, 'letting' | 'search'> {
  readonly room: Room;
  readonly name: string;
  readonly onClose: () => void;
}

/** The taken room that somebody waits for, as it was searched. */
function Awaited({ letting, search, room, name, onClose }: AwaitedProps) {
  const { dayThen } = useFormat();
  const [id] = useState(newId);
  const wish = wishOf(letting, { ...search, roomId: room.roomId }, id);
  const about = `${name} · ${dayThen(search.date)}${hoursOf(clockFace(search.from), clockFace(search.to))}`;
  return wish && <WaitingDialog wish={wish} about={about} onClose={onClose} />;
}
