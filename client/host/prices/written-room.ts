import type { Closure, OptionCode, Room } from '#contract/rooms';
import type { Draft } from '../form/draft.ts';
import { type Row, rowsOf } from '../form/rows.tsx';

/** The numbers of a tariff, in the order in which they are read. */
export const TARIFF = ['hourlyNet', 'halfDayNet', 'dayNet', 'minimumNet', 'vatRate'] as const;

type Numbers<Name extends string> = { readonly [Key in Name]: number | undefined };

/** What a manager changes of a room, while it is written. */
export interface WrittenRoom {
  readonly tariff: Numbers<(typeof TARIFF)[number]>;
  readonly options: readonly ({ readonly code: OptionCode } & Numbers<'unitNet' | 'vatRate'>)[];
  readonly buffers: Numbers<'beforeMinutes' | 'afterMinutes'>;
  readonly approval: boolean;
  readonly closures: readonly Row<Closure>[];
}

export type RoomDraft = Draft<WrittenRoom, Room>;

/** A room to be written over. */
export function writtenRoom({ tariff, buffers, approval, closures }: Room): WrittenRoom {
  const { options, ...numbers } = tariff;
  return { tariff: numbers, options, buffers, approval, closures: rowsOf(closures) };
}

/** The whole room with what was written of it. */
export function sentRoom(room: Room, { tariff, options, buffers, approval, closures }: WrittenRoom): unknown {
  return {
    ...room,
    tariff: { ...tariff, options },
    buffers,
    approval,
    closures: closures.map(({ value }) => value),
  };
}
