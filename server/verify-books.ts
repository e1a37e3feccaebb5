import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isBalanced } from './ledger/balance.ts';
import { about, part, posting, use } from './ledger/contract.ts';
import { faultOfLink, type Link } from './platform/chain.ts';
import { drawing, type Lot, lotsAfter } from './seat-fund/lots.ts';
import { statementsOf } from './seat-fund/statement.ts';
import { canonical } from './values/canonical.ts';
import { vatGroups } from './values/vat.ts';

/** `npm run verify:books -- <file>`: reckons an export of the books again, and names the first line that differs. */

const link = { _id: z.string(), chain: z.string(), number: z.int(), previous: z.string(), hash: z.string() };
const currency = z.enum(['EUR', 'EGP', 'JPY']);

const exported = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('space'), timeZone: z.string(), currency, spaceId: z.string() }),
  z.strictObject({
    kind: z.literal('entry'),
    entry: z.strictObject({
      ...link,
      spaceId: z.string(),
      unit: currency,
      at: z.coerce.date(),
      about,
      postings: z.array(posting),
      uses: z.array(use),
      parts: z.array(part).min(1).optional(),
    }),
  }),
  z.strictObject({
    kind: z.literal('paper'),
    paper: z.looseObject({
      ...link,
      lines: z.array(z.looseObject({ net: z.int(), vatRate: z.int() })),
      vat: z.array(z.strictObject({ rate: z.int(), net: z.int(), vat: z.int() })),
      net: z.int(),
      gross: z.int(),
    }),
  }),
  z.strictObject({
    kind: z.literal('payment'),
    payment: z.looseObject({ _id: z.string(), amount: z.int(), invoice: z.string().optional() }),
  }),
  z.strictObject({ kind: z.literal('statement'), statement: z.looseObject({ month: z.string() }) }),
]);
type Exported = z.infer<typeof exported>;
type Entry = Extract<Exported, { kind: 'entry' }>['entry'];
type Paper = Extract<Exported, { kind: 'paper' }>['paper'];

const DRAWS: readonly string[] = ['seat', 'coffee', 'lunch'];

/** What has been read so far. */
interface Read {
  space?: Extract<Exported, { kind: 'space' }>;
  entry?: Entry;
  entries: Entry[];
  paper?: Link;
  lots: readonly Lot[];
  statements: string[];
}

/** First in, first out: a draw uses what the fund's oldest credits hold. */
function faultOfEntry(read: Read, entry: Entry): string | undefined {
  const chained = faultOfLink(entry, read.entry);
  if (chained) return chained === 'gap' ? 'a number is missing' : 'it was altered: its hash differs';
  if (!isBalanced(entry.postings)) return 'its postings do not sum to zero';
  const cost = entry.postings.reduce(
    (sum, { account, amount }) => sum - (account.startsWith('cost:') ? amount : 0),
    0,
  );
  const { uses } = drawing(read.lots, cost);
  if (DRAWS.includes(entry.about.kind) && canonical(uses) !== canonical(entry.uses))
    return 'it is not first in, first out';
  const touches = entry.postings.some(({ account }) => account === 'liability:seat-fund');
  if (touches) read.lots = lotsAfter(read.lots, entry);
  read.entry = entry;
  read.entries.push(entry);
  return undefined;
}

function faultOfPaper(read: Read, paper: Paper): string | undefined {
  const chained = faultOfLink(paper, read.paper);
  if (chained) return chained === 'gap' ? 'a paper is missing' : 'it was altered: its hash differs';
  const groups = vatGroups(paper.lines);
  const net = groups.reduce((sum, group) => sum + group.net, 0);
  const vat = groups.reduce((sum, group) => sum + group.vat, 0);
  read.paper = paper;
  if (canonical(groups) !== canonical(paper.vat)) return 'its VAT is not what its lines come to';
  return net === paper.net && net + vat === paper.gross ? undefined : 'its lines do not come to its sums';
}

/** Money is in the books once, under its provider's id. */
function faultOfPayment(read: Read, payment: { _id: string; amount: number; invoice?: string | undefined }) {
  if (payment.invoice === undefined) return undefined;
  const booked = read.entries.find(({ about: { payment: id } }) => id === payment._id);
  const amount = booked?.postings.find(({ account }) => account === 'bank')?.amount;
  return amount === payment.amount ? undefined : `the books have ${amount ?? 'nothing'} for it`;
}

function faultOfStatement(read: Read, statement: { month: string }): string | undefined {
  if (!read.space) return 'it is of no space';
  if (read.statements.length === 0) read.statements = statementsOf(read.space, read.entries).map(canonical);
  return read.statements.includes(canonical(statement))
    ? undefined
    : `the entries of ${statement.month} come to other sums`;
}

function faultOf(read: Read, line: Exported): string | undefined {
  if (line.kind === 'space') read.space = line;
  if (line.kind === 'entry') return faultOfEntry(read, line.entry);
  if (line.kind === 'paper') return faultOfPaper(read, line.paper);
  if (line.kind === 'payment') return faultOfPayment(read, line.payment);
  return line.kind === 'statement' ? faultOfStatement(read, line.statement) : undefined;
}

/** What a reckoning of exported books found. `line` is the first that differs, counted from 1. */
export type Verdict = { lines: number; fault?: { line: number; why: string } };

/** Reckons an export again: chains, sums, first in first out, VAT, money, and every statement to the cent. */
export function verifyBooks(text: string): Verdict {
  const lines = text.trimEnd().split('\n');
  const read: Read = { entries: [], lots: [], statements: [] };
  for (const [index, line] of lines.entries()) {
    const parsed = exported.safeParse(JSON.parse(line));
    const why = parsed.success ? faultOf(read, parsed.data) : 'it is not a line of the books';
    if (why !== undefined) return { lines: lines.length, fault: { line: index + 1, why } };
  }
  return { lines: lines.length };
}

/** Says what was found in a file; 1 where something differs. */
export function verifyFile(path: string): number {
  const { lines, fault } = verifyBooks(readFileSync(path, 'utf8'));
  const said = fault ? `${path}:${fault.line} ${fault.why}` : `${path}: ${lines} lines, all as reckoned`;
  process.stdout.write(`${said}\n`);
  return fault ? 1 : 0;
}

if (process.argv[1]?.endsWith('verify-books.ts')) process.exit(verifyFile(process.argv[2] ?? 'books.jsonl'));
