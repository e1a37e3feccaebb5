import { useLanguage } from '../i18n/format.ts';
import { useLetting } from './use-letting.ts';

/** The names of a space's rooms in the language of the page; nothing for a room that is not, or not yet, known. */
export function useRoomNames(spaceId: string): (roomId: string | undefined) => string | undefined {
  const language = useLanguage();
  const letting = useLetting(spaceId);
  return (roomId) => letting?.rooms.find((room) => room.roomId === roomId)?.labels[language];
}
