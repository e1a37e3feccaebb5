import type { DomainEvents } from '#events';
import type { EventBus } from '#platform/event-bus';
import type { InvoiceService } from './service.ts';

/** The customer hears of each paper and each payment. */
export function followNews(events: EventBus<DomainEvents>, invoices: InvoiceService): void {
  events.on('invoice.issued', ({ invoice }) => invoices.mail(invoice));
  events.on('invoice.paid', ({ invoice }) => invoices.mailReceipts(invoice));
}
