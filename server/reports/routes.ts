import { z } from 'zod';
import { linkWord } from '#contract/invoices';
import { idText } from '#contract/platform';
import { endpoint, file } from '#platform/endpoint';
import { bookingImpact } from './contract.ts';
import type { ReportService } from './service.ts';

export const reportRoutes = (reports: ReportService) => [
  endpoint({
    method: 'get',
    path: '/impacts/{subject}/{word}',
    allow: 'impact:view',
    summary: 'What a booking made possible, or all the bookings on a collective invoice',
    params: z.strictObject({ subject: idText, word: linkWord }),
    reply: bookingImpact,
    handle: ({ params: { subject, word } }) => reports.impact(subject, word),
  }),
  endpoint({
    method: 'get',
    path: '/books/export',
    allow: 'books:view',
    summary: 'The books as a file that anybody can reckon again',
    mediaType: 'application/x-ndjson',
    reply: file,
    handle: async ({ actor }) => ({
      name: 'books.jsonl',
      bytes: new TextEncoder().encode(await reports.books(actor)),
    }),
  }),
];
