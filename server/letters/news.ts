import type { DomainEvents } from '#events';
import type { EventBus } from '#platform/event-bus';
import type { LetterService } from './service.ts';

/** What is written because of news; what a crash cuts off is written by the job. */
export function followNews(events: EventBus<DomainEvents>, letters: LetterService): void {
  events.on('invoice.issued', letters.issued);
  events.on('invoice.paid', letters.paid);
}
