import type { PersonId } from '#contract/people';
import { type SpaceId, spaceId } from '#contract/spaces';
import { createLiveView, type LiveView, type Patch } from '#platform/live-view';
import { boardView, kioskView, memberView, type ViewName } from './contract.ts';
import type { Onlooker } from './present.ts';
import type { BoardService } from './service.ts';

interface ViewNeeds {
  epoch: string;
  boards: BoardService;
  isWatched(room: string): boolean;
  send(view: ViewName, room: string, patch: Patch): void;
  onFault(fault: unknown): void;
}

export type LiveViews = ReturnType<typeof createLiveViews>;

/** A board of a space, for those who look at it. */
export type BoardKey = `${Onlooker} ${SpaceId}`;

/** The socket room of everybody who watches one view of one key. */
export function roomOfView(view: ViewName, key: string): string {
  return `view:${view}:${key}`;
}

/** Splits what `boardKey` joined. */
function parseBoardKey(key: BoardKey): { onlooker: Onlooker; id: SpaceId } {
  const [onlooker, id] = key.split(' ');
  return { onlooker: onlooker === 'host' ? 'host' : 'wall', id: spaceId.parse(id) };
}

/** The live screens, each kept by the same machinery. */
export function createLiveViews({ epoch, boards, isWatched, send, onFault }: ViewNeeds) {
  const base = (view: ViewName) => ({
    epoch,
    isWatched: (key: string) => isWatched(roomOfView(view, key)),
    send: (patch: Patch) => send(view, roomOfView(view, patch.key), patch),
    onFault,
  });
  const kiosk: LiveView<SpaceId, typeof kioskView> = createLiveView({
    ...base('kiosk'),
    schema: kioskView,
    compute: (id: SpaceId) => boards.kiosk(id),
  });
  const board: LiveView<BoardKey, typeof boardView> = createLiveView({
    ...base('board'),
    schema: boardView,
    compute: (key: BoardKey) => {
      const { onlooker, id } = parseBoardKey(key);
      return boards.board(id, onlooker);
    },
  });
  const member: LiveView<PersonId, typeof memberView> = createLiveView({
    ...base('member'),
    schema: memberView,
    compute: (personId: PersonId) => boards.member(personId),
  });
  return { kiosk, board, member };
}
