import type { InvoiceNumber } from '#contract/invoices';
import type { PriceLine } from '#contract/quotes';
import type { Space } from '#contract/spaces';
import { type CalendarEntry, calendarText } from '#platform/ical';
import type { SignedWords } from '#platform/signed-word';
import { type Clock, later, MINUTE } from '#values/clock';
import type { Language } from '#values/locale';
import type { CompanyService } from '../companies/service.ts';
import type { InvoiceService } from '../invoices/service.ts';
import type { NotificationRequest, NotificationService } from '../notifications/service.ts';
import type { RoomService } from '../rooms/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import { bookerOf, customerOf, invoiceLinesOf } from './billing.ts';
import { type BookingOf, type Duty, livingOf, type OccurrenceOf } from './booking.ts';
import { createBudgeting } from './budgeting.ts';
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
}

type MailDuty = Extract<Duty, { kind: 'mail' }>;
type PaperDuty = Extract<Duty, { kind: 'invoice' | 'credit' }>;

const NOTHING_WRITTEN: Written = { numbers: [], billed: [] };

const INVITES: readonly MailDuty['notice'][] = ['booking-confirmed', 'booking-approved', 'booking-changed'];

/** What a change of a booking brings about elsewhere: its papers and its mails, each once. */
export function createPerforming(needs: PerformingNeeds) {
  const { clock, spaces, rooms, companies, invoices, notifications, words, writes } = needs;

  const budgeting = createBudgeting(companies);

  const pathOf = ({ _id }: BookingOf) => `/booking#manage=${words.of(_id)}`;

  async function roomName(booking: BookingOf, roomId: OccurrenceOf['roomId'], language: Language) {
    const { rooms: known } = await rooms.letting(booking.spaceId);
    return known.get(roomId)?.labels[language] ?? roomId;
  }

  async function invoiceFor(booking: BookingOf, cause: string, lines: readonly PriceLine[]) {
    const { _id: bookingId, spaceId, billing, language = 'en', companyId, occurrences } = booking;
    if (!billing) throw new RangeError(`${bookingId} has nobody to bill`);
    const letting = await rooms.letting(spaceId);
    const dates = occurrences.map(({ date }) => date).sort();
    return invoices.issue({
      cause,
      spaceId,
      customer: customerOf(billing),
      language,
      lines: invoiceLinesOf(booking, lines, { rooms: letting.rooms, language }),
      companyId,
      bookingId,
      roomId: occurrences[0]?.roomId,
      serviceFrom: dates[0] ?? '',
      serviceTo: dates.at(-1) ?? '',
      ...(billing.kind === 'company'
        ? { purchaseOrder: billing.purchaseOrder, costCentre: billing.costCentre }
        : {}),
    });
  }

  /** Takes lines off the invoices on which their occurrences stand: one credit note for each. */
  async function creditNotes(booking: BookingOf, cause: string, lines: readonly PriceLine[]) {
    const { billedOn, language = 'en' } = booking;
    const letting = await rooms.letting(booking.spaceId);
    const numbers: InvoiceNumber[] = [];
    for (const invoiceId of new Set(Object.values(billedOn))) {
      const own = lines.filter(({ occurrenceId }) => billedOn[occurrenceId] === invoiceId);
      if (own.length === 0) continue;
      // An invoice is credited by its lines as it would write them.
      const given = own.map((line) => ({ ...line, net: 0 - line.net, vat: 0 - line.vat }));
      const written = await invoices.credit({
        cause: `${cause}:${invoiceId}`,
        invoiceId,
        lines: invoiceLinesOf(booking, given, { rooms: letting.rooms, language }),
      });
      numbers.push(written.number);
    }
    return numbers;
  }

  async function write(booking: BookingOf, { kind, cause, lines }: PaperDuty): Promise<Written> {
    if (kind === 'credit') return { numbers: await creditNotes(booking, cause, lines), billed: [] };
    const { number } = await invoiceFor(booking, cause, lines);
    return { numbers: [number], billed: [...new Set(lines.map(({ occurrenceId }) => occurrenceId))] };
  }

  /** The occurrences that a mail is about. */
  function subjectOf(booking: BookingOf, { notice, occurrenceId }: MailDuty): readonly OccurrenceOf[] {
    const named = booking.occurrences.filter((one) => one.occurrenceId === occurrenceId);
    if (named.length > 0) return named;
    const living = livingOf(booking);
    const gone = booking.occurrences.filter((one) => !living.includes(one));
    const subject = notice === 'booking-cancelled' ? gone : living;
    return subject.length > 0 ? subject : booking.occurrences;
  }

  async function invitation(booking: BookingOf, space: Space, subject: readonly OccurrenceOf[]) {
    const { billing, language = 'en', revision: sequence, state } = booking;
    const { email: address } = await invoices.sellerOf(space);
    const entries = await Promise.all(
      subject.map(async ({ occurrenceId, roomId, from, to, state: own }): Promise<CalendarEntry> => {
        const room = await roomName(booking, roomId, language);
        return {
          uid: `${occurrenceId}@common-table`,
          sequence,
          stamp: clock.now(),
          span: { from, to },
          title: booking.title ?? room,
          place: `${room}, ${space.name}`,
          state: state === 'confirmed' && own !== 'cancelled' ? 'confirmed' : 'cancelled',
          organizer: { name: space.name, address },
          ...(billing ? { attendee: { name: bookerOf(billing), address: billing.email } } : {}),
        };
      }),
    );
    const method = entries.every((entry) => entry.state === 'cancelled') ? 'CANCEL' : 'REQUEST';
    const { name, timeZone } = space;
    return { method, text: calendarText({ name, timeZone, method, entries }) } as const;
  }

  async function letterOf(
    booking: BookingOf,
    duty: MailDuty,
    subject: readonly OccurrenceOf[],
    space: Space,
  ) {
    const { language = 'en', wish, price, until } = booking;
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
        return { message: duty.notice, values: { ...priced, until: (until ?? clock.now()).toISOString() } };
      case 'booking-confirmed':
      case 'booking-approved':
      case 'booking-changed':
        return { message: duty.notice, values: priced };
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
    const calendar =
      takesOut || INVITES.includes(duty.notice) ? await invitation(booking, space, subject) : undefined;
    await notifications.send(calendar ? { ...request, calendar } : request);
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
