import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDiskFull, StoreError } from './error.ts';
import type { Sql } from './sql.ts';

/** What is kept back: enough for the log of a deletion of some thousand documents. */
const SPARE_BYTES = 4 * 1024 * 1024;

/**
 * Keeps some of the disk back in a file of no use. When the disk is full the file is given up, for even a deletion has
 * to be written somewhere, and until there is room for it again only what deletes is let through.
 */
export class SpareRoom {
  private full: boolean;

  constructor(
    private readonly path: string,
    private readonly sql: Sql,
  ) {
    this.full = !this.keepBack();
  }

  /** Called before what makes the store grow. @throws OutOfDiskSpace while the disk is full */
  claim(): void {
    if (!this.full || this.freeWithin() >= SPARE_BYTES) return;
    this.full = this.freeOnDisk() < 2 * SPARE_BYTES || !this.keepBack();
    if (this.full)
      throw new StoreError(
        'OutOfDiskSpace',
        'the disk is full: only what deletes is done until there is room',
      );
  }

  /** Called when a commit has failed because the disk is full. */
  ranOut(): void {
    this.full = true;
    rmSync(this.path, { force: true });
    this.emptyLog();
  }

  /** Called after a commit: on a full disk its log must not stay. */
  committed(): void {
    if (this.full) this.emptyLog();
  }

  /** Moves the log into the database. What there is no room for stays in it, and is read from there. */
  emptyLog(): void {
    try {
      this.sql.all('PRAGMA wal_checkpoint(TRUNCATE)', []);
    } catch (error) {
      if (!isDiskFull(error)) throw error;
    }
  }

  private keepBack(): boolean {
    if (existsSync(this.path)) return true;
    try {
      writeFileSync(this.path, Buffer.alloc(SPARE_BYTES), { mode: 0o600 });
      return true;
    } catch (error) {
      rmSync(this.path, { force: true });
      if (isDiskFull(error)) return false;
      throw error;
    }
  }

  private freeOnDisk(): number {
    const { bavail, bsize } = statfsSync(dirname(this.path));
    return bavail * bsize;
  }

  // Deleted documents leave the file as long as it was, with pages in it that are written again.
  private freeWithin(): number {
    const [pages] = this.sql.get('PRAGMA freelist_count', []) ?? [];
    const [size] = this.sql.get('PRAGMA page_size', []) ?? [];
    return Number(pages) * Number(size);
  }
}
