import type { CompanyId } from '#contract/companies';
import type { SpaceId } from '#contract/spaces';
import type { Actor } from '#values/actor';
import type { SpaceService } from '../spaces/service.ts';
import type { CompanyPaper, InvoiceRow, InvoiceState, LinkedPaper } from './contract.ts';
import type { createLinks } from './links.ts';
import { type InvoiceDocument, invoiceOf } from './model.ts';
import type { createPapers } from './papers.ts';
import type { createSettling } from './settling.ts';

interface ListingNeeds {
  spaces: SpaceService;
  papers: ReturnType<typeof createPapers>;
  links: ReturnType<typeof createLinks>;
  standing: ReturnType<typeof createSettling>['standing'];
}

/** How many of the newest are shown. */
const SHOWN = 500;

/** Papers found and listed, each with how far it has come. */
export function createListing({ spaces, papers, links, standing }: ListingNeeds) {
  async function rowOf(paper: InvoiceDocument): Promise<InvoiceRow> {
    const { invoice: number, kind, date, due, customer, gross, currency } = paper;
    const told = { number, kind, date, due, customer: customer.name, gross, currency };
    return kind === 'invoice' ? { ...told, standing: await standing(paper) } : told;
  }

  async function linkedRow(paper: InvoiceDocument): Promise<LinkedPaper> {
    const { customer: _known, ...row } = await rowOf(paper);
    return { ...row, path: links.pathOf('papers', row.number) };
  }

  return {
    ofBooking: async (bookingId: string) => (await papers.ofBooking(bookingId)).map(invoiceOf),

    issuedSince: async (spaceId: SpaceId, at: Date) => (await papers.issuedSince(spaceId, at)).map(invoiceOf),

    /** The invoices that were to be paid between these dates and are not. */
    async overdue(spaceId: SpaceId, first: string, last: string) {
      const due = await papers.dueBetween(spaceId, first, last);
      const told = await Promise.all(
        due.map(async (paper) => ({ invoice: invoiceOf(paper), standing: await standing(paper) })),
      );
      return told.filter((one) => one.standing.state === 'overdue');
    },

    /** The newest papers of the actor's space, or those of its invoices that are in a state. */
    async list(actor: Actor, state?: InvoiceState): Promise<InvoiceRow[]> {
      const space = await spaces.spaceFor(actor);
      const rows = await Promise.all((await papers.ofSpace(space.id, SHOWN)).map(rowOf));
      return rows.filter((row) => state === undefined || row.standing?.state === state);
    },

    /** The papers of a booking in their order, each with the way to its page. */
    linkedOf: async (bookingId: string): Promise<LinkedPaper[]> =>
      Promise.all((await papers.ofBooking(bookingId)).map(linkedRow)),

    /** A company's papers, the newest first, with the way to those that went to an address of which `opens` is true. */
    async ofCompany(companyId: CompanyId, opens: (email: string) => boolean): Promise<CompanyPaper[]> {
      const found = await papers.ofCompany(companyId, SHOWN);
      return Promise.all(
        found.map(async (paper) => {
          const { path, ...row } = await linkedRow(paper);
          return opens(paper.customer.email) ? { ...row, path } : row;
        }),
      );
    },
  };
}
