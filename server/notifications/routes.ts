import { z } from 'zod';
import { endpoint } from '#platform/endpoint';
import { notification, notificationDetail, notificationId, outbox, outboxQuery } from './contract.ts';
import type { NotificationService } from './service.ts';

const one = z.strictObject({ notificationId });

export const notificationRoutes = (notifications: NotificationService) => [
  endpoint({
    method: 'get',
    path: '/notifications',
    allow: 'notification:manage',
    summary: 'The mails of my space, newest first: sent, waiting, given up',
    query: outboxQuery,
    reply: outbox,
    handle: ({ actor, query }) => notifications.outbox(actor, query.state),
  }),
  endpoint({
    method: 'get',
    path: '/notifications/{notificationId}',
    allow: 'notification:manage',
    summary: 'One mail as its recipient reads it',
    params: one,
    reply: notificationDetail,
    handle: ({ actor, params }) => notifications.detail(actor, params.notificationId),
  }),
  endpoint({
    method: 'post',
    path: '/notifications/{notificationId}/resend',
    allow: 'notification:manage',
    summary: 'Send it again',
    params: one,
    reply: notification,
    handle: ({ actor, params }) => notifications.resend(actor, params.notificationId),
  }),
];
