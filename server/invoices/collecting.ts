import type { SpaceId } from '#contract/spaces';
import type { Clock } from '#values/clock';
import { missing } from '#values/errors';
import type { SpaceService } from '../spaces/service.ts';
import { type ChargeRequest, createCharges } from './charges.ts';
import type { Invoice, InvoiceLine, InvoiceNumber } from './contract.ts';
import type { IssueRequest } from './document.ts';
import { type InvoiceDocument, type InvoiceModels, invoiceOf } from './model.ts';
import type { CreditRequest, createPapers } from './papers.ts';

interface CollectingNeeds {
  Charges: InvoiceModels['Charges'];
  clock: Clock;
  spaces: SpaceService;
  papers: ReturnType<typeof createPapers>;
  settled(paper: InvoiceDocument): Promise<Invoice>;
}

/** Lines that are taken off a charge. */
interface ChargeCredit {
  spaceId: SpaceId;
  /** What brought the charge about. */
  charge: string;
  cause: string;
  lines: readonly InvoiceLine[];
}

/** What becomes a paper at once, what waits for the end of its month, and what is taken off either. */
export function createCollecting({ Charges, clock, spaces, papers, settled }: CollectingNeeds) {
  const charges = createCharges({ Charges, clock });

  /** @throws DomainError missing `seller_unknown`. */
  async function issue({ spaceId, ...request }: IssueRequest & { spaceId: SpaceId }): Promise<Invoice> {
    const { link } = await papers.issue(await spaces.space(spaceId), request);
    return settled(link);
  }

  /** @throws DomainError missing `invoice_unknown`, conflict `credit_exceeds_invoice`. */
  async function credit({
    invoiceId,
    ...request
  }: CreditRequest & { invoiceId: InvoiceNumber }): Promise<Invoice> {
    const { spaceId } = await papers.byNumber(invoiceId);
    const { link } = await papers.credit(await spaces.space(spaceId), invoiceId, request);
    return settled(link);
  }

  /** Issues the collective invoices of the months that are over; asked again, it issues none twice. */
  async function collect(): Promise<void> {
    for (const space of await spaces.all())
      for (const { month, request } of await charges.due(space)) {
        if (request) await issue({ ...request, spaceId: space.id });
        await charges.issued(month);
      }
  }

  return {
    issue,
    credit,
    collect,
    monthsOf: charges.monthsOf,

    /**
     * Bills a booking: by an invoice, or as a charge of its company's month. Asked again it is what it was, whatever
     * has been agreed with the company since.
     * @returns the invoice; nothing for a charge.
     */
    async bill(
      { spaceId, ...request }: ChargeRequest & { spaceId: SpaceId },
      isCollective: boolean,
    ): Promise<Invoice | undefined> {
      const isInvoiced = (await papers.byCause(request.cause)) !== null;
      const isCharge = !isInvoiced && (isCollective || (await charges.isKnown(request.cause)));
      if (!isCharge) return issue({ spaceId, ...request });
      await charges.add(await spaces.space(spaceId), request);
      return undefined;
    },

    /** Takes lines off a charge; where its month is over, off the invoice that it came to stand on. */
    async creditCharge({ spaceId, charge, cause, lines }: ChargeCredit): Promise<Invoice | undefined> {
      const known = await papers.byCause(cause);
      if (known) return invoiceOf(known);
      const { timeZone } = await spaces.space(spaceId);
      const invoiced = await charges.takeOff(charge, { cause, lines: [...lines] }, timeZone);
      if (invoiced === undefined) return undefined;
      await collect();
      const paper = await papers.byCause(invoiced.cause);
      if (!paper) throw missing('invoice_unknown');
      return credit({ cause, invoiceId: paper.invoice, lines: invoiced.lines });
    },
  };
}
