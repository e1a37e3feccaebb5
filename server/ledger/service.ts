import type { Connection } from 'mongoose';
import type { SpaceId } from '#contract/spaces';
import { createChain, faultOfLink } from '#platform/chain';
import type { Clock } from '#values/clock';
import type { Currency } from '#values/money';
import type { SpaceService } from '../spaces/service.ts';
import { type Balances, folded, gathered, isBalanced } from './balance.ts';
import type { About, Account, Part, Posting, Proof, Use } from './contract.ts';
import {
  createEntryModel,
  createProofModel,
  type EntryContent,
  type EntryDocument,
  type ProofDocument,
} from './model.ts';

interface LedgerNeeds {
  connection: Connection;
  clock: Clock;
  spaces: SpaceService;
}

export type LedgerService = ReturnType<typeof createLedgerService>;

/** The books of one space in one unit of account. */
export interface Book {
  spaceId: SpaceId;
  unit: Currency;
}

/** An entry as its cause asks for it. `uses` says which earlier credits of the seat fund it uses up. */
export interface Draft {
  at: Date;
  about: About;
  postings: readonly Posting[];
  uses?: readonly Use[];
  /** Of a collective invoice: what changes of each booking on it. */
  parts?: readonly Part[];
}

const chainOf = ({ spaceId, unit }: Book) => `${spaceId}:${unit}`;

/** How many entries are held at once while a book is read. */
const PAGE = 500;

/** The books: append-only, balanced, numbered without a gap and hash-chained. A correction is a reversal. */
export function createLedgerService({ connection, clock, spaces }: LedgerNeeds) {
  const Entries = createEntryModel(connection);
  const Proofs = createProofModel(connection);
  const chain = createChain<EntryContent>(Entries);
  const cache = new Map<string, { upTo: number; balances: Balances }>();

  function page(book: Book, after: number, limit = PAGE): Promise<EntryDocument[]> {
    return Entries.find({ chain: chainOf(book), number: { $gt: after } })
      .sort({ number: 1 })
      .limit(limit)
      .lean<EntryDocument[]>();
  }

  /** All entries of a book in order, a page in memory at a time. */
  async function* walk(book: Book, after = 0): AsyncGenerator<EntryDocument> {
    for (let from = after; ; ) {
      const entries = await page(book, from);
      yield* entries;
      const last = entries.at(-1);
      if (!last) return;
      from = last.number;
    }
  }

  function contentOf({ spaceId, unit }: Book, draft: Draft): EntryContent {
    const { at, about, uses = [], parts = [] } = draft;
    const postings = gathered(draft.postings);
    if (!isBalanced(postings)) throw new RangeError(`an entry that does not sum to zero: ${about.kind}`);
    const content = { spaceId, unit, at, about, postings, uses: [...uses] };
    return parts.length > 0 ? { ...content, parts: [...parts] } : content;
  }

  /**
   * Writes what a cause brings about, once. `build` may decide by all that stands in the book; where somebody else was
   * quicker it is asked again.
   * @throws RangeError for postings that do not sum to zero.
   */
  async function append(book: Book, cause: string, build: () => Promise<Draft> | Draft) {
    const place = { chain: chainOf(book), cause };
    const { link, isNew } = await chain.append(place, async () => contentOf(book, await build()));
    return { entry: link, isNew };
  }

  async function balances(book: Book) {
    const known = cache.get(chainOf(book)) ?? { upTo: 0, balances: {} };
    const entries: EntryDocument[] = [];
    for await (const entry of walk(book, known.upTo)) entries.push(entry);
    const now = {
      upTo: entries.at(-1)?.number ?? known.upTo,
      balances: folded(known.balances, entries),
    };
    cache.set(chainOf(book), now);
    return now;
  }

  /** Walks through a whole book and keeps what it found. */
  async function prove(book: Book): Promise<ProofDocument> {
    const found: ProofDocument = { _id: chainOf(book), at: clock.now(), entries: 0 };
    let before: EntryDocument | undefined;
    for await (const entry of walk(book)) {
      const rule = faultOfLink(entry, before) ?? (isBalanced(entry.postings) ? undefined : 'sum');
      found.fault ??= rule && { number: entry.number, rule };
      found.entries++;
      before = entry;
    }
    await Proofs.replaceOne({ _id: found._id }, found, { upsert: true });
    return found;
  }

  return {
    append,
    page,
    walk,
    balances,
    prove,

    /** The book that a space keeps its money in. */
    async bookOf(spaceId: SpaceId): Promise<Book> {
      return { spaceId, unit: (await spaces.space(spaceId)).currency };
    },

    /** Undoes an entry: the same postings with their signs turned. Asked twice, it undoes once. */
    reverse: (book: Book, cause: string) =>
      append(book, `${cause}:reversed`, async () => {
        const wrong = await Entries.findOne({ _id: cause, chain: chainOf(book) }).lean<EntryDocument>();
        if (!wrong) throw new RangeError(`no entry ${cause}`);
        const postings = wrong.postings.map(({ account, amount }) => ({ account, amount: -amount }));
        return { at: clock.now(), about: { kind: 'reversal', reverses: cause }, postings };
      }),

    /** Has this cause been booked? */
    async has(cause: string): Promise<boolean> {
      return (await Entries.exists({ _id: cause })) !== null;
    },

    /** What is booked of an invoice and its credit notes, in order. */
    ofInvoice: (invoice: string) =>
      Entries.find({ 'about.invoice': invoice }).sort({ number: 1 }).lean<EntryDocument[]>(),

    /** What is booked of a booking, on an invoice of its own or on its company's. */
    ofBooking: (booking: string) =>
      Entries.find({ $or: [{ 'about.booking': booking }, { 'parts.booking': booking }] })
        .sort({ number: 1 })
        .lean<EntryDocument[]>(),

    ofPerson: (person: string, date: string) =>
      Entries.find({ 'about.person': person, 'about.date': date })
        .sort({ number: 1 })
        .lean<EntryDocument[]>(),

    /** The entries that touch an account, after a number. */
    touching: (book: Book, account: Account, after = 0) =>
      Entries.find({ chain: chainOf(book), 'postings.account': account, number: { $gt: after } })
        .sort({ number: 1 })
        .lean<EntryDocument[]>(),

    /** The entries written in [from, to). */
    between: (book: Book, from: Date, to: Date) =>
      Entries.find({ chain: chainOf(book), at: { $gte: from, $lt: to } })
        .sort({ number: 1 })
        .lean<EntryDocument[]>(),

    /** What an account held just before an instant: the sum of all that was written until then. */
    async heldBefore(book: Book, account: Account, at: Date): Promise<number> {
      const [held] = await Entries.aggregate<{ sum: number }>([
        { $match: { chain: chainOf(book), 'postings.account': account, at: { $lt: at } } },
        { $unwind: '$postings' },
        { $match: { 'postings.account': account } },
        { $group: { _id: null, sum: { $sum: '$postings.amount' } } },
      ]);
      return held?.sum ?? 0;
    },

    /** The entries of these numbers. */
    numbered: (book: Book, numbers: readonly number[]) =>
      Entries.find({ chain: chainOf(book), number: { $in: [...numbers] } }).lean<EntryDocument[]>(),

    /** The entries that use up what these entries brought into the fund. */
    using: (book: Book, numbers: readonly number[]) =>
      Entries.find({ chain: chainOf(book), 'uses.entry': { $in: [...numbers] } })
        .sort({ number: 1 })
        .lean<EntryDocument[]>(),

    /** What the last proof found; none yet is told as nothing read. */
    async lastProof(book: Book): Promise<Proof> {
      const found = await Proofs.findById(chainOf(book)).lean<ProofDocument>();
      if (!found) return { entries: 0 };
      const { at, entries, fault } = found;
      return { at: at.toISOString(), entries, ...(fault ? { fault } : {}) };
    },

    async proveAll(): Promise<void> {
      for (const { id: spaceId, currency: unit } of await spaces.all()) await prove({ spaceId, unit });
    },
  };
}
