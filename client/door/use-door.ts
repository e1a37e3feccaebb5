import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DoorView } from '#contract/bookings';
import type { RoomId } from '#contract/rooms';
import { SECOND } from '#values/clock';
import { call } from '../api/call.ts';
import { viewDoor } from '../api/room-endpoints.ts';

const ASKS_EVERY = 10 * SECOND;

/** What is on in a room, asked for again and again; `isStale` when the last question was not answered. */
export function useDoor(roomId: RoomId): {
  readonly view: DoorView | undefined;
  readonly isStale: boolean;
  readonly show: (view: DoorView) => void;
} {
  const reads = useQueryClient();
  const queryKey = ['door', roomId];
  const { data, isError } = useQuery({
    queryKey,
    queryFn: ({ signal }) => call(viewDoor, { as: 'screen', params: { roomId }, signal }),
    refetchInterval: ASKS_EVERY,
    // A panel on a wall is never looked at by a pointer, yet it has to be right.
    refetchIntervalInBackground: true,
    retry: false,
  });
  return { view: data, isStale: isError, show: (view) => reads.setQueryData(queryKey, view) };
}
