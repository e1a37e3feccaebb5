import { z } from 'zod';
import type { Space } from '#contract/spaces';
import { type BankLine, type PlacedLine, readStatement, StatementUnreadable } from '#platform/bank-statement';
import { hashOf } from '#platform/tokens';
import type { Actor } from '#values/actor';
import { canonical } from '#values/canonical';
import { invalid } from '#values/errors';
import { type Currency, type Minor, minorOf } from '#values/money';
import type { InvoiceService } from '../invoices/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import type { ImportReport, StatementUpload, UnmatchedPayment } from './contract.ts';
import { referencesIn } from './references.ts';
import { unmatchedOf } from './view.ts';

/** So many wrong lines are told at once; whoever has more has the wrong file. */
const TOLD = 20;

/** A line as money that came in. */
interface Credit {
  paymentId: string;
  line: BankLine;
  amount: Minor;
}

/** What is wrong with a line, or the money that it tells of: nothing, where banks write of costs that were waived. */
function readLine(
  { date, amount, currency }: BankLine,
  own: Currency,
): Minor | 'date' | 'amount' | 'currency' {
  if (!z.iso.date().safeParse(date).success) return 'date';
  if (currency !== own) return 'currency';
  const read = /^\d/.test(amount) ? minorOf(amount, own) : undefined;
  return read ?? 'amount';
}

/**
 * Takes in a bank's statement. Read twice, it counts once. @throws DomainError invalid `statement_unreadable`,
 * `statement_lines_wrong` with the place of each line and what of it cannot be, `statement_foreign` for another
 * account's.
 */
export function createBankImport({ spaces, invoices }: { spaces: SpaceService; invoices: InvoiceService }) {
  async function recordCredit(
    { id: spaceId, currency }: Space,
    { paymentId, line, amount }: Credit,
  ): Promise<'known' | 'matched' | UnmatchedPayment> {
    const named = await invoices.named(spaceId, referencesIn(line.remittance));
    const [only] = named;
    const written = await invoices.recordPayment({
      paymentId,
      spaceId,
      provider: 'bank',
      at: new Date(`${line.date}T12:00:00Z`),
      amount,
      currency,
      remittance: line.remittance,
      payer: line.payer,
      // Two names are a question for the host.
      ...(only && named.length === 1 ? { invoice: only.invoice } : {}),
    });
    if (!written.isNew) return 'known';
    return written.payment.invoice === undefined ? unmatchedOf(written.payment, named) : 'matched';
  }

  /** @throws DomainError invalid `statement_unreadable`. */
  function statementOf({ format, text }: StatementUpload, currency: Currency) {
    try {
      return readStatement(format, text, currency);
    } catch (fault) {
      if (fault instanceof StatementUnreadable) throw invalid('statement_unreadable');
      throw fault;
    }
  }

  /**
   * All lines as money, before any is taken: nothing is taken of a statement of which a part cannot be. A line is known
   * by all that it says; of lines that say the same, by which of them it is.
   */
  function creditsOf({ id, currency }: Space, lines: readonly PlacedLine[]): Credit[] {
    const seen = new Map<string, number>();
    const wrong: string[] = [];
    const credits = lines.flatMap(({ place, line }): Credit[] => {
      const amount = readLine(line, currency);
      if (typeof amount === 'string') wrong.push(`${place} ${amount}`);
      if (typeof amount === 'string' || amount === 0) return [];
      const said = canonical(line);
      const before = seen.get(said) ?? 0;
      seen.set(said, before + 1);
      return [{ paymentId: `bank:${hashOf(`${id} ${said} ${before}`)}`, line, amount }];
    });
    if (wrong.length > 0) throw invalid('statement_lines_wrong', { lines: wrong.slice(0, TOLD), currency });
    return credits;
  }

  return async function takeStatement(actor: Actor, upload: StatementUpload): Promise<ImportReport> {
    const space = await spaces.spaceFor(actor);
    const { ibans, lines } = statementOf(upload, space.currency);
    const seller = await invoices.sellerOf(space);
    if (ibans.some((iban) => iban !== seller.iban)) throw invalid('statement_foreign');
    const credits = creditsOf(space, lines);
    const report: ImportReport = { lines: credits.length, known: 0, matched: 0, unmatched: [] };
    for (const credit of credits) {
      const became = await recordCredit(space, credit);
      if (became === 'known') report.known++;
      else if (became === 'matched') report.matched++;
      else report.unmatched.push(became);
    }
    return report;
  };
}
