import { approvalAnswer } from '#contract/approvals';
import { approval } from '#contract/companies';
import { invoiceDetail } from '#contract/invoices';
import { checkout } from '#contract/payments';
import { bookingImpact } from '#contract/reports';
import { endpoint } from './call.ts';

/** What is asked by those who hold the link of a mail or a paper. */

export const readPaper = endpoint({ method: 'GET', path: '/papers/:number/:word', reply: invoiceDetail });

export const payByCard = endpoint({
  method: 'POST',
  path: '/papers/:number/:word/checkout',
  reply: checkout,
});

export const readImpact = endpoint({
  method: 'GET',
  path: '/impacts/:subject/:word',
  reply: bookingImpact,
});

export const readApproval = endpoint({ method: 'GET', path: '/approvals/:word', reply: approval });

export const answerApproval = endpoint({
  method: 'POST',
  path: '/approvals/:word',
  body: approvalAnswer,
  reply: approval,
});
