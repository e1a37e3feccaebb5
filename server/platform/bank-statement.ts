import { parse } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';

/** One line of a bank's statement, as the bank writes it. */
export interface BankLine {
  /** The bank's own word for it, where it gives one. */
  bankReference: string;
  /** `2026-11-24` */
  date: string;
  /** Digits with a point; credits only. */
  amount: string;
  currency: string;
  remittance: string;
  payer: string;
}

/** A line and where it stands: the line of a CSV file, or the place of its entry in a camt.053. */
export interface PlacedLine {
  place: number;
  line: BankLine;
}

/** A statement: of which accounts, where it says so, and what came in. */
export interface BankStatement {
  ibans: string[];
  lines: PlacedLine[];
}

/** The text is no statement that we can read. */
export class StatementUnreadable extends Error {}

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  removeNSPrefix: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

/** Everything at a path below a parsed element, every element of which is a list. */
function below(node: unknown, path: string): unknown[] {
  return path.split('/').reduce<unknown[]>(
    (nodes, name) =>
      nodes.flatMap((one) => {
        const inside: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, name) : [];
        return Array.isArray(inside) ? inside : [];
      }),
    [node],
  );
}

function textAt(node: unknown, path: string): string {
  return below(node, path)
    .map((one) => (typeof one === 'object' && one !== null ? Reflect.get(one, '#text') : one))
    .filter((text) => typeof text === 'string' || typeof text === 'number')
    .join(' ')
    .trim();
}

/** A booked credit, one line for each payment that a batch is made of. */
function linesOfEntry(entry: unknown): BankLine[] {
  if (textAt(entry, 'CdtDbtInd') !== 'CRDT' || textAt(entry, 'RvslInd') === 'true') return [];
  const [sum] = below(entry, 'Amt');
  const details = below(entry, 'NtryDtls/TxDtls');
  const parts = details.length > 1 ? details : [details[0]];
  return parts.map((part, index) => {
    const own = below(part, 'Amt')[0] ?? below(part, 'AmtDtls/TxAmt/Amt')[0];
    const amount = parts.length > 1 ? own : sum;
    const said = ['RmtInf/Strd/CdtrRefInf/Ref', 'RmtInf/Ustrd', 'Refs/EndToEndId'].map((path) =>
      textAt(part, path),
    );
    return {
      bankReference: `${textAt(entry, 'AcctSvcrRef') || textAt(entry, 'NtryRef')}${parts.length > 1 ? `/${index}` : ''}`,
      date: textAt(entry, 'BookgDt/Dt') || textAt(entry, 'BookgDt/DtTm').slice(0, 10),
      amount: textAt({ Amt: [amount] }, 'Amt'),
      currency: String(Reflect.get(Object(amount), '@_Ccy') ?? ''),
      remittance: said.filter((text) => text !== '' && text !== 'NOTPROVIDED').join(' '),
      payer: textAt(part, 'RltdPties/Dbtr/Nm') || textAt(part, 'RltdPties/Dbtr/Pty/Nm'),
    };
  });
}

function readCamt(text: string): BankStatement {
  // Nothing that a bank sends defines words of its own; what does is not let in.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new StatementUnreadable('a document type');
  let tree: unknown;
  try {
    tree = parser.parse(text, true);
  } catch (fault) {
    throw new StatementUnreadable('no XML', { cause: fault });
  }
  const statements = below(tree, 'Document/BkToCstmrStmt/Stmt');
  if (statements.length === 0) throw new StatementUnreadable('no camt.053');
  const ibans = statements.map((one) => textAt(one, 'Acct/Id/IBAN')).filter((iban) => iban !== '');
  return {
    ibans,
    lines: statements
      .flatMap((one) => below(one, 'Ntry'))
      .flatMap((entry, index) => linesOfEntry(entry).map((line) => ({ place: index + 1, line }))),
  };
}

/** What banks call the columns, in their own letters. */
const COLUMNS = {
  date: ['date', 'datum', 'booking date', 'transactiedatum'],
  amount: ['amount', 'bedrag', 'bedrag (eur)', 'transactiebedrag'],
  currency: ['currency', 'munt', 'valuta', 'muntsoort'],
  remittance: ['description', 'omschrijving', 'mededelingen', 'remittance', 'omschrijving-1'],
  payer: ['name', 'naam', 'naam tegenpartij', 'naam / omschrijving', 'counterparty'],
  bankReference: ['reference', 'transactiereferentie', 'volgnr', 'transaction id'],
} as const satisfies Record<keyof BankLine, readonly string[]>;

/** `1234.56` of `1.234,56`, `1,234.56` or `+1234,56`. */
function pointed(amount: string): string {
  const bare = amount.replace(/[\s+]/g, '');
  return /,\d{1,2}$/.test(bare) ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '');
}

/** `2026-11-24` of that, of `20261124` or `24-11-2026`. */
function dated(date: string): string {
  const dutch = /^(\d\d)[-/](\d\d)[-/](\d{4})$/.exec(date);
  if (dutch) return `${dutch[3]}-${dutch[2]}-${dutch[1]}`;
  return date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}

function readCsv(text: string, currency: string): BankStatement {
  let rows: { record: Record<string, string>; info: { lines: number } }[];
  try {
    // A comma may stand in amounts, so it parts the columns only where nothing else does.
    const [heading = ''] = text.split('\n');
    const delimiter = [';', '\t'].find((mark) => heading.includes(mark)) ?? ',';
    rows = parse(text, {
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      delimiter,
      info: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (fault) {
    throw new StatementUnreadable('no CSV', { cause: fault });
  }
  const at = (row: Record<string, string>, column: keyof BankLine) =>
    COLUMNS[column].map((name) => row[name]).find((value) => value !== undefined && value !== '') ?? '';
  const lines = rows.map(({ record: row, info }): PlacedLine => {
    const line = {
      bankReference: at(row, 'bankReference'),
      date: dated(at(row, 'date')),
      amount: pointed(at(row, 'amount')),
      currency: at(row, 'currency') || currency,
      remittance: at(row, 'remittance'),
      payer: at(row, 'payer'),
    };
    return { place: info.lines, line };
  });
  return { ibans: [], lines: lines.filter(({ line }) => !line.amount.startsWith('-')) };
}

/**
 * Reads a bank's statement; only what came in is told, as the bank wrote it: whether a line has a date and an amount
 * is for its reader to see.
 * @param currency of the lines of a CSV that name none.
 * @throws StatementUnreadable for a text that is none.
 */
export function readStatement(format: 'camt.053' | 'csv', text: string, currency: string): BankStatement {
  return format === 'csv' ? readCsv(text, currency) : readCamt(text);
}
