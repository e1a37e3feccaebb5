import type { Actor } from '#values/actor';
import { missing } from '#values/errors';
import type { CompanyService } from '../companies/service.ts';
import type { IntroductionService } from '../introductions/service.ts';
import type { InvoiceService } from '../invoices/service.ts';
import type { LedgerService } from '../ledger/service.ts';
import type { SeatFundService } from '../seat-fund/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import type { BookingImpact } from './contract.ts';

interface ReportNeeds {
  spaces: SpaceService;
  companies: CompanyService;
  ledger: LedgerService;
  seatFund: SeatFundService;
  introductions: IntroductionService;
  invoices: InvoiceService;
}

export type ReportService = ReturnType<typeof createReportService>;

/** What is told to those outside: what a booking made possible, and the books as a file. */
export function createReportService(needs: ReportNeeds) {
  const { spaces, companies, ledger, seatFund, introductions, invoices } = needs;

  return {
    /** @throws DomainError missing `impact_unknown` for a booking without an invoice, or a word that is made up. */
    async impact(bookingId: string, word: string): Promise<BookingImpact> {
      const [paper] = invoices.links.isOpenedBy('impacts', bookingId, word)
        ? await invoices.ofBooking(bookingId)
        : [];
      if (!paper) throw missing('impact_unknown');
      const space = await spaces.space(await invoices.spaceOf(paper.number));
      const company = await companies.publicName(paper.companyId);
      const visits = await seatFund.visitsCarriedBy(space, bookingId);
      return {
        spaceId: space.id,
        spaceName: space.name,
        currency: space.currency,
        ...(paper.roomId === undefined ? {} : { roomId: paper.roomId }),
        ...(company === undefined ? {} : { company }),
        impact: await seatFund.impactOf(space, bookingId),
        introductions: await introductions.metOn(space, visits),
      };
    },

    /** The books of the actor's space as lines of JSON: entries, papers, payments, and the statements they come to. */
    async books(actor: Actor): Promise<string> {
      const { id: spaceId, timeZone, currency } = await spaces.spaceFor(actor);
      const lines: object[] = [{ kind: 'space', spaceId, timeZone, currency }];
      for await (const entry of ledger.walk({ spaceId, unit: currency }))
        lines.push({ kind: 'entry', entry });
      const { papers, payments } = await invoices.everything(spaceId);
      lines.push(...papers.map((paper) => ({ kind: 'paper', paper })));
      lines.push(...payments.map((payment) => ({ kind: 'payment', payment })));
      const statements = await seatFund.statements(await spaces.space(spaceId));
      lines.push(...statements.map((statement) => ({ kind: 'statement', statement })));
      return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
    },
  };
}
