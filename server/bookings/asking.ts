import type { Language } from '#values/locale';
import type { CompanyService } from '../companies/service.ts';
import { type BookingOf, type OccurrenceOf, startOf } from './booking.ts';

type RoomName = (booking: BookingOf, roomId: OccurrenceOf['roomId'], language: Language) => Promise<string>;

/** Asks the approver of a booking's company by mail, because its budget does not cover this. */
export function createAsking(companies: CompanyService) {
  return async function ask(booking: BookingOf, roomName: RoomName): Promise<void> {
    const { _id: bookingId, companyId, billing, occurrences, wish, price, until, language } = booking;
    const [first] = occurrences;
    if (!companyId || billing?.kind !== 'company' || !first || !until) return;
    await companies.askApproval({
      companyId,
      bookingId,
      booker: billing.attention,
      room: await roomName(booking, first.roomId, language ?? 'en'),
      people: wish.people,
      times: occurrences,
      total: price.gross,
      at: startOf(booking),
      until,
    });
  };
}
