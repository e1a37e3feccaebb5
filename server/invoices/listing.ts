import type { CompanyId } from '#contract/companies';
import type { SpaceId } from '#contract/spaces';
import type { Actor } from '#values/actor';
import type { SpaceService } from '../spaces/service.ts';
import { monthOf } from './charges.ts';
import type {
  BookingPaper,
  BookingPapers,
  CompanyPaper,
  InvoiceRow,
  InvoiceState,
  LinkedPaper,
} from './contract.ts';
import { grossOf } from './document.ts';
import type { createLinks } from './links.ts';
import { type InvoiceDocument, invoiceOf } from './model.ts';
import type { createPapers } from './papers.ts';
import type { createSettling } from './settling.ts';

interface ListingNeeds {
  spaces: SpaceService;
  /** The months on whose invoices a booking is still to come. */
  monthsOf(bookingId: string): Promise<string[]>;
  papers: ReturnType<typeof createPapers>;
  links: ReturnType<typeof createLinks>;
  standing: ReturnType<typeof createSettling>['standing'];
}

/** May whoever asks open what went to this address? */
type Opens = (email: string) => boolean;

/** How many of the newest are shown. */
const SHOWN = 500;

/** Papers found and listed, each with how far it has come. */
export function createListing({ spaces, monthsOf, papers, links, standing }: ListingNeeds) {
  async function rowOf(paper: InvoiceDocument): Promise<InvoiceRow> {
    const { invoice: number, kind, date, due, customer, gross, currency } = paper;
    const told = { number, kind, date, due, customer: customer.name, gross, currency };
    return kind === 'invoice' ? { ...told, standing: await standing(paper) } : told;
  }

  async function linkedRow(paper: InvoiceDocument): Promise<LinkedPaper> {
    const { customer: _known, ...row } = await rowOf(paper);
    return { ...row, path: links.pathOf('papers', row.number) };
  }

  async function openedRow(paper: InvoiceDocument, opens: Opens): Promise<CompanyPaper> {
    const { path, ...row } = await linkedRow(paper);
    return opens(paper.customer.email) ? { ...row, path } : row;
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

    /**
     * The papers of a booking in their order, each with the way to its page, and the months to come. A collective one tells of other bookings
     * too, so its page is for those whose address it went to.
     */
    async linkedOf(bookingId: string, opens: Opens): Promise<Omit<BookingPapers, 'isWriting'>> {
      const [found, months] = await Promise.all([papers.ofBooking(bookingId), monthsOf(bookingId)]);
      const rows = await Promise.all(
        found.map(async (paper): Promise<BookingPaper> => {
          if (paper.bookingId === bookingId) return linkedRow(paper);
          const month = monthOf(paper);
          const gross = grossOf(paper.lines, bookingId);
          return {
            ...(await openedRow(paper, opens)),
            collective: { ...(month === undefined ? {} : { month }), gross },
          };
        }),
      );
      // A month is told once: as one to come until its invoice is there.
      const written = rows.map(({ collective }) => collective?.month);
      return { papers: rows, months: months.filter((month) => !written.includes(month)) };
    },

    /** A company's papers, the newest first, with the way to those that may be opened. */
    async ofCompany(companyId: CompanyId, opens: Opens): Promise<CompanyPaper[]> {
      const found = await papers.ofCompany(companyId, SHOWN);
      return Promise.all(found.map((paper) => openedRow(paper, opens)));
    },
  };
}
