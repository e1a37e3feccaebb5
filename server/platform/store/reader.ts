import type { Collection } from './catalogue.ts';
import type { CollationOrder } from './compare.ts';
import type { Doc } from './document.ts';
import { StoreError } from './error.ts';
import type { KeyRange } from './key-ranges.ts';
import { compileFilter, type MatchContext } from './matcher.ts';
import { type Plan, planFor } from './planner.ts';
import { NotQuick } from './quick-reads.ts';
import type { Records } from './records.ts';
import { type SortKey, sortBy } from './sorter.ts';
import { bytesOf, type Sql } from './sql.ts';
import type { StoredDocument } from './stored-document.ts';

/** What is read, in MongoDB's words. */
export interface Query {
  filter: Doc;
  match: MatchContext;
  sort?: readonly SortKey[];
  skip?: number;
  /** 0 is no limit. */
  limit?: number;
  hint?: unknown;
  collation?: CollationOrder | undefined;
  /** The instant, in milliseconds, after which reading stops with MaxTimeMSExpired. */
  deadline?: number | undefined;
}

/** What a read looked at, for `explain` and for tests that count work. */
export interface Work {
  plan: Plan;
  keys: number;
  documents: number;
}

type Log = (entry: { msg: string; [k: string]: unknown }) => void;

const CHUNK = 256;
/** Documents between two looks at the clock. */
const CHECK_EVERY = 64;
/** Most bytes a sort in memory may hold, as in MongoDB. */
const SORT_BYTES = 100 * 1024 * 1024;
/** A read through no index is worth a line in the log from this many documents on. */
const NOTEWORTHY_SCAN = 100;

/** Finds documents: plans, walks an index or all documents, checks, sorts and cuts. */
export class Reader {
  /** Most documents that one read may look at; past it NotQuick is thrown. */
  allowance = Number.POSITIVE_INFINITY;

  constructor(
    private readonly sql: Sql,
    private readonly records: Records,
    private readonly log: Log,
  ) {}

  /** Documents one by one, and the work done so far. */
  find(collection: Collection, query: Query): { documents: Generator<StoredDocument>; work: Work } {
    const plan = planFor(collection, {
      filter: query.filter,
      sort: query.sort ?? [],
      hint: query.hint,
      collated: query.collation !== undefined,
    });
    const work: Work = { plan, keys: 0, documents: 0 };
    const matches = compileFilter(query.filter, query.match);
    const found = this.matching(collection, query, work, matches);
    const ordered = plan.sorted ? found : sorted(found, query);
    return { documents: cut(ordered, query.skip ?? 0, query.limit ?? 0), work };
  }

  /** How many documents match; exact index ranges are counted without reading documents. */
  count(collection: Collection, query: Query): number {
    if (Object.keys(query.filter).length === 0) {
      const all = Math.max(0, this.records.count(collection) - (query.skip ?? 0));
      return query.limit ? Math.min(all, query.limit) : all;
    }
    let count = 0;
    for (const _ of this.find(collection, query).documents) count += 1;
    return count;
  }

  private *matching(
    collection: Collection,
    query: Query,
    work: Work,
    matches: (document: Doc) => boolean,
  ): Generator<StoredDocument> {
    const { plan } = work;
    const { revision } = this.records;
    const indexed = plan.index ? [plan] : plan.branches;
    const candidates = indexed
      ? this.byIndex(collection, indexed, work)
      : this.records.all(collection, plan.backwards);
    for (const stored of candidates) {
      work.documents += 1;
      if (work.documents > this.allowance) throw new NotQuick();
      if (query.deadline !== undefined && work.documents % CHECK_EVERY === 1 && Date.now() > query.deadline) {
        throw new StoreError('MaxTimeMSExpired', 'operation exceeded time limit');
      }
      // Between two batches of a cursor a document may change whose key was read before.
      const isAsItsKey = plan.exact && this.records.revision === revision;
      if (isAsItsKey || matches(stored.document)) yield stored;
    }
    if (!indexed && work.documents >= NOTEWORTHY_SCAN && Object.keys(query.filter).length > 0) {
      const namespace = `${collection.database}.${collection.name}`;
      this.log({
        msg: 'read without an index',
        namespace,
        fields: Object.keys(query.filter),
        documents: work.documents,
      });
    }
  }

  private *byIndex(collection: Collection, plans: Plan[], work: Work): Generator<StoredDocument> {
    const ways = plans.flatMap(({ index, ranges, backwards }) =>
      index ? ranges.map((range) => ({ index, range, backwards })) : [],
    );
    const seen = ways.length > 1 || ways[0]?.index.multikey ? new Set<number>() : undefined;
    for (const { index, range, backwards } of ways) {
      for (const record of this.recordsIn(index.id, range, backwards)) {
        work.keys += 1;
        if (seen?.has(record)) continue;
        seen?.add(record);
        const stored = this.records.read(collection, record);
        if (stored) yield stored;
      }
    }
  }

  // Read in chunks, never by an open statement: a write may come between two batches of a cursor. A chunk comes as one
  // row, because a row costs five times as much to hand over as to find.
  private *recordsIn(index: number, range: KeyRange, backwards: boolean): Generator<number> {
    const [order, within, farthest] = backwards
      ? ['key DESC, record DESC', '(key, record) < (?, ?) AND key >= ?', 'min(key)']
      : ['key, record', '(key, record) > (?, ?) AND key < ?', 'max(key)'];
    const chunk = `SELECT key, record FROM index_${index} WHERE ${within} ORDER BY ${order} LIMIT ${CHUNK}`;
    const text = `SELECT group_concat(record, ',' ORDER BY ${order}), ${farthest} FROM (${chunk})`;
    let from: Buffer = backwards ? range.high : range.low;
    let after = -1;
    for (;;) {
      const [found, last] = this.sql.get(text, [from, after, backwards ? range.low : range.high]) ?? [];
      // Nothing is there.
      if (typeof found !== 'string') return;
      const records = found.split(',').map(Number);
      yield* records;
      if (records.length < CHUNK) return;
      from = bytesOf(last);
      after = records.at(-1) ?? after;
    }
  }
}

function* sorted(found: Generator<StoredDocument>, query: Query): Generator<StoredDocument> {
  const all: StoredDocument[] = [];
  let bytes = 0;
  for (const stored of found) {
    all.push(stored);
    bytes += stored.bytes.length;
    if (bytes > SORT_BYTES) {
      throw new StoreError(
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        `Sort exceeded memory limit of ${SORT_BYTES} bytes`,
      );
    }
  }
  yield* sortBy(all, query.sort ?? [], (stored) => stored.document, query.collation);
}

function* cut(found: Generator<StoredDocument>, skip: number, limit: number): Generator<StoredDocument> {
  let position = 0;
  for (const stored of found) {
    position += 1;
    if (position <= skip) continue;
    yield stored;
    if (limit > 0 && position >= skip + limit) return;
  }
}
