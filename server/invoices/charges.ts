import type { SpaceId } from '#contract/spaces';
import { isDuplicate } from '#platform/duplicate-key';
import type { Clock } from '#values/clock';
import { wallTime } from '#values/local-time';
import type { InvoiceLine } from './contract.ts';
import { type IssueRequest, turned } from './document.ts';
import type { Charge, ChargesDocument, InvoiceModels } from './model.ts';

/** What a company with a collective invoice owes for one booking, until its month is over. */
export type ChargeRequest = IssueRequest & { companyId: string };

/** What is kept of a request; what it leaves open is left out, because a store would keep it as nothing. */
function chargeOf(request: IssueRequest): Charge {
  const { cause, customer, language, serviceFrom, serviceTo, lines } = request;
  return { cause, customer, language, serviceFrom, serviceTo, lines: [...lines], ...subjectOf(request) };
}

/** What lines belong to. */
type Subject = Pick<Charge, 'bookingId' | 'roomId' | 'purchaseOrder' | 'costCentre'>;

function subjectOf({ bookingId, roomId, purchaseOrder, costCentre }: IssueRequest | Charge): Subject {
  return {
    ...(bookingId === undefined ? {} : { bookingId }),
    ...(roomId === undefined ? {} : { roomId }),
    ...(purchaseOrder === undefined ? {} : { purchaseOrder }),
    ...(costCentre === undefined ? {} : { costCentre }),
  };
}

/** Every line says what it belongs to. */
function linesOf(charge: Charge, lines: readonly InvoiceLine[] = charge.lines): InvoiceLine[] {
  return lines.map((line) => ({ ...line, ...subjectOf(charge) }));
}

const CAUSE = 'collective:';

/** The month whose invoice was brought about by a cause; `undefined` for every other paper. */
export function monthOf({ _id: cause }: { _id: string }): string | undefined {
  return cause.startsWith(CAUSE) ? cause.slice(-'2026-11'.length) : undefined;
}

const sumOf = (lines: readonly { net: number }[]) => lines.reduce((sum, { net }) => sum + net, 0);

/** One invoice of a month's charges, with order and cost centre on every line. */
function collected({ _id, companyId, charges }: ChargesDocument): IssueRequest | undefined {
  const [first] = charges;
  const lines = charges.flatMap((charge) => linesOf(charge));
  // Of a month in which all was taken off again there is nothing to say.
  if (!first || sumOf(lines) === 0) return undefined;
  const dates = charges.flatMap((charge) => [charge.serviceFrom, charge.serviceTo]).sort();
  return {
    cause: CAUSE + _id,
    customer: first.customer,
    language: first.language,
    companyId,
    lines,
    serviceFrom: dates[0] ?? '',
    serviceTo: dates.at(-1) ?? '',
  };
}

/**
 * Charges wait for the end of their month. A company's month is one document: what is added to it and its closing are
 * each one write on it, so that nothing is added to what has been collected.
 */
export function createCharges({ Charges, clock }: { Charges: InvoiceModels['Charges']; clock: Clock }) {
  const thisMonth = (timeZone: string) => wallTime(clock.now(), timeZone).date.slice(0, 7);
  const keyOf = (spaceId: SpaceId, companyId: string, month: string) => `${spaceId}:${companyId}:${month}`;

  /** Adds to a month that is open, once for each cause; `false` where it is closed. */
  async function add(month: Omit<ChargesDocument, 'charges'>, charge: Charge): Promise<boolean> {
    const { _id, ...rest } = month;
    try {
      await Charges.updateOne(
        { _id, closed: { $exists: false }, 'charges.cause': { $ne: charge.cause } },
        { $push: { charges: charge }, $setOnInsert: rest },
        { upsert: true },
      );
      return true;
    } catch (fault) {
      // The month stands and the filter did not find it: it is closed, or this charge is in it.
      if (!isDuplicate(fault)) throw fault;
    }
    return (await Charges.exists({ _id, 'charges.cause': charge.cause })) !== null;
  }

  const holding = (cause: string) => Charges.findOne({ 'charges.cause': cause }).lean<ChargesDocument>();

  return {
    isKnown: async (cause: string): Promise<boolean> => (await holding(cause)) !== null,

    /** Notes a charge in the month that it is made in; asked again with the same cause, it does nothing. */
    async add(
      space: { id: SpaceId; timeZone: string },
      { companyId, ...request }: ChargeRequest,
    ): Promise<void> {
      if (await holding(request.cause)) return;
      const month = thisMonth(space.timeZone);
      const key = keyOf(space.id, companyId, month);
      const charge = chargeOf(request);
      // Only a clock that was set back finds the month closed that it is.
      if (!(await add({ _id: key, spaceId: space.id, companyId, month }, charge)))
        throw new RangeError(`${key} is closed`);
    },

    /**
     * Takes lines off a charge while its month is open; where it is over, the cause of the invoice that they stand on,
     * and the lines as they stand there.
     */
    async takeOff(
      chargeCause: string,
      { cause, lines }: Pick<Charge, 'cause' | 'lines'>,
      timeZone: string,
    ): Promise<{ cause: string; lines: InvoiceLine[] } | undefined> {
      const month = await holding(chargeCause);
      const charge = month?.charges.find((one) => one.cause === chargeCause);
      if (!month || !charge) throw new RangeError(`${chargeCause} was never charged`);
      const { charges: _charges, closed: _closed, ...rest } = month;
      if (month.charges.some((one) => one.cause === cause)) return undefined;
      const isTaken =
        month.month >= thisMonth(timeZone) && (await add(rest, { ...charge, cause, lines: turned(lines) }));
      return isTaken ? undefined : { cause: CAUSE + month._id, lines: linesOf(charge, lines) };
    },

    /** Closes the months that are over, and gives those of which no invoice is known to be issued. */
    async due({ id: spaceId, timeZone }: { id: SpaceId; timeZone: string }) {
      const open = { spaceId, month: { $lt: thisMonth(timeZone) }, issued: { $exists: false } };
      await Charges.updateMany(open, { $set: { closed: true } });
      const found = await Charges.find(open).sort({ month: 1, companyId: 1 }).lean<ChargesDocument[]>();
      return found.map((month) => ({ month: month._id, request: collected(month) }));
    },

    /** The months on whose invoices a booking is still to come. */
    async monthsOf(bookingId: string): Promise<string[]> {
      const found = await Charges.find({ 'charges.bookingId': bookingId, issued: { $exists: false } })
        .sort({ month: 1 })
        .lean<ChargesDocument[]>();
      const isOwed = ({ charges }: ChargesDocument) =>
        sumOf(charges.filter((charge) => charge.bookingId === bookingId).flatMap(({ lines }) => lines)) !== 0;
      return found.filter(isOwed).map(({ month }) => month);
    },

    /** The invoice of a month is issued: it is not looked at again. */
    async issued(month: string): Promise<void> {
      await Charges.updateOne({ _id: month }, { $set: { issued: true } });
    },
  };
}
