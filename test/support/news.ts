import type { DomainEvent, DomainEvents } from '#events';
import type { TestHouse } from './test-house.ts';

const NAMES = [
  'person.changed',
  'checkin.started',
  'checkin.changed',
  'checkin.ended',
  'introduction.offered',
  'introduction.answered',
  'introduction.accepted',
  'introduction.met',
  'introduction.valued',
  'introduction.refused',
  'introduction.listed',
  'lunch.asked',
  'lunch.answered',
  'lunch.talked',
  'lunch.listed',
  'invoice.issued',
  'invoice.paid',
  'fund.changed',
  'device.paired',
  'device.revoked',
] as const satisfies readonly (keyof DomainEvents)[];

/** All news of a house from now on, in its order. */
export function followNews({ house }: TestHouse): DomainEvent[] {
  const heard: DomainEvent[] = [];
  for (const name of NAMES) house.app.services.events.on(name, (event) => void heard.push(event));
  return heard;
}

/** The names of what was heard, in its order. */
export const namesOf = (news: readonly DomainEvent[]): string[] => news.map(({ name }) => name);
