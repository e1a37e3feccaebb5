import { z } from 'zod';

/** Whoever holds this word answers for a budget; it stands in the approver's mail. */
export const approvalWord = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{1,63}\.[A-Za-z0-9_-]{43}$/);

export const approvalAnswer = z.strictObject({ approve: z.boolean() });

export const permissions = ['approval:answer'] as const;

export const errors = [] as const;
