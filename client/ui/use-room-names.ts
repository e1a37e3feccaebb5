import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { listRooms } from '../api/room-endpoints.ts';
import { useLanguage } from '../i18n/format.ts';

/** The names of a space's rooms in the language of the page; nothing for a room that is not, or not yet, known. */
export function useRoomNames(spaceId: string): (roomId: string | undefined) => string | undefined {
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ['rooms', spaceId],
    queryFn: ({ signal }) => call(listRooms, { params: { spaceId }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (roomId) => data?.rooms.find((room) => room.roomId === roomId)?.labels[language];
}
