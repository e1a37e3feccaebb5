import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { listRooms } from '../api/room-endpoints.ts';

/** The rooms of a space and how it lets them; nothing until they are known. */
export function useLetting(spaceId: string) {
  const { data } = useQuery({
    queryKey: ['rooms', spaceId],
    queryFn: ({ signal }) => call(listRooms, { params: { spaceId }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}
