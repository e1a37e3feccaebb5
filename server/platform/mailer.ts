import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';

/** A file that a mail carries. */
export interface MailFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** One mail, complete. */
export interface Mail {
  /** Unique and the same at every attempt: becomes the Message-ID, by which receivers know a repeated mail. */
  id: string;
  fromName: string;
  to: { name: string; address: string };
  subject: string;
  language: string;
  text: string;
  html: string;
  files: readonly MailFile[];
  /** An iCalendar text that calendars act on: an invitation, its change, its withdrawal. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; text: string };
}

/** Hands mail over to whoever carries it on. */
export interface Mailer {
  /** Where mail goes: out by SMTP, or into a folder for lack of it. */
  readonly way: 'smtp' | 'file';
  /** Resolves when the mail was taken. @throws MailRefused for one that no other attempt would help; Error otherwise. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** The receiving side has said that it will never take this mail. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

interface MailerNeeds {
  smtpUrl: string | undefined;
  /** The address that mail comes from. */
  from: string;
  /** Where mail is kept when there is no SMTP. */
  folder: string;
}

function messageOf(mail: Mail, from: string) {
  const { calendar } = mail;
  return {
    messageId: `<${mail.id}@${from.split('@')[1]}>`,
    from: { name: mail.fromName, address: from },
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // Answers by machines ("out of office") help nobody here.
    headers: { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated' },
    attachments: mail.files.map(({ name, mediaType, bytes }) => ({
      filename: name,
      contentType: mediaType,
      content: Buffer.from(bytes),
    })),
    ...(calendar
      ? { icalEvent: { method: calendar.method, filename: 'invitation.ics', content: calendar.text } }
      : {}),
  };
}

/** Is this a permanent refusal (RFC 5321, 5yz) of the mail itself? A failed login also says 5yz, and can be mended. */
function isForGood(fault: unknown): boolean {
  const { responseCode, code } = Object(fault);
  return typeof responseCode === 'number' && responseCode >= 500 && code !== 'EAUTH';
}

function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  return {
    way: 'smtp',
    async send(mail) {
      try {
        await transport.sendMail(messageOf(mail, from));
      } catch (fault) {
        if (isForGood(fault)) throw new MailRefused(String(fault), { cause: fault });
        throw fault;
      }
    },
    close: () => transport.close(),
  };
}

function fileMailer(folder: string, from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    way: 'file',
    async send(mail) {
      const { message } = await transport.sendMail(messageOf(mail, from));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, `${mail.id}.eml`);
      // Whole or not at all, and over itself when it is sent again.
      await writeFile(`${path}.part`, message.toString(), { mode: 0o600 });
      await rename(`${path}.part`, path);
    },
    close: () => transport.close(),
  };
}

/** Mail by SMTP where there is a server for it, and into a folder where there is none. */
export function createMailer({ smtpUrl, from, folder }: MailerNeeds): Mailer {
  return smtpUrl === undefined ? fileMailer(folder, from) : smtpMailer(smtpUrl, from);
}
