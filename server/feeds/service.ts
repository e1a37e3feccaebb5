import type { Connection } from 'mongoose';
import type { Booking } from '#contract/bookings';
import { spaceId as spaceIdOf } from '#contract/spaces';
import { isDuplicate } from '#platform/duplicate-key';
import { calendarText } from '#platform/ical';
import { signedWords } from '#platform/signed-word';
import type { Actor } from '#values/actor';
import { type Clock, DAY, later } from '#values/clock';
import { conflict, forbidden, missing } from '#values/errors';
import { wallTime } from '#values/local-time';
import type { BookingService } from '../bookings/service.ts';
import type { CompanyService } from '../companies/service.ts';
import type { RoomService } from '../rooms/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import { type Feed, type FeedId, feedId, type NewFeed } from './contract.ts';
import { entriesOf } from './entries.ts';
import { createFeedModel, type FeedDocument } from './model.ts';

interface FeedNeeds {
  connection: Connection;
  clock: Clock;
  secret: string;
  spaces: SpaceService;
  rooms: RoomService;
  companies: CompanyService;
  bookings: BookingService;
}

export type FeedService = ReturnType<typeof createFeedService>;

/** How far a feed looks back; forward it has no end. */
const DAYS_BACK = 60;

/** Calendars that follow rooms, companies and spaces, each at an address that nobody can guess. */
export function createFeedService(needs: FeedNeeds) {
  const { connection, clock, secret, spaces, rooms, companies, bookings } = needs;
  const Feeds = createFeedModel(connection);
  const words = signedWords(secret, 'feed');

  const feedOf = ({ _id, subject }: FeedDocument): Feed => ({
    feedId: _id,
    subject,
    path: `/api/feeds/${words.of(_id)}.ics`,
  });

  /** Hosts share the feeds of their space; a booker has their own. */
  const reachOf = (actor: Actor) =>
    actor.role === 'booker'
      ? { owner: actor.id }
      : { spaceId: spaceIdOf.parse(actor.spaceId), companyId: { $exists: false } };

  /** @throws DomainError forbidden `feed_not_yours`; missing `room_unknown`. */
  async function documentOf(actor: Actor, { feedId: _id, subject }: NewFeed): Promise<FeedDocument> {
    const { id: spaceId } = await spaces.spaceFor(actor);
    const isBooker = actor.role === 'booker';
    if (isBooker !== (subject.kind === 'company')) throw forbidden('feed_not_yours');
    if (subject.kind === 'room') {
      const room = await rooms.room(subject.roomId);
      if (room.spaceId !== spaceId) throw missing('room_unknown', { roomId: subject.roomId });
    }
    const companyId = isBooker ? (await companies.own(actor)).companyId : undefined;
    return { _id, spaceId, subject, owner: actor.id, ...(companyId ? { companyId } : {}) };
  }

  /** The feed at an address. @throws DomainError missing `feed_unknown`, also when it was ended or its owner left. */
  async function byWord(word: string): Promise<FeedDocument> {
    const id = words.idIn(word);
    const found = id === undefined ? null : await Feeds.findById(id).lean<FeedDocument>();
    if (!found) throw missing('feed_unknown');
    const { owner, companyId } = found;
    if (companyId !== undefined && !(await companies.isBooker(owner, companyId)))
      throw missing('feed_unknown');
    return found;
  }

  async function bookingsOf(
    { spaceId, subject, companyId }: FeedDocument,
    since: string,
  ): Promise<Booking[]> {
    const found = await bookings.since(spaceId, since, companyId);
    if (subject.kind !== 'room') return found;
    return found.map((booking) => ({
      ...booking,
      occurrences: booking.occurrences.filter((one) => one.roomId === subject.roomId),
    }));
  }

  return {
    /** Gives an actor a feed. @throws DomainError conflict `feed_exists`, forbidden `feed_not_yours`. */
    async open(actor: Actor, wanted: NewFeed): Promise<Feed> {
      const document = await documentOf(actor, wanted);
      try {
        await Feeds.insertOne(document);
      } catch (fault) {
        if (!isDuplicate(fault)) throw fault;
        const known = await Feeds.findOne({ _id: document._id, ...reachOf(actor) }).lean<FeedDocument>();
        if (known?.subject.kind !== wanted.subject.kind) throw conflict('feed_exists');
        return feedOf(known);
      }
      return feedOf(document);
    },

    async list(actor: Actor): Promise<Feed[]> {
      const found = await Feeds.find(reachOf(actor)).sort({ _id: 1 }).lean<FeedDocument[]>();
      return found.map(feedOf);
    },

    /** Ends a feed: its address leads nowhere from then on. @throws DomainError missing `feed_unknown`. */
    async end(actor: Actor, id: FeedId): Promise<void> {
      const ended = await Feeds.findOneAndDelete({ _id: id, ...reachOf(actor) });
      if (!ended) throw missing('feed_unknown');
    },

    /** What a calendar is told. @throws DomainError missing `feed_unknown`. */
    async read(word: string) {
      const document = await byWord(word);
      const [space, letting] = await Promise.all([
        spaces.space(document.spaceId),
        rooms.letting(document.spaceId),
      ]);
      const now = clock.now();
      const since = wallTime(later(now, -DAYS_BACK * DAY), space.timeZone).date;
      const shown = { space, rooms: letting.rooms, now };
      const entries = (await bookingsOf(document, since)).flatMap((booking) => entriesOf(booking, shown));
      const { timeZone } = space;
      const text = calendarText({ name: space.name, timeZone, method: 'PUBLISH', entries });
      return { name: `${feedId.parse(document._id)}.ics`, bytes: Buffer.from(text) };
    },
  };
}
