import type { Connection } from 'mongoose';

type Reply = { cursor?: { ns: string; firstBatch?: readonly unknown[]; nextBatch?: readonly unknown[] } };

/** Counts the invoices and payments that are read from the store; each call says how many since the last, and forgets. */
export function documentsRead(connection: Connection) {
  let counts = { invoices: 0, payments: 0 };
  connection.getClient().on('commandSucceeded', ({ reply }: { reply: Reply }) => {
    const { ns = '', firstBatch = [], nextBatch = [] } = reply.cursor ?? {};
    const read = firstBatch.length + nextBatch.length;
    if (ns.endsWith('.invoices')) counts.invoices += read;
    if (ns.endsWith('.payments')) counts.payments += read;
  });
  return () => {
    const told = counts;
    counts = { invoices: 0, payments: 0 };
    return told;
  };
}
