import type { Job } from '#platform/scheduler';
import { HOUR } from '#values/clock';
import type { BookingService } from './service.ts';

export const bookingJobs = (bookings: BookingService): Job[] => [
  { name: 'let bookings age', schedule: '*/10 * * * * *', run: () => bookings.age() },
  { name: 'serve the waiting list', schedule: '5,25,45 * * * * *', run: () => bookings.waiting.serve() },
  { name: 'drop claims of nobody', schedule: '17 3 * * *', run: () => bookings.repair(HOUR) },
];
