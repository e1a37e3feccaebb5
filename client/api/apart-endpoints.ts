import { refusal } from '#contract/introductions';
import { done } from '#contract/platform';
import { endpoint } from './call.ts';

/** Who is not to be introduced. */

/** Not with this person again. */
export const blockIntroduction = endpoint({
  method: 'PUT',
  path: '/introductions/:introductionId/block',
  reply: done,
});

export const unblockIntroduction = endpoint({
  method: 'DELETE',
  path: '/introductions/:introductionId/block',
  reply: done,
});

/** Not these two. */
export const refuseIntroduction = endpoint({
  method: 'POST',
  path: '/introductions/:introductionId/refusals',
  body: refusal,
  reply: done,
});
