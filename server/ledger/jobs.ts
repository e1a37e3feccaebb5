import type { Job } from '#platform/scheduler';
import type { LedgerService } from './service.ts';

export const ledgerJobs = (ledger: LedgerService): Job[] => [
  { name: 'prove the books', schedule: '0 30 3 * * *', run: () => ledger.proveAll() },
];
