import type { Closure, Equipment, Layout, OptionCode, Room, RoomId, Wordings } from '#contract/rooms';
import type { Draft } from '../form/draft.ts';
import { type Row, rowsOf } from '../form/rows.tsx';

/** The numbers of a tariff, in the order in which they are read. */
export const TARIFF = ['hourlyNet', 'halfDayNet', 'dayNet', 'minimumNet', 'vatRate'] as const;

/** After so many minutes whoever does not come is warned, and then loses the room. */
export const NO_SHOW = ['warnMinutes', 'releaseMinutes'] as const;

type Numbers<Name extends string> = { readonly [Key in Name]: number | undefined };

/** What a manager changes of a room, while it is written. */
export interface WrittenRoom {
  readonly labels: Wordings;
  readonly capacity: Readonly<Partial<Record<Layout, number>>>;
  readonly equipment: readonly Equipment[];
  readonly parts: readonly RoomId[];
  readonly tariff: Numbers<(typeof TARIFF)[number]>;
  readonly options: readonly ({ readonly code: OptionCode } & Numbers<'unitNet' | 'vatRate'>)[];
  readonly buffers: Numbers<'beforeMinutes' | 'afterMinutes'>;
  readonly approval: boolean;
  readonly noShow: Numbers<(typeof NO_SHOW)[number]> | undefined;
  readonly closures: readonly Row<Closure>[];
  readonly withdrawn: boolean;
}

export type RoomDraft = Draft<WrittenRoom, Room>;

/** A room that is not there yet: it holds nobody and costs nothing that could be read. */
export const BLANK_ROOM: WrittenRoom = {
  labels: { en: '', nl: '', ar: '', ja: '' },
  capacity: {},
  equipment: [],
  parts: [],
  tariff: {
    hourlyNet: undefined,
    halfDayNet: undefined,
    dayNet: undefined,
    minimumNet: undefined,
    vatRate: undefined,
  },
  options: [],
  buffers: { beforeMinutes: 0, afterMinutes: 0 },
  approval: false,
  noShow: undefined,
  closures: [],
  withdrawn: false,
};

/** A room to be written over. */
export function writtenRoom({ tariff: { options, ...tariff }, closures, ...room }: Room): WrittenRoom {
  const { noShow, withdrawn = false } = room;
  return { ...room, tariff, options, closures: rowsOf(closures), noShow, withdrawn };
}

/** The whole room with what was written of it. */
export function sentRoom(
  room: Pick<Room, 'roomId' | 'spaceId'> & Partial<Room>,
  { tariff, options, closures, noShow, withdrawn, ...written }: WrittenRoom,
): unknown {
  const { noShow: _noShow, withdrawn: _withdrawn, ...rest } = room;
  return {
    ...rest,
    ...written,
    tariff: { ...tariff, options },
    closures: closures.map(({ value }) => value),
    ...(noShow && { noShow }),
    ...(withdrawn && { withdrawn }),
  };
}
