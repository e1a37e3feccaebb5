import { z } from 'zod';
import { done } from '#contract/platform';
import { endpoint, file } from '#platform/endpoint';
import { feed, feedId, feedList, newFeed } from './contract.ts';
import type { FeedService } from './service.ts';

export const feedRoutes = (feeds: FeedService) => [
  endpoint({
    method: 'get',
    path: '/feeds',
    allow: 'feed:own',
    summary: 'The addresses at which calendars follow my space, or my company',
    reply: feedList,
    handle: async ({ actor }) => ({ feeds: await feeds.list(actor) }),
  }),
  endpoint({
    method: 'post',
    path: '/feeds',
    allow: 'feed:own',
    summary: 'An address at which a calendar follows a space, a room, or my company',
    status: 201,
    // The reply holds an address that is as good as a key.
    retrySafe: false,
    body: newFeed,
    reply: feed,
    handle: ({ actor, body }) => feeds.open(actor, body),
  }),
  endpoint({
    method: 'delete',
    path: '/feeds/{feedId}',
    allow: 'feed:own',
    summary: 'End an address',
    params: z.strictObject({ feedId }),
    reply: done,
    handle: async ({ actor, params }) => {
      await feeds.end(actor, params.feedId);
      return { done: true } as const;
    },
  }),
  endpoint({
    method: 'get',
    path: '/feeds/{word}.ics',
    allow: 'feed:read',
    ignoresCredential: true,
    summary: 'What a calendar is told',
    perMinute: 60,
    params: z.strictObject({ word: z.string().max(120) }),
    mediaType: 'text/calendar; charset=utf-8',
    reply: file,
    handle: ({ params }) => feeds.read(params.word),
  }),
];
