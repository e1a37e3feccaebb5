import type { DomainEvent, IntroductionEvent } from '#events';
import type { IntroductionDocument, Refusal } from './model.ts';

/** Any event of an introduction. */
export type IntroductionNews = Extract<DomainEvent, { name: `introduction.${string}` }>;

/** What every piece of news of an introduction says. */
export function newsOf({ _id, spaceId, pair }: IntroductionDocument, at: Date): IntroductionEvent {
  return { at, introductionId: _id, spaceId, pair };
}

/** What an introduction was made on, and what each side is told of it. */
function shownOf({ relevance, surprise, reasons }: IntroductionDocument) {
  const told = [reasons[0].map(({ code }) => code), reasons[1].map(({ code }) => code)] as const;
  return { relevance, surprise, told };
}

/** The news of an offer, with what it was made on. */
export function offeredOf(introduction: IntroductionDocument, at: Date): IntroductionNews {
  return { name: 'introduction.offered', ...newsOf(introduction, at), shown: shownOf(introduction) };
}

/** The news of a host's "not these two". */
export function refusedOf(introduction: IntroductionDocument, { at, ...why }: Refusal): IntroductionNews {
  return { name: 'introduction.refused', ...newsOf(introduction, at), ...why, shown: shownOf(introduction) };
}

/** The events that one introduction has caused and that leave evidence, in their order. */
export function historyOf(introduction: IntroductionDocument): DomainEvent[] {
  const { offeredAt, answers, acceptedAt, metAt, focuses, valued = [], refused } = introduction;
  const events: DomainEvent[] = [];
  if (offeredAt) events.push(offeredOf(introduction, offeredAt));
  for (const { by, yes, at } of answers)
    events.push({ name: 'introduction.answered', ...newsOf(introduction, at), by, yes });
  if (acceptedAt) events.push({ name: 'introduction.accepted', ...newsOf(introduction, acceptedAt) });
  if (metAt) events.push({ name: 'introduction.met', ...newsOf(introduction, metAt), focuses });
  for (const { by, useful, at } of valued)
    events.push({ name: 'introduction.valued', ...newsOf(introduction, at), by, useful });
  if (refused) events.push(refusedOf(introduction, refused));
  return events;
}
