import type { Job } from '#platform/scheduler';
import type { InvoiceService } from './service.ts';

export const invoiceJobs = (invoices: InvoiceService): Job[] => [
  // So that a start after a long run has little to look at.
  { name: 'take up papers', schedule: '0 40 4 * * *', run: () => invoices.takeUp() },
  { name: 'collect the month', schedule: '0 45 4 * * *', run: () => invoices.collect() },
];
