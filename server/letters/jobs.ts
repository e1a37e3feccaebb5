import type { Job } from '#platform/scheduler';
import type { LetterService } from './service.ts';

export const letterJobs = (letters: LetterService): Job[] => [
  { name: 'write what is due', schedule: '0 */10 * * * *', run: () => letters.writeDue() },
];
