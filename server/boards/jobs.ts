import type { Job } from '#platform/scheduler';
import type { LiveViews } from './views.ts';

/** Opening and closing time are nobody's event, so the screens look at the clock themselves. */
export const boardJobs = ({ kiosk, board }: LiveViews): Job[] => [
  {
    name: 'look at the clock',
    schedule: '*/20 * * * * *',
    run: async () => {
      kiosk.touchAll();
      board.touchAll();
    },
  },
];
