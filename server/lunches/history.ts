import type { DomainEvent } from '#events';
import type { LunchTableDocument } from './model.ts';

/** Any event of a table. */
export type LunchNews = Extract<DomainEvent, { name: `lunch.${string}` }>;

/** What every piece of news of a table says. */
export function newsOf({ _id: tableId, spaceId, people }: LunchTableDocument, at: Date) {
  return { at, tableId, spaceId, people };
}

/** That somebody has talked with those who said so before. */
export function talkedOf(table: LunchTableDocument, turn: number): LunchNews[] {
  const one = table.talked[turn];
  if (!one) return [];
  const others = table.talked.slice(0, turn).map(({ by }) => by);
  return [{ name: 'lunch.talked', ...newsOf(table, one.at), by: one.by, others }];
}

/** The events that one table has caused and that leave evidence, in their order. */
export function historyOf(table: LunchTableDocument): DomainEvent[] {
  const { askedAt, answers, talked } = table;
  return [
    ...(askedAt ? [{ name: 'lunch.asked', ...newsOf(table, askedAt) } as const] : []),
    ...answers.map(({ by, yes, at }) => ({ name: 'lunch.answered', ...newsOf(table, at), by, yes }) as const),
    ...talked.flatMap((_, turn) => talkedOf(table, turn)),
  ];
}
