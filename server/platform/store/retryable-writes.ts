import { Binary } from 'bson';
import { type Doc, isDoc } from './document.ts';
import { StoreError } from './error.ts';
import { bytesOf, type Sql } from './sql.ts';

/** How long an answer is kept for a retry: the life of a session, in milliseconds. */
const KEPT_MS = 30 * 60 * 1000;

/** Answers a numbered write once: a retry gets the first answer, stored in the transaction of the write. */
export class RetryableWrites {
  constructor(private readonly sql: Sql) {}

  once(body: Doc, perform: () => Buffer): Buffer {
    const session = isDoc(body.lsid) ? body.lsid.id : undefined;
    if (!(session instanceof Binary)) {
      throw new StoreError('InvalidOptions', 'Transaction number requires a session ID to also be specified');
    }
    const key = Buffer.from(session.value());
    const number = String(body.txnNumber);
    const known = this.sql.get('SELECT answer FROM answers WHERE session = ? AND number = ?', [key, number]);
    if (known) return bytesOf(known[0]);
    const answer = perform();
    this.sql.run('INSERT INTO answers (session, number, at, answer) VALUES (?, ?, ?, ?)', [
      key,
      number,
      Date.now(),
      answer,
    ]);
    return answer;
  }
}

/** Forgets answers that no live session can ask for again. */
export function forgetOldAnswers(sql: Sql, now: number): void {
  sql.run('DELETE FROM answers WHERE at < ?', [now - KEPT_MS]);
}
