import type { Job } from '#platform/scheduler';
import type { InvoiceService } from './service.ts';

export const invoiceJobs = (invoices: InvoiceService): Job[] => [
  { name: 'collect the month', schedule: '0 45 4 * * *', run: () => invoices.collect() },
];
