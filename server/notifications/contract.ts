import { z } from 'zod';
import { idText, instant, language, mailAddress } from '#contract/platform';

/** Made from the cause of a notification, so that the same cause never notifies twice. */
export const notificationId = idText.brand<'notification'>();
export type NotificationId = z.infer<typeof notificationId>;

/** Waiting to be sent or tried again; taken by the mail server or the file outbox; given up. */
export const notificationState = z.enum(['waiting', 'sent', 'dead']);
export type NotificationState = z.infer<typeof notificationState>;

/** What a host sees of one. */
export const notification = z.strictObject({
  notificationId,
  message: z.string(),
  state: notificationState,
  to: mailAddress,
  language,
  subject: z.string(),
  attempts: z.int(),
  createdAt: instant,
  sentAt: instant.optional(),
  /** When the next attempt is made. */
  nextAt: instant.optional(),
  /** Why the last attempt failed, in the words of the mail server. */
  error: z.string().optional(),
});
export type Notification = z.infer<typeof notification>;

export const outboxQuery = z.strictObject({ state: notificationState.optional() });

/** `way` is `file` where no SMTP server is set: each mail is then a file in the data folder. */
export const outbox = z.strictObject({ way: z.enum(['smtp', 'file']), notifications: z.array(notification) });
export type Outbox = z.infer<typeof outbox>;

/** One mail as its recipient reads it; `text` is absent where its link is for the recipient alone. */
export const notificationDetail = z.strictObject({
  notification,
  text: z.string().optional(),
  files: z.array(z.string()),
});
export type NotificationDetail = z.infer<typeof notificationDetail>;

export const permissions = ['notification:manage'] as const;

export const errors = ['notification_unknown', 'notification_waiting'] as const;
