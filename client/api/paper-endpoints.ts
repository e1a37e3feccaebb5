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
  path: '/impacts/:bookingId/:word',
  reply: bookingImpact,
});
