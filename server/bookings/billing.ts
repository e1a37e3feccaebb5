import type { Billing } from '#contract/companies';
import type { Customer, InvoiceLine } from '#contract/invoices';
import type { PriceLine } from '#contract/quotes';
import type { Room, RoomId } from '#contract/rooms';
import { clockFace } from '#values/local-time';
import type { Language } from '#values/locale';
import type { BookingOf } from './booking.ts';

/** Who books, as a mail greets them: of a company the person, not the firm. */
export function bookerOf(billing: Billing): string {
  return billing.kind === 'company' ? billing.attention : billing.name;
}

/** Who is sent the invoice, as it addresses them. */
export function customerOf(billing: Billing): Customer {
  const { kind, name, email, address } = billing;
  const place = address ? { address } : {};
  if (billing.kind === 'consumer') return { kind, name, email, ...place };
  const { attention, vatNumber } = billing;
  return { kind, name, email, attention, ...place, ...(vatNumber ? { vatNumber } : {}) };
}

/** Lines of a price as an invoice writes them, each with the words that its sentence needs. */
export function invoiceLinesOf(
  { occurrences }: BookingOf,
  lines: readonly PriceLine[],
  { rooms, language }: { rooms: ReadonlyMap<RoomId, Room>; language: Language },
): InvoiceLine[] {
  return lines.map((line) => {
    const { occurrenceId, roomId, quantity, net, vatRate, income, reason } = line;
    const at = occurrences.find((one) => one.occurrenceId === occurrenceId);
    const isRoom = line.code === 'room';
    return {
      code: line.code,
      values: {
        room: rooms.get(roomId)?.labels[language] ?? roomId,
        ...(at ? { date: at.date, from: clockFace(at.wall[0]), to: clockFace(at.wall[1]) } : {}),
        ...(reason ? { reason: reason[language] } : {}),
      },
      // A room is told by the hour, so that a quarter of one is 0.25.
      quantity: isRoom ? quantity / 4 : quantity,
      unitNet: isRoom ? Math.round((net * 4) / quantity) : Math.round(net / quantity),
      net,
      vatRate,
      income,
    };
  });
}
