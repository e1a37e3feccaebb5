import type { Words } from '#platform/words';
import type { NotificationService } from '../notifications/service.ts';
import type { Invoice, Standing } from './contract.ts';
import type { Links } from './links.ts';
import { type InvoiceDocument, invoiceOf, type PaymentDocument } from './model.ts';
import { printed } from './sheet.ts';

interface LetterNeeds {
  notifications: NotificationService;
  words: Words;
  links: Links;
  publicUrl: string;
}

/** How many days later somebody is reminded again. */
const REMIND_AGAIN_DAYS = 14;

const atNoon = (date: string) => `${date}T12:00:00.000Z`;

const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** What is written to the customer about an invoice, each cause once. */
export function createLetters({ notifications, words, links, publicUrl }: LetterNeeds) {
  /** A paper as a PDF; one of a single booking leads to what the booking made possible. */
  function print(invoice: Invoice): Promise<Uint8Array<ArrayBuffer>> {
    const { bookingId } = invoice;
    const impactUrl = bookingId === undefined ? undefined : publicUrl + links.pathOf('impacts', bookingId);
    return printed(invoice, { words, impactUrl });
  }

  const addressed = ({ spaceId, customer, language }: InvoiceDocument) => ({
    spaceId,
    to: { name: customer.attention ?? customer.name, address: customer.email },
    language,
  });

  return {
    print,

    async issued(paper: InvoiceDocument): Promise<void> {
      const { invoice: number, gross, currency, due, carries: seats, credits } = paper;
      const bytes = await print(invoiceOf(paper));
      const attachments = [{ name: `${number}.pdf`, mediaType: 'application/pdf', bytes }];
      const letter = { ...addressed(paper), cause: `invoice:${number}:sent`, attachments };
      if (credits !== undefined)
        return notifications.send({
          ...letter,
          message: 'credit-note-sent',
          values: { number, credited: credits, total: -gross, currency },
        });
      const path = links.pathOf('papers', number);
      await notifications.send({
        ...letter,
        message: 'invoice-sent',
        values: { number, total: gross, currency, due: atNoon(due), seats, path },
      });
    },

    async paid(root: InvoiceDocument, { _id, amount }: PaymentDocument): Promise<void> {
      const { invoice: number, currency, carries: seats } = root;
      await notifications.send({
        ...addressed(root),
        cause: `invoice:${number}:received:${_id}`,
        message: 'payment-received',
        values: { number, amount, currency, seats },
      });
    },

    /** Reminds of what is late: at once, and every other week again. */
    async late(root: InvoiceDocument, { open }: Standing, today: string): Promise<void> {
      const { invoice: number, gross, currency, due } = root;
      const time = Math.floor(daysBetween(due, today) / REMIND_AGAIN_DAYS);
      const path = links.pathOf('papers', number);
      await notifications.send({
        ...addressed(root),
        cause: `invoice:${number}:overdue:${time}`,
        message: 'invoice-overdue',
        values: { number, total: gross, currency, due: atNoon(due), open, path },
      });
    },
  };
}
