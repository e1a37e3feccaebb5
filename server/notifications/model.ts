import { type Connection, Schema } from 'mongoose';
import type { SpaceId } from '#contract/spaces';
import type { MailFile } from '#platform/mailer';
import { hashOf } from '#platform/tokens';
import type { Language } from '#values/locale';
import { type NotificationId, type NotificationState, notificationId } from './contract.ts';
import type { Message, MessageName } from './messages.ts';

export interface NotificationDocument {
  _id: NotificationId;
  spaceId: SpaceId;
  to: { name: string; address: string };
  language: Language;
  message: MessageName;
  values: Message['values'];
  files: { name: string; mediaType: string; bytes: Uint8Array }[];
  calendar?: { method: 'REQUEST' | 'CANCEL'; text: string };
  state: NotificationState;
  attempts: number;
  /** How often it was sent and then asked for again: another copy is another mail to its receiver. */
  copies: number;
  /** When it is due, or when an attempt that is under way is taken for lost. Only while it waits. */
  nextAt?: Date;
  error?: string;
  createdAt: Date;
  sentAt?: Date;
}

const required = { type: String, required: true } as const;

/** Mail holds names and addresses: it is kept as long as somebody may ask what was sent. */
const KEPT_DAYS = 180;

const schema = new Schema<NotificationDocument>(
  {
    _id: required,
    spaceId: required,
    to: { name: { type: String, default: '' }, address: required },
    language: required,
    message: required,
    // A closed union that is parsed before it is written.
    values: { type: Schema.Types.Mixed, required: true },
    files: [{ _id: false, name: required, mediaType: required, bytes: { type: Buffer, required: true } }],
    calendar: { type: { _id: false, method: required, text: required }, default: undefined },
    state: required,
    attempts: { type: Number, required: true },
    copies: { type: Number, required: true },
    nextAt: Date,
    error: String,
    createdAt: { type: Date, required: true },
    sentAt: Date,
  },
  { versionKey: false },
);
schema.index({ nextAt: 1 });
schema.index({ spaceId: 1, createdAt: -1 });
schema.index({ createdAt: 1 }, { expireAfterSeconds: KEPT_DAYS * 24 * 3600 });

export function createNotificationModel(connection: Connection) {
  return connection.model<NotificationDocument>('notification', schema, 'notifications');
}

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

/** The id that follows from a cause, so that one cause is one mail. */
export const idOf = (cause: string) => notificationId.parse(`n${hashOf(cause)}`);

/** A message as it waits to be sent. */
export function queued(
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
