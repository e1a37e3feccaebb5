import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server that keeps what it is given, and can be told to refuse it. */
export interface MailSink {
  url: string;
  /** Every mail that was taken, as an independent parser reads it. */
  mails: ParsedMail[];
  /** How it answers from now on: takes mail, says "not now" (RFC 5321, 4yz), or "never" (5yz). */
  answers(how: 'takes' | 'not-now' | 'never'): void;
  /** Stops listening, so that nobody gets through; and starts again at the same address. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

const REFUSALS = { 'not-now': 451, never: 550 } as const;

function refusal(code: number): Error {
  return Object.assign(new Error('mailbox does not take this'), { responseCode: code });
}

/** A mail server on a free port of this machine. */
export async function openMailSink(): Promise<MailSink> {
  const mails: ParsedMail[] = [];
  let how: 'takes' | 'not-now' | 'never' = 'takes';
  let port = 0;
  let server: SMTPServer | undefined;

  async function start(): Promise<void> {
    const opened = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData(stream, _session, callback) {
        simpleParser(stream).then((mail) => {
          if (how !== 'takes') return callback(refusal(REFUSALS[how]));
          mails.push(mail);
          callback();
        }, callback);
      },
    });
    opened.on('error', () => {
      // A client that breaks off is what some tests are about.
    });
    server = opened;
    await new Promise<void>((resolve) => {
      const listening = opened.listen(port, '127.0.0.1', resolve);
      listening.once('listening', () => {
        port = (listening.address() as AddressInfo).port;
      });
    });
  }

  await start();
  return {
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
    mails,
    answers: (next) => {
      how = next;
    },
    stop: () => new Promise((resolve) => server?.close(resolve)),
    start,
  };
}
