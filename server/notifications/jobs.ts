import type { Job } from '#platform/scheduler';
import type { NotificationService } from './service.ts';

export const notificationJobs = (notifications: NotificationService): Job[] => [
  { name: 'deliver mail', schedule: '*/5 * * * * *', run: () => notifications.deliverDue() },
];
