import { z } from 'zod';
import { idText } from '#contract/platform';
import { roomId } from '#contract/rooms';

export const feedId = idText.brand<'feed'>();
export type FeedId = z.infer<typeof feedId>;

/** What a calendar follows: a whole space or one room, for hosts; the bookings of one's company, for bookers. */
export const feedSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('space') }),
  z.strictObject({ kind: z.literal('room'), roomId }),
  z.strictObject({ kind: z.literal('company') }),
]);
export type FeedSubject = z.infer<typeof feedSubject>;

export const newFeed = z.strictObject({ feedId, subject: feedSubject });
export type NewFeed = z.infer<typeof newFeed>;

/** Whoever knows the path reads the feed: it is for a calendar, which cannot sign in. */
export const feed = z.strictObject({ feedId, subject: feedSubject, path: z.string() });
export type Feed = z.infer<typeof feed>;

export const feedList = z.strictObject({ feeds: z.array(feed) });

export const permissions = ['feed:own', 'feed:read'] as const;

export const errors = ['feed_unknown', 'feed_exists', 'feed_not_yours'] as const;
