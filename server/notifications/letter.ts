import type { Words, WordValues } from '#platform/words';
import { instantsAt } from '#values/local-time';
import { directionOf, type Language } from '#values/locale';
import type { Currency, Minor } from '#values/money';
import { type Writing, writingOf } from '#values/writing';
import type { Message, MessageName } from './messages.ts';

/** A message in words, as a mail carries it. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

/** What is said to whom, by whom. */
export interface Envelope {
  message: MessageName;
  values: Message['values'];
  language: Language;
  recipient: string;
  space: { name: string; timeZone: string };
  /** What links begin with. */
  publicUrl: string;
}

/** All that any message may be filled with. */
interface Facts {
  room?: string;
  times?: readonly { from: string; to: string }[];
  people?: number;
  currency?: Currency;
  total?: Minor;
  before?: Minor;
  refund?: Minor;
  amount?: Minor;
  open?: Minor;
  number?: string;
  credited?: string;
  company?: string;
  booker?: string;
  note?: string;
  due?: string;
  until?: string;
  awaits?: readonly ('host' | 'budget')[];
  seats?: number;
  path?: string;
}

/** Noon of a date on the wall of a space: an instant that is on that date there. */
const noonOf = (date: string, timeZone: string) => instantsAt(date, 12 * 60, timeZone)[0] ?? new Date(date);

/** The facts of a message as its language writes them, in the order in which they are listed. */
function writtenFacts(facts: Facts, writing: Writing, timeZone: string): Map<string, string> {
  const { number, money, day, moment, span } = writing;
  const amount = (minor?: Minor) =>
    minor === undefined || !facts.currency ? undefined : money(minor, facts.currency);
  const times = facts.times?.map(({ from, to }) => span({ from: new Date(from), to: new Date(to) }));
  const rows: [string, string | undefined][] = [
    ['room', facts.room],
    ['times', times?.join('\n')],
    ['people', facts.people === undefined ? undefined : number(facts.people)],
    ['number', facts.number],
    ['credited', facts.credited],
    ['company', facts.company],
    ['booker', facts.booker],
    ['before', amount(facts.before)],
    ['total', amount(facts.total)],
    ['amount', amount(facts.amount)],
    ['open', amount(facts.open)],
    ['refund', amount(facts.refund)],
    ['due', facts.due === undefined ? undefined : day(noonOf(facts.due, timeZone))],
    ['until', facts.until === undefined ? undefined : moment(new Date(facts.until))],
    ['note', facts.note],
  ];
  return new Map(rows.filter((row): row is [string, string] => row[1] !== undefined));
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

const breaking = (text: string) => escaped(text).replaceAll('\n', '<br>');

/** The parts of a letter, each said, before it becomes text or HTML. */
interface Parts {
  subject: string;
  greeting: string;
  opening: string[];
  facts: (readonly [label: string, value: string])[];
  closing: string[];
  action?: { label: string; url: string };
  sender: string;
}

function textOf({ greeting, opening, facts, closing, action, sender }: Parts): string {
  const listed = facts.map(([label, value]) => `${label}: ${value.replaceAll('\n', `\n${' '.repeat(4)}`)}`);
  const blocks = [
    greeting,
    ...opening,
    listed.join('\n'),
    ...closing,
    action ? `${action.label}:\n${action.url}` : '',
    `${sender}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** Tables and inline styles: the HTML that mail programs of every age agree on. No picture, no script, no tracker. */
function htmlOf(
  { subject, greeting, opening, facts, closing, action, sender }: Parts,
  language: Language,
): string {
  const start = directionOf(language) === 'rtl' ? 'right' : 'left';
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${breaking(text)}</p>`;
  const rows = facts.map(
    ([label, value]) =>
      `<tr><th scope="row" style="padding:4px 0;text-align:${start};vertical-align:top;font-weight:normal;color:#57534e">${escaped(label)}</th>` +
      `<td style="padding:4px 16px;text-align:${start}">${breaking(value)}</td></tr>`,
  );
  const button = action
    ? `<p style="margin:24px 0"><a href="${escaped(action.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#14532d;color:#ffffff;text-decoration:none">${escaped(action.label)}</a></p>`
    : '';
  return [
    `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>`,
    '<body style="margin:0;padding:24px;background:#fafaf9;color:#1c1917;font:16px/1.5 system-ui,sans-serif">',
    `<div style="max-width:560px;margin:0 auto;text-align:${start}">`,
    paragraph(greeting),
    ...opening.map(paragraph),
    rows.length > 0
      ? `<table role="presentation" style="border-collapse:collapse;margin:0 0 16px">${rows.join('')}</table>`
      : '',
    ...closing.map(paragraph),
    button,
    `<p style="margin:24px 0 0;color:#57534e">${escaped(sender)}</p></div></body></html>`,
  ].join('\n');
}

/** Puts a message into words. @throws RangeError where the language lacks one of its sentences. */
export function letterOf(words: Words, envelope: Envelope): Letter {
  const { message, values, language, recipient, space, publicUrl } = envelope;
  const facts: Facts = values;
  const written = writtenFacts(facts, writingOf(language, space.timeZone), space.timeZone);
  const gaps = { ...Object.fromEntries(written), space: space.name };
  const say = (key: string, filling: WordValues = gaps) => words.say(language, `mail.${key}`, filling);
  const paragraphs = (part: string) => words.paragraphs(language, `mail.${message}.${part}`, gaps);
  const carried = facts.seats ? [say('seats', { count: facts.seats })] : [];
  const awaited = facts.awaits?.map((one) => say(`awaits.${one}`)).join('\n');
  if (awaited) written.set('awaits', awaited);
  const { path } = facts;
  const parts: Parts = {
    subject: say(`${message}.subject`),
    greeting: say('greeting', { name: recipient }),
    opening: paragraphs('opening'),
    facts: [...written].map(([fact, value]) => [say(`facts.${fact}`), value] as const),
    closing: [...carried, ...paragraphs('closing')],
    ...(path === undefined ? {} : { action: { label: say(`${message}.action`), url: publicUrl + path } }),
    sender: say('sender'),
  };
  return { subject: parts.subject, text: textOf(parts), html: htmlOf(parts, language) };
}
