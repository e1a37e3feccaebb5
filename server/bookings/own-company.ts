import type { Company } from '#contract/companies';
import type { SignedWords } from '#platform/signed-word';
import type { Actor } from '#values/actor';
import type { Clock } from '#values/clock';
import { wallTime } from '#values/local-time';
import type { CompanyService } from '../companies/service.ts';
import type { InvoiceService } from '../invoices/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import { type BookingOf, isOver } from './booking.ts';
import type { CompanyBooking } from './contract.ts';
import { viewOf } from './view.ts';
import type { BookingWrites } from './writes.ts';

interface OwnCompanyNeeds {
  clock: Clock;
  spaces: SpaceService;
  companies: CompanyService;
  invoices: InvoiceService;
  words: SignedWords;
  writes: BookingWrites;
}

/** The end of the last of its dates. */
const endOf = ({ occurrences }: BookingOf) => Math.max(0, ...occurrences.map(({ to }) => to.getTime()));
const beginningOf = ({ occurrences }: CompanyBooking) => occurrences[0]?.startsAt ?? '';

/** What those who book for a company see of its bookings and of what it is sent. */
export function createOwnCompany(needs: OwnCompanyNeeds) {
  const { clock, spaces, companies, invoices, words, writes } = needs;

  /**
   * The actor's company, and whether somebody at an address books for it. Anybody can type a company's name, and
   * whoever typed it first is its booker: what others have booked under that name is shown, but not put in their hands.
   */
  async function reachOf(actor: Actor) {
    const company = await companies.own(actor);
    const { bookers } = await companies.detailOf(company);
    const addresses = new Set(bookers.map(({ email }) => email));
    return { company, books: (email: string) => addresses.has(email.toLowerCase()) };
  }

  async function toCome({ companyId, spaceId }: Company): Promise<BookingOf[]> {
    const now = clock.now();
    const { timeZone } = await spaces.space(spaceId);
    const found = await writes.since(spaceId, wallTime(now, timeZone).date, companyId);
    return found.filter((booking) => !isOver(booking) && endOf(booking) > now.getTime());
  }

  return {
    /** The company's bookings that are not over, the earliest first. */
    async bookings(actor: Actor): Promise<CompanyBooking[]> {
      const { company, books } = await reachOf(actor);
      const shown = (booking: BookingOf): CompanyBooking => {
        const { bookingId, state, occurrences, people, title, titleHidden, price, billing } = viewOf(booking);
        const isTheirs = billing !== undefined && books(billing.email);
        return {
          bookingId,
          state,
          occurrences: occurrences.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)),
          people,
          ...(title !== undefined && (isTheirs || !titleHidden) ? { title } : {}),
          gross: price.gross,
          ...(isTheirs ? { manage: words.of(bookingId) } : {}),
        };
      };
      const all = (await toCome(company)).map(shown);
      return all.sort((a, b) => beginningOf(a).localeCompare(beginningOf(b)));
    },

    /** The company's invoices and credit notes, the newest first. */
    async papers(actor: Actor) {
      const { company, books } = await reachOf(actor);
      return invoices.ofCompany(company.companyId, books);
    },
  };
}
