import type { Job } from '#platform/scheduler';
import type { InvoiceService } from './service.ts';

export const invoiceJobs = (invoices: InvoiceService): Job[] => [
  { name: 'remind of invoices', schedule: '0 15 8 * * *', run: () => invoices.remind() },
  { name: 'collect the month', schedule: '0 45 4 * * *', run: () => invoices.collect() },
];
