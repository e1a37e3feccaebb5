import { type Logger, pino } from 'pino';

export type Log = Logger;

/** One JSON line an entry on standard error, so that what a person started the server for stays readable. */
export function createLog(level: string): Log {
  return pino(
    { level, base: undefined, redact: ['*.token', '*.secret', '*.pin', '*.cookie'] },
    pino.destination({ fd: 2, sync: false }),
  );
}
