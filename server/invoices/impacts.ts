import { type Invoice, invoiceNumber } from './contract.ts';
import { bookingsOn } from './document.ts';
import type { createLinks } from './links.ts';
import { type InvoiceDocument, invoiceOf } from './model.ts';
import type { createPapers } from './papers.ts';

interface ImpactNeeds {
  papers: ReturnType<typeof createPapers>;
  links: ReturnType<typeof createLinks>;
}

/** What a link to an effect is about. */
interface ImpactLinked extends Pick<InvoiceDocument, 'spaceId' | 'companyId' | 'roomId'> {
  bookingIds: readonly string[];
}

/** The way from a paper to what its bookings made possible, and back from there to the bookings. */
export function createImpacts({ papers, links }: ImpactNeeds) {
  return {
    /** Where it is shown what a paper's booking made possible, or all the bookings of a collective one together. */
    impactPathOf(invoice: Invoice): string | undefined {
      const { bookingId, number, credits = number } = invoice;
      if (bookingId !== undefined) return links.pathOf('impacts', bookingId);
      return bookingsOn(invoice.lines).length > 0 ? links.pathOf('months', credits) : undefined;
    },

    /** What such a link is about; `undefined` for a word that is made up. */
    async impactLinked(id: string, word: string): Promise<ImpactLinked | undefined> {
      if (links.isOpenedBy('impacts', id, word)) {
        const [paper] = await papers.ofBooking(id);
        return paper && { ...paper, bookingIds: [id] };
      }
      const number = invoiceNumber.safeParse(id).data;
      if (number === undefined || !links.isOpenedBy('months', number, word)) return undefined;
      const paper = await papers.byNumber(number);
      return { ...paper, bookingIds: bookingsOn(invoiceOf(paper).lines) };
    },
  };
}
