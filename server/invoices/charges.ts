import type { Space } from '#contract/spaces';
import { isDuplicate } from '#platform/duplicate-key';
import type { Clock } from '#values/clock';
import { wallTime } from '#values/local-time';
import type { IssueRequest } from './document.ts';
import type { ChargeDocument, InvoiceModels } from './model.ts';

/** What a company with a collective invoice owes for one booking, until its month is over. */
export type ChargeRequest = IssueRequest & { companyId: string };

/** The first of the lines names what they belong to; all of them may be told apart by it. */
function linesOf({ request }: ChargeDocument) {
  const { lines, bookingId, purchaseOrder, costCentre } = request;
  return lines.map((line) => ({
    ...line,
    ...(bookingId === undefined ? {} : { bookingId }),
    ...(purchaseOrder === undefined ? {} : { purchaseOrder }),
    ...(costCentre === undefined ? {} : { costCentre }),
  }));
}

/** One invoice of a month's charges, with order and cost centre on every line. */
function collected(charges: readonly [ChargeDocument, ...ChargeDocument[]]): IssueRequest {
  const [{ companyId, month, spaceId, request }] = charges;
  const { customer, language } = request;
  const dates = charges.flatMap((charge) => [charge.request.serviceFrom, charge.request.serviceTo]).sort();
  return {
    cause: `collective:${spaceId}:${companyId}:${month}`,
    customer,
    language,
    companyId,
    lines: charges.flatMap(linesOf),
    serviceFrom: dates[0] ?? '',
    serviceTo: dates.at(-1) ?? '',
  };
}

/** Charges wait for the end of their month. A charge belongs to the month in which it was made, so none is missed. */
export function createCharges({ Charges, clock }: { Charges: InvoiceModels['Charges']; clock: Clock }) {
  const monthOf = ({ timeZone }: Space) => wallTime(clock.now(), timeZone).date.slice(0, 7);

  return {
    /** Notes a charge; asked again with the same cause, it does nothing. */
    async add(space: Space, request: ChargeRequest): Promise<void> {
      const { cause: _id, companyId } = request;
      try {
        await Charges.insertOne({ _id, spaceId: space.id, companyId, month: monthOf(space), request });
      } catch (fault) {
        if (!isDuplicate(fault)) throw fault;
      }
    },

    /** The invoices of all months that are over, whether they have been issued or not: their causes tell. */
    async due(space: Space): Promise<IssueRequest[]> {
      const found = await Charges.find({ spaceId: space.id, month: { $lt: monthOf(space) } })
        .sort({ month: 1, companyId: 1, _id: 1 })
        .lean<ChargeDocument[]>();
      const groups = new Map<string, [ChargeDocument, ...ChargeDocument[]]>();
      for (const charge of found) {
        const key = `${charge.month} ${charge.companyId}`;
        const group = groups.get(key);
        if (group) group.push(charge);
        else groups.set(key, [charge]);
      }
      return [...groups.values()].map(collected);
    },
  };
}
