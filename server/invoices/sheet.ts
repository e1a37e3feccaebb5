import { createPaper, type Paper, type Style } from '#platform/paper';
import { qrRows } from '#platform/qr-rows';
import type { Words, WordValues } from '#platform/words';
import { type Writing, writingOf } from '#values/writing';
import type { Invoice, InvoiceLine } from './contract.ts';
import { bookingsOn } from './document.ts';
import { transferOf } from './epc.ts';

/** What an invoice is printed with. */
interface Printing {
  words: Words;
  /** Where it can be seen what its bookings made possible; absent for papers of none. */
  impactUrl?: string | undefined;
}

/** All that the parts of a sheet need to write themselves. */
interface Sheet {
  invoice: Invoice;
  paper: Paper;
  writing: Writing;
  say(key: string, values?: WordValues): string;
  money(amount: number): string;
  day(date: string): string;
  percent(rate: number): string;
}

const WIDTH = 481;
const QUIET = '#5b635d';

/** Where the columns of the lines stand. */
const COLUMNS = {
  description: { x: 0, width: 275 },
  quantity: { x: 280, width: 50, align: 'end' },
  vat: { x: 335, width: 50, align: 'end' },
  amount: { x: 390, width: 91, align: 'end' },
} as const satisfies Record<string, Style>;

function sheetOf(invoice: Invoice, { words }: Printing): Sheet {
  const { language, currency } = invoice;
  // Dates on a paper are those of the calendar, whatever zone anybody reads them in.
  const writing = writingOf(language, 'UTC');
  const say = (key: string, values?: WordValues) => words.say(language, `invoice.${key}`, values);
  const title = `${say(invoice.kind === 'invoice' ? 'title' : 'creditTitle')} ${invoice.number}`;
  const at = new Date(invoice.issuedAt);
  return {
    invoice,
    paper: createPaper({ language, title, author: invoice.seller.name, at }),
    writing,
    say,
    money: (amount) => writing.money(amount, currency),
    day: (date) => writing.day(new Date(date)),
    percent: (rate) => `${writing.number(rate / 100)} %`,
  };
}

/** Keeps each line of somebody's own words in its own direction, whichever way the paper is read. */
const own = (text: string) =>
  text
    .split('\n')
    .map((line) => `\u2068${line}\u2069`)
    .join('\n');

const addressLines = ({ street, postcode, city, country }: NonNullable<Invoice['customer']['address']>) =>
  [street, `${postcode} ${city}`, country].join('\n');

/** Who sends it, and to whom. */
function writeHead({ invoice, paper, say }: Sheet): number {
  const { seller, customer, kind } = invoice;
  paper.write(say(kind === 'invoice' ? 'title' : 'creditTitle'), 57, {
    x: 0,
    width: 240,
    size: 22,
    bold: true,
  });
  const beside = { x: 290, width: 191, size: 8.5, colour: QUIET };
  const from = [seller.name, addressLines(seller.address), seller.email].join('\n');
  const numbers = `${say('vatNumber')} ${seller.vatNumber}\n${say('registration')} ${seller.registration}`;
  const fromEnd = 57 + paper.write(`${own(from)}\n${numbers}`, 57, beside);
  const to = [
    customer.name,
    customer.attention ?? '',
    customer.address ? addressLines(customer.address) : '',
    customer.vatNumber ? `${say('customerVat')} ${customer.vatNumber}` : '',
  ].filter((part) => part !== '');
  const toEnd = 105 + paper.write(own(to.join('\n')), 105, { x: 0, width: 270 });
  return Math.max(fromEnd, toEnd) + 18;
}

/** Number, dates and references, a row each. */
function writeFacts({ invoice, paper, say, day }: Sheet, top: number): number {
  const { number, credits, date, due, serviceFrom, serviceTo, purchaseOrder, costCentre, reference, kind } =
    invoice;
  const service = serviceFrom === serviceTo ? day(serviceFrom) : `${day(serviceFrom)} – ${day(serviceTo)}`;
  const rows: [string, string | undefined][] = [
    ['number', number],
    ['credits', credits],
    ['date', day(date)],
    ['due', kind === 'invoice' ? day(due) : undefined],
    ['service', service],
    ['purchaseOrder', purchaseOrder],
    ['costCentre', costCentre],
    ['reference', kind === 'invoice' ? reference : undefined],
  ];
  let y = top;
  for (const [key, value] of rows) {
    if (value === undefined) continue;
    paper.write(say(key), y, { x: 0, width: 130, colour: QUIET });
    y += paper.write(value, y, { x: 135, width: 346 });
  }
  return y + 16;
}

/** What a line is for, with what it belongs to on a collective invoice. */
function describe({ say, day }: Sheet, { code, values, purchaseOrder, costCentre }: InvoiceLine): string {
  const { date } = values;
  const filled = { ...values, ...(typeof date === 'string' ? { date: day(date) } : {}) };
  const order = purchaseOrder === undefined ? '' : `${say('purchaseOrder')}: ${purchaseOrder}`;
  const centre = costCentre === undefined ? '' : `${say('costCentre')}: ${costCentre}`;
  return [say(`lines.${code}`, filled), order, centre].filter((part) => part !== '').join('\n');
}

function writeColumns({ paper, say }: Sheet, y: number): number {
  const columns = Object.entries(COLUMNS);
  for (const [key, style] of columns) paper.write(say(key), y, { ...style, size: 8.5, colour: QUIET });
  paper.rule(y + 15);
  return y + 20;
}

/** The lines; where the sheet is full another is begun. */
function writeLines(sheet: Sheet, top: number): number {
  const { invoice, paper, writing, money, percent } = sheet;
  let y = writeColumns(sheet, top);
  for (const line of invoice.lines) {
    const text = describe(sheet, line);
    if (y + paper.heightOf(text, COLUMNS.description) > paper.height) y = writeColumns(sheet, paper.page());
    paper.write(writing.number(line.quantity), y, COLUMNS.quantity);
    paper.write(percent(line.vatRate), y, COLUMNS.vat);
    paper.write(money(line.net), y, COLUMNS.amount);
    y += paper.write(text, y, COLUMNS.description) + 3;
  }
  paper.rule(y + 2);
  return y + 8;
}

/** Net, VAT by rate, and what it comes to. */
function writeSums({ invoice, paper, say, money, percent }: Sheet, top: number): number {
  const { net, vat, gross } = invoice;
  const rows = [
    { label: say('net'), amount: net, bold: false },
    ...vat.map((group) => ({
      label: say('vatAt', { rate: percent(group.rate), net: money(group.net) }),
      amount: group.vat,
      bold: false,
    })),
    { label: say('total'), amount: gross, bold: true },
  ];
  let y = top + 130 > paper.height ? paper.page() : top;
  for (const { label, amount, bold } of rows) {
    paper.write(money(amount), y, { ...COLUMNS.amount, bold });
    y += paper.write(label, y, { x: 150, width: 235, align: 'end', bold });
  }
  return y + 14;
}

/** How to pay it, or what becomes of what is taken off; and what the booking carries. */
function writeFoot({ invoice, paper, say, money, day }: Sheet, top: number, { impactUrl }: Printing): void {
  const { seller, kind, gross, due, reference, credits, reverseCharge, carries, lines } = invoice;
  const code = transferOf(invoice, gross);
  let y = top + 120 > paper.height ? paper.page() : top;
  if (code !== undefined) {
    paper.squares(qrRows(code), y, { x: 391, size: 90 });
    paper.write(say('scan'), y + 94, { x: 361, width: 120, align: 'end', size: 8, colour: QUIET });
  }
  const wide = { x: 0, width: code === undefined ? WIDTH : 340 };
  const { name, iban } = seller;
  if (kind === 'invoice')
    y += paper.write(say('pay', { amount: money(gross), due: day(due), iban, name, reference }), y, wide) + 8;
  else y += paper.write(say('returned', { amount: money(-gross), number: credits ?? '' }), y, wide) + 8;
  if (reverseCharge) y += paper.write(say('reverse'), y, wide) + 8;
  const about = bookingsOn(lines).length > 1 ? 'Together' : '';
  if (carries > 0)
    y += paper.write(say(`carries${about}`, { count: carries }), y, { ...wide, bold: true }) + 3;
  if (carries > 0 && impactUrl !== undefined)
    paper.write(`${say(`impact${about}`)}\n${impactUrl}`, y, { ...wide, size: 8, colour: QUIET });
}

/** An invoice or credit note as a PDF in its customer's language. */
export function printed(invoice: Invoice, printing: Printing): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = sheetOf(invoice, printing);
  const facts = writeHead(sheet);
  const lines = writeFacts(sheet, facts);
  const sums = writeLines(sheet, lines);
  const foot = writeSums(sheet, sums);
  writeFoot(sheet, foot, printing);
  return sheet.paper.bytes();
}
