import { z } from 'zod';
import { counterpart, fact } from '#contract/introductions';
import { personId } from '#contract/people';
import { idText, instant } from '#contract/platform';
import { skillId } from '#contract/skills';

export const lunchTableId = idText.brand<'lunch-table'>();
export type LunchTableId = z.infer<typeof lunchTableId>;

/** Why two at a table might talk; `reasons[0]` is what pair[1] can do for pair[0]. */
export const tablePair = z.strictObject({
  pair: z.tuple([personId, personId]),
  reasons: z.tuple([z.array(fact), z.array(fact)]),
  shared: z.array(fact),
});
export type TablePair = z.infer<typeof tablePair>;

/** What a host sees: proposed; all of it asked, which says nothing of who has answered; enough said yes; have talked. */
export const hostTableState = z.enum(['proposed', 'asked', 'set', 'met']);
export type HostTableState = z.infer<typeof hostTableState>;

export const hostTable = z.strictObject({
  tableId: lunchTableId,
  state: hostTableState,
  /** What stands on the table: 1, 2, 3, … of the day. */
  number: z.int().min(1),
  /** All who are proposed or asked; once it is set, those who said yes. */
  people: z.array(personId),
  topic: skillId.optional(),
  pairs: z.array(tablePair),
  beginsAt: instant,
  answersUntil: instant.optional(),
});
export type HostTable = z.infer<typeof hostTable>;

/** Today's tables by id, and who is here, would sit down with others, and has no table. */
export const hostLunch = z.strictObject({
  tables: z.record(z.string(), hostTable),
  leftOver: z.record(personId, z.literal(true)),
});
export type HostLunch = z.infer<typeof hostLunch>;

/** What one of a table sees: asked; said yes and waiting; the table is set; has talked. */
export const ownTableState = z.enum(['asked', 'waiting', 'set', 'met']);
export type OwnTableState = z.infer<typeof ownTableState>;

export const ownTable = z.strictObject({
  tableId: lunchTableId,
  state: ownTableState,
  topic: skillId.optional(),
  /** What the others can do for me, what I could do for them, and what holds for all of us. */
  forYou: z.array(fact),
  forThem: z.array(fact),
  shared: z.array(fact),
  beginsAt: instant,
  answersUntil: instant.optional(),
  /** Only once the table is set: its number, and who else said yes and is still here. */
  number: z.int().min(1).optional(),
  others: z.array(counterpart).optional(),
});
export type OwnTable = z.infer<typeof ownTable>;

export const proposedTables = z.strictObject({ proposed: z.int() });

export const tablesToAsk = z.strictObject({ tableIds: z.array(lunchTableId).min(1).max(40) });
export const tablesAsked = z.strictObject({ asked: z.int() });

export const permissions = ['lunch:manage', 'lunch:own'] as const;

export const errors = ['table_unknown', 'table_over', 'no_tables_possible'] as const;
