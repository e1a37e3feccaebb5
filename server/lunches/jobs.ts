import type { Job } from '#platform/scheduler';
import type { LunchService } from './service.ts';

export const lunchJobs = (lunches: LunchService): Job[] => [
  { name: 'settle lunch tables', schedule: '*/10 * * * * *', run: () => lunches.settleDue() },
  { name: 'propose lunch tables', schedule: '15 * * * * *', run: () => lunches.proposeDue() },
];
