import type { Job } from '#platform/scheduler';
import type { IntroductionService } from './service.ts';

export const introductionJobs = (introductions: IntroductionService): Job[] => [
  { name: 'lapse offers', schedule: '*/10 * * * * *', run: () => introductions.lapseDue() },
  { name: 'welcome newcomers', schedule: '30 * * * * *', run: () => introductions.welcome() },
];
