import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { TestHouse } from './test-house.ts';

/** Every mail that a house without a mail server has written, as an independent parser reads it; by subject. */
export async function mailsIn({ folder, house }: TestHouse): Promise<ParsedMail[]> {
  await house.app.settled();
  await house.app.services.notifications.deliverDue();
  const names = await readdir(join(folder, 'outbox')).catch(() => []);
  const mails = await Promise.all(
    names.map(async (name) => simpleParser(await readFile(join(folder, 'outbox', name)))),
  );
  return mails.sort((a, b) => ((a.subject ?? '') < (b.subject ?? '') ? -1 : 1));
}
