import type { SpaceId } from '#contract/spaces';
import type { MailFile } from '#platform/mailer';
import { hashOf } from '#platform/tokens';
import type { Language } from '#values/locale';
import { type NotificationId, notificationId } from './contract.ts';
import type { Message } from './messages.ts';
import type { NotificationDocument } from './model.ts';

/** One message to one recipient. */
export type NotificationRequest = Message & {
  /** What brought it about: `booking:<id>:confirmed:<revision>`. One cause is one mail, however often it is asked for. */
  cause: string;
  spaceId: SpaceId;
  to: { name: string; address: string };
  language: Language;
  attachments?: readonly MailFile[];
  /** What calendars act on, as `#platform/ical` writes it. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; text: string };
};

/** A notification's id follows from its cause, so that one cause is one document. */
export const idOf = (cause: string): NotificationId => notificationId.parse(`n${hashOf(cause)}`);

/** A request as it waits to be sent. */
export function documentOf(
  { cause, attachments = [], spaceId, to, language, message, values, calendar }: NotificationRequest,
  now: Date,
): NotificationDocument {
  return {
    _id: idOf(cause),
    spaceId,
    to,
    language,
    message,
    values,
    files: [...attachments],
    ...(calendar ? { calendar } : {}),
    state: 'waiting',
    attempts: 0,
    copies: 0,
    nextAt: now,
    createdAt: now,
  };
}
