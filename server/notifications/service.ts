import type { Connection } from 'mongoose';
import { isDuplicate } from '#platform/duplicate-key';
import { type Mail, type Mailer, MailRefused } from '#platform/mailer';
import type { Words } from '#platform/words';
import type { Actor } from '#values/actor';
import { type Clock, later, MINUTE } from '#values/clock';
import { conflict, missing } from '#values/errors';
import type { SpaceService } from '../spaces/service.ts';
import type {
  Notification,
  NotificationDetail,
  NotificationId,
  NotificationState,
  Outbox,
} from './contract.ts';
import { type Letter, letterOf } from './letter.ts';
import { CONFIDENTIAL, messages } from './messages.ts';
import {
  createNotificationModel,
  idOf,
  type NotificationDocument,
  type NotificationRequest,
  queued,
} from './model.ts';
import { nextAttempt } from './retry.ts';

interface NotificationNeeds {
  connection: Connection;
  clock: Clock;
  spaces: SpaceService;
  mailer: Mailer;
  words: Words;
  /** What the links in mails begin with. */
  publicUrl: string;
}

export type { NotificationRequest };

export type NotificationService = ReturnType<typeof createNotificationService>;

/** An attempt that has not ended after this long died with its process. */
const ATTEMPT_MINUTES = 5;

/** How many of the newest a host is shown. */
const SHOWN = 200;

/** Mail that arrives: queued with its cause as its id, tried until it is taken, and shown to hosts. */
export function createNotificationService(needs: NotificationNeeds) {
  const { connection, clock, spaces, mailer, words, publicUrl } = needs;
  const Notifications = createNotificationModel(connection);

  async function letterFor({ spaceId, to, ...document }: NotificationDocument): Promise<Letter> {
    const space = await spaces.space(spaceId);
    return letterOf(words, { ...document, recipient: to.name, space, publicUrl });
  }

  async function mailOf(document: NotificationDocument): Promise<Mail> {
    const { _id, copies, spaceId, to, language, files, calendar } = document;
    const { name: fromName } = await spaces.space(spaceId);
    const letter = await letterFor(document);
    const id = copies === 0 ? _id : `${_id}.${copies}`;
    return { id, fromName, to, language, files, ...letter, ...(calendar ? { calendar } : {}) };
  }

  /** Takes the next one that is due, so that no other process tries it meanwhile. */
  function takeDue(now: Date) {
    return Notifications.findOneAndUpdate(
      { nextAt: { $lte: now } },
      { $set: { nextAt: later(now, ATTEMPT_MINUTES * MINUTE) }, $inc: { attempts: 1 } },
      { returnDocument: 'after', sort: { nextAt: 1 } },
    ).lean<NotificationDocument>();
  }

  /** Writes how an attempt ended, unless another was begun since. */
  async function settle({ _id, attempts }: NotificationDocument, update: object): Promise<void> {
    await Notifications.updateOne({ _id, attempts, state: 'waiting' }, update);
  }

  async function attempt(document: NotificationDocument): Promise<void> {
    try {
      await mailer.send(await mailOf(document));
    } catch (fault) {
      const error = String(fault).slice(0, 500);
      const nextAt = fault instanceof MailRefused ? undefined : nextAttempt(document.attempts, clock.now());
      const update = nextAt
        ? { $set: { error, nextAt } }
        : { $set: { error, state: 'dead' }, $unset: { nextAt: 1 } };
      return settle(document, update);
    }
    const sent = { state: 'sent', sentAt: clock.now() };
    await settle(document, { $set: sent, $unset: { nextAt: 1, error: 1 } });
  }

  async function viewOf(document: NotificationDocument): Promise<Notification> {
    const { _id, message, state, to, language, attempts, createdAt, sentAt, nextAt, error } = document;
    const { subject } = await letterFor(document);
    return {
      notificationId: _id,
      message,
      state,
      to: to.address,
      language,
      subject,
      attempts,
      createdAt: createdAt.toISOString(),
      ...(sentAt ? { sentAt: sentAt.toISOString() } : {}),
      ...(nextAt ? { nextAt: nextAt.toISOString() } : {}),
      ...(error === undefined ? {} : { error }),
    };
  }

  /** @throws DomainError missing `notification_unknown`, also for another space's. */
  async function ofSpace(actor: Actor, id: NotificationId): Promise<NotificationDocument> {
    const { id: spaceId } = await spaces.spaceFor(actor);
    const found = await Notifications.findOne({ _id: id, spaceId }).lean<NotificationDocument>();
    if (!found) throw missing('notification_unknown');
    return found;
  }

  return {
    /** Queues a message; asked again with the same cause, it does nothing. @throws ZodError for values that do not fit. */
    async send(request: NotificationRequest): Promise<void> {
      messages[request.message].parse(request.values);
      try {
        await Notifications.insertOne(queued(request, clock.now()));
      } catch (fault) {
        if (!isDuplicate(fault)) throw fault;
      }
    },

    /** Was a mail for this cause asked for already? */
    async isKnown(cause: string): Promise<boolean> {
      return (await Notifications.exists({ _id: idOf(cause) })) !== null;
    },

    /** Tries all that is due, one after the other. */
    async deliverDue(): Promise<void> {
      for (let due = await takeDue(clock.now()); due; due = await takeDue(clock.now())) await attempt(due);
    },

    /** The newest of the actor's space. @throws DomainError forbidden `space_foreign`. */
    async outbox(actor: Actor, state?: NotificationState): Promise<Outbox> {
      const { id: spaceId } = await spaces.spaceFor(actor);
      const found = await Notifications.find({ spaceId, ...(state ? { state } : {}) }, { files: 0 })
        .sort({ createdAt: -1 })
        .limit(SHOWN)
        .lean<NotificationDocument[]>();
      return { way: mailer.way, notifications: await Promise.all(found.map(viewOf)) };
    },

    /** One mail as its recipient reads it. @throws DomainError missing `notification_unknown`. */
    async detail(actor: Actor, id: NotificationId): Promise<NotificationDetail> {
      const document = await ofSpace(actor, id);
      const isOpen = !CONFIDENTIAL.has(document.message);
      return {
        notification: await viewOf(document),
        files: document.files.map(({ name }) => name),
        ...(isOpen ? { text: (await letterFor(document)).text } : {}),
      };
    },

    /**
     * Sends one again: a dead one as the mail it was, a sent one as another copy.
     * @throws DomainError missing `notification_unknown`, conflict `notification_waiting`.
     */
    async resend(actor: Actor, id: NotificationId): Promise<Notification> {
      const { state } = await ofSpace(actor, id);
      const again = await Notifications.findOneAndUpdate(
        { _id: id, state: { $in: ['sent', 'dead'] } },
        {
          $set: { state: 'waiting', attempts: 0, nextAt: clock.now() },
          $unset: { error: 1, sentAt: 1 },
          $inc: { copies: state === 'sent' ? 1 : 0 },
        },
        { returnDocument: 'after' },
      ).lean<NotificationDocument>();
      if (!again) throw conflict('notification_waiting');
      return viewOf(again);
    },
  };
}
