import type { Space } from '#contract/spaces';
import type { SignedWords } from '#platform/signed-word';
import { type Clock, later, MINUTE } from '#values/clock';
import type { Language } from '#values/locale';
import type { CompanyService } from '../companies/service.ts';
import type { InvoiceService } from '../invoices/service.ts';
import type { NotificationRequest, NotificationService } from '../notifications/service.ts';
import type { RoomService } from '../rooms/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import { bookerOf } from './billing.ts';
import { awaitedBy, type BookingOf, type Duty, livingOf, type OccurrenceOf } from './booking.ts';
import type { Budgeting } from './budgeting.ts';
import { invitationOf } from './invitation.ts';
import { createInvoicing } from './invoicing.ts';
import type { BookingWrites, Written } from './writes.ts';

interface PerformingNeeds {
  clock: Clock;
  spaces: SpaceService;
  rooms: RoomService;
  companies: CompanyService;
  invoices: InvoiceService;
  notifications: NotificationService;
  words: SignedWords;
  writes: BookingWrites;
  budgeting: Budgeting;
}

type MailDuty = Extract<Duty, { kind: 'mail' }>;

const NOTHING_WRITTEN: Written = { numbers: [], billed: [] };

const INVITES: readonly MailDuty['notice'][] = ['booking-confirmed', 'booking-approved', 'booking-changed'];

/** The occurrences that a mail is about. */
function subjectOf(booking: BookingOf, { notice, occurrenceId }: MailDuty): readonly OccurrenceOf[] {
  const named = booking.occurrences.filter((one) => one.occurrenceId === occurrenceId);
  if (named.length > 0) return named;
  if (notice === 'booking-change-requested' && booking.asked && booking.asked.occurrences.length > 0)
    return booking.asked.occurrences;
  const living = livingOf(booking);
  const gone = booking.occurrences.filter((one) => !living.includes(one));
  const subject = notice === 'booking-cancelled' ? gone : living;
  return subject.length > 0 ? subject : booking.occurrences;
}

/** What a change of a booking brings about elsewhere: its papers and its mails, each once. */
export function createPerforming(needs: PerformingNeeds) {
  const { clock, spaces, rooms, companies, invoices, notifications, words, writes, budgeting } = needs;

  const write = createInvoicing({ rooms, companies, invoices });

  const pathOf = ({ _id }: BookingOf) => `/booking#manage=${words.of(_id)}`;

  async function roomName(booking: BookingOf, roomId: OccurrenceOf['roomId'], language: Language) {
    const { rooms: known } = await rooms.letting(booking.spaceId);
    return known.get(roomId)?.labels[language] ?? roomId;
  }

  async function invitation(booking: BookingOf, space: Space, subject: readonly OccurrenceOf[]) {
    const [{ email: address }, { rooms: known }] = await Promise.all([
      invoices.sellerOf(space),
      rooms.letting(space.id),
    ]);
    const organizer = { name: space.name, address };
    return invitationOf(booking, subject, { space, rooms: known, organizer, now: clock.now() });
  }

  async function letterOf(
    booking: BookingOf,
    duty: MailDuty,
    subject: readonly OccurrenceOf[],
    space: Space,
  ) {
    const { language = 'en', wish, price, until, asked, awaits = [] } = booking;
    const first = subject[0];
    const name = first ? await roomName(booking, first.roomId, language) : space.name;
    const about = {
      room: name,
      times: subject.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
      path: pathOf(booking),
    };
    const priced = { ...about, people: wish.people, total: price.gross, currency: space.currency };
    const release = first?.noShow ? later(first.from, first.noShow.releaseMinutes * MINUTE) : clock.now();
    switch (duty.notice) {
      case 'booking-requested':
        return {
          message: duty.notice,
          values: { ...priced, awaits: [...awaits], until: (until ?? clock.now()).toISOString() },
        };
      case 'booking-confirmed':
      case 'booking-approved':
      case 'booking-changed':
        return { message: duty.notice, values: priced };
      case 'booking-change-requested':
        return {
          message: duty.notice,
          values: {
            ...about,
            people: asked?.wish.people ?? wish.people,
            total: asked?.price.gross ?? price.gross,
            currency: space.currency,
            awaits: asked ? [...awaitedBy(asked)] : [],
            until: (asked?.until ?? clock.now()).toISOString(),
          },
        };
      case 'booking-cancelled':
        return {
          message: duty.notice,
          values: { ...about, refund: duty.refund ?? 0, currency: space.currency },
        };
      case 'booking-no-show':
        return { message: duty.notice, values: { ...about, until: release.toISOString() } };
      case 'waiting-list-free':
        return { message: duty.notice, values: { ...about, until: (until ?? clock.now()).toISOString() } };
      default:
        return { message: duty.notice, values: about };
    }
  }

  async function send(booking: BookingOf, duty: MailDuty): Promise<void> {
    const { billing, spaceId, language = 'en' } = booking;
    if (!billing) return;
    const space = await spaces.space(spaceId);
    const subject = subjectOf(booking, duty);
    const takesOut = duty.notice === 'booking-cancelled';
    const letter = await letterOf(booking, duty, subject, space);
    const request: NotificationRequest = {
      ...letter,
      cause: duty.cause,
      spaceId,
      to: { name: bookerOf(billing), address: billing.email },
      language,
    };
    const isForCalendars = takesOut || INVITES.includes(duty.notice);
    await notifications.send(
      isForCalendars ? { ...request, ...(await invitation(booking, space, subject)) } : request,
    );
  }

  async function done(booking: BookingOf, duty: Duty): Promise<Written> {
    if (duty.kind === 'invoice' || duty.kind === 'credit') return write(booking, duty);
    if (duty.kind === 'mail') await send(booking, duty);
    else await (duty.kind === 'approval' ? budgeting.ask(booking, roomName) : budgeting.settle(booking));
    return NOTHING_WRITTEN;
  }

  /** Does what a booking still has to be done for, one after another, and strikes out each. */
  return async function perform(booking: BookingOf): Promise<void> {
    const [duty] = booking.duties;
    if (!duty) return writes.schedule(booking);
    await writes.strike(booking._id, duty.cause, await done(booking, duty));
    // Read anew: which invoice an occurrence stands on has just been written.
    const left = await writes.byId(booking._id);
    if (left) await perform(left);
  };
}
