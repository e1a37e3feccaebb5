import type { Job } from '#platform/scheduler';
import type { QuoteService } from './service.ts';

export const quoteJobs = (quotes: QuoteService): Job[] => [
  { name: 'forget old quotes', schedule: '41 * * * *', run: () => quotes.forget() },
];
