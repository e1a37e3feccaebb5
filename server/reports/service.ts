import type { Impact } from '#contract/seat-fund';
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

function impactTogether(impacts: readonly Impact[]): Impact {
  const sum = (key: keyof Impact) => impacts.reduce((total, one) => total + one[key], 0);
  return {
    amount: sum('amount'),
    left: sum('left'),
    seats: sum('seats'),
    coffees: sum('coffees'),
    lunches: sum('lunches'),
  };
}

/** What is told to those outside: what bookings made possible, and the books as a file. */
export function createReportService(needs: ReportNeeds) {
  const { spaces, companies, ledger, seatFund, introductions, invoices } = needs;

  return {
    /** @throws DomainError missing `impact_unknown` for bookings without an invoice, or a word that is made up. */
    async impact(subject: string, word: string): Promise<BookingImpact> {
      const linked = await invoices.impactLinked(subject, word);
      if (!linked) throw missing('impact_unknown');
      const { bookingIds, roomId } = linked;
      const space = await spaces.space(linked.spaceId);
      const company = await companies.publicName(linked.companyId);
      const visits = await Promise.all(bookingIds.map((one) => seatFund.visitsCarriedBy(space, one)));
      const impacts = await Promise.all(bookingIds.map((one) => seatFund.impactOf(space, one)));
      return {
        bookings: bookingIds.length,
        spaceId: space.id,
        spaceName: space.name,
        currency: space.currency,
        ...(roomId === undefined ? {} : { roomId }),
        ...(company === undefined ? {} : { company }),
        impact: impactTogether(impacts),
        introductions: await introductions.metOn(space, visits.flat()),
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
