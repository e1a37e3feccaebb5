import { StoreError } from './error.ts';
import type { Sql } from './sql.ts';

interface Task {
  writes: boolean;
  run: () => void;
  fail: (error: unknown) => void;
  succeed: () => void;
}

/**
 * Runs what is queued in one turn of the loop as one SQLite transaction, and lets callers know after the
 * commit. So an answer is never sent for what a crash could still undo, and many writers share one fsync.
 */
export class GroupCommit {
  private queue: Task[] = [];
  private scheduled = false;
  private closed = false;

  constructor(
    private readonly sql: Sql,
    private readonly hooks: {
      /** Called after a rollback: what memory holds may never have happened. */
      rolledBack: (because: unknown) => void;
      /** Called after a commit, before anybody is told of it. */
      committed?: () => void;
      /** Called when what only reads has its snapshot, which it needs where another connection writes meanwhile. */
      snapshot?: () => void;
    },
  ) {}

  /** Queues work. A refusal (StoreError) fails its own caller; any other error fails the whole batch. */
  submit<T>(writes: boolean, work: () => T): Promise<T> {
    if (this.closed) return Promise.reject(new Error('the store is closed'));
    return new Promise<T>((resolve, reject) => {
      let result: { value: T } | { refusal: unknown } | undefined;
      this.queue.push({
        writes,
        run: () => {
          try {
            result = { value: work() };
          } catch (error) {
            // What only reads has changed nothing that would have to be undone.
            if (writes && !(error instanceof StoreError)) throw error;
            result = { refusal: error };
          }
        },
        fail: reject,
        succeed: () => {
          if (!result) reject(new Error('the work did not run'));
          else if ('refusal' in result) reject(result.refusal);
          else resolve(result.value);
        },
      });
      this.schedule();
    });
  }

  /** Runs everything queued now. */
  flush(): void {
    this.scheduled = false;
    const batch = this.queue;
    this.queue = [];
    if (batch.length === 0) return;
    try {
      this.runBatch(batch);
    } catch (error) {
      for (const task of batch) task.fail(error);
      return;
    }
    for (const task of batch) task.succeed();
  }

  /** Runs what is queued and takes no more. */
  close(): void {
    this.flush();
    this.closed = true;
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => this.flush());
  }

  private runBatch(batch: readonly Task[]): void {
    const writes = batch.some((task) => task.writes);
    if (!writes && !this.hooks.snapshot) {
      for (const task of batch) task.run();
      return;
    }
    this.sql.exec(writes ? 'BEGIN IMMEDIATE' : 'BEGIN');
    try {
      if (!writes) this.hooks.snapshot?.();
      for (const task of batch) task.run();
      this.sql.exec('COMMIT');
      this.hooks.committed?.();
    } catch (error) {
      this.rollBack(error);
      throw error;
    }
  }

  private rollBack(because: unknown): void {
    try {
      this.sql.exec('ROLLBACK');
    } catch {
      // SQLite has already rolled back by itself, as it does when the disk is full.
    }
    this.hooks.rolledBack(because);
  }
}
