import type { Invoice } from '#contract/invoices';
import type { Space } from '#contract/spaces';
import type { DomainEvents } from '#events';
import type { MailFile } from '#platform/mailer';
import { type Clock, DAY, later } from '#values/clock';
import { wallTime } from '#values/local-time';
import type { InvoiceService } from '../invoices/service.ts';
import type { NotificationService } from '../notifications/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import { reminderFor } from './dunning.ts';

interface LetterNeeds {
  clock: Clock;
  spaces: SpaceService;
  invoices: InvoiceService;
  notifications: NotificationService;
}

export type LetterService = ReturnType<typeof createLetterService>;

/** How far back papers are looked through for one whose mail a crash has cut off. */
const DAYS_LOOKED_BACK = 3;

/** After this many days without payment no mail helps any more, and the host takes over. */
const DAYS_REMINDED = 60;

/** What is written to whoever pays: invoices, credit notes, thanks, and reminders. Each once, by its cause. */
export function createLetterService({ clock, spaces, invoices, notifications }: LetterNeeds) {
  const envelopeOf = ({ customer, language }: Invoice, { id: spaceId }: Space) => ({
    spaceId,
    to: { name: customer.attention ?? customer.name, address: customer.email },
    language,
  });

  async function pdfOf(invoice: Invoice): Promise<MailFile[]> {
    const bytes = await invoices.print(invoice);
    return [{ name: `${invoice.number}.pdf`, mediaType: 'application/pdf', bytes }];
  }

  const linkTo = ({ number }: Invoice) => invoices.links.pathOf('papers', number);

  /** Mails a paper to its customer. */
  async function mailPaper(invoice: Invoice, space: Space): Promise<void> {
    const cause = `invoice:${invoice.number}:mailed`;
    if (await notifications.isKnown(cause)) return;
    const { number, kind, credits, gross: total, currency, due, carries: seats } = invoice;
    const envelope = { ...envelopeOf(invoice, space), cause, attachments: await pdfOf(invoice) };
    if (kind === 'credit-note')
      return notifications.send({
        ...envelope,
        message: 'credit-note-sent',
        values: { number, credited: credits ?? '', total, currency },
      });
    const values = { number, total, currency, due, seats, path: linkTo(invoice) };
    return notifications.send({ ...envelope, message: 'invoice-sent', values });
  }

  async function remind(space: Space, today: string, { invoice, open }: { invoice: Invoice; open: number }) {
    const { number, gross: total, currency, due } = invoice;
    const step = reminderFor(due, today);
    if (step === undefined) return;
    const cause = `invoice:${number}:overdue:${step}`;
    if (await notifications.isKnown(cause)) return;
    await notifications.send({
      ...envelopeOf(invoice, space),
      cause,
      attachments: await pdfOf(invoice),
      message: 'invoice-overdue',
      values: { number, total, currency, due, open, path: linkTo(invoice) },
    });
  }

  return {
    /** A paper was written: its customer is sent it. */
    async issued({ spaceId, invoice }: DomainEvents['invoice.issued']): Promise<void> {
      const { invoice: paper } = await invoices.byNumber(invoice);
      await mailPaper(paper, await spaces.space(spaceId));
    },

    /** Money came in: its payer is thanked. Money that goes back is told by the credit note. */
    async paid({ spaceId, invoice: number, payment, amount }: DomainEvents['invoice.paid']): Promise<void> {
      if (amount <= 0) return;
      const { invoice, standing } = await invoices.byNumber(number);
      const { currency, carries } = invoice;
      await notifications.send({
        ...envelopeOf(invoice, await spaces.space(spaceId)),
        cause: `invoice:${number}:received:${payment}`,
        message: 'payment-received',
        values: { number, amount, currency, seats: standing.open <= 0 ? carries : 0 },
      });
    },

    /** Reminds of every invoice that is due and not paid, and mails what a crash has kept from being mailed. */
    async writeDue(): Promise<void> {
      const now = clock.now();
      for (const space of await spaces.all()) {
        for (const paper of await invoices.issuedSince(space.id, later(now, -DAYS_LOOKED_BACK * DAY)))
          await mailPaper(paper, space);
        const today = wallTime(now, space.timeZone).date;
        const first = wallTime(later(now, -DAYS_REMINDED * DAY), space.timeZone).date;
        for (const { invoice, standing } of await invoices.overdue(space.id, first, today))
          await remind(space, today, { invoice, open: standing.open });
      }
    },
  };
}
