import type { Job } from '#platform/scheduler';
import type { CheckInService } from './service.ts';

export const checkInJobs = (checkIns: CheckInService): Job[] => [
  { name: 'close spaces', schedule: '*/20 * * * * *', run: () => checkIns.closeSpaces() },
];
