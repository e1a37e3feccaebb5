import type { Model } from 'mongoose';
import { canonical } from '#values/canonical';
import { isDuplicate } from './duplicate-key.ts';
import { hashOf } from './tokens.ts';
import { createTurns } from './turns.ts';

/** What makes a document a link of a chain: never changed, numbered without a gap, holding the hash before it. */
export interface Link {
  /** Its cause: whatever is asked twice is written once. */
  _id: string;
  /** Which chain. */
  chain: string;
  /** 1, 2, 3 … in its chain. */
  number: number;
  /** The hash of the link before; empty for the first. */
  previous: string;
  hash: string;
}

/** The fields that every schema of links has. */
export const LINK_FIELDS = {
  _id: { type: String, required: true },
  chain: { type: String, required: true },
  number: { type: Number, required: true },
  previous: { type: String, default: '' },
  hash: { type: String, required: true },
} as const;

/** The hash of a link: of all it says and of its place, so of the hash before it too. */
export function hashOfLink<Content extends object>(content: Content, place: Omit<Link, 'hash'>): string {
  return hashOf(canonical({ ...content, ...place }));
}

/** What is wrong with a link, given the one before it: a number left out or given twice, or something altered. */
export function faultOfLink(link: Link, before: Link | undefined): 'gap' | 'hash' | undefined {
  if (link.number !== (before?.number ?? 0) + 1) return 'gap';
  const { hash, ...rest } = link;
  const isWhole = link.previous === (before?.hash ?? '') && hash === hashOf(canonical(rest));
  return isWhole ? undefined : 'hash';
}

/** Where a link goes, and what it is written for. */
export interface Place {
  chain: string;
  cause: string;
}

export interface Chain<Content extends object> {
  /**
   * Appends what `build` makes of the last link, or returns what the same cause has written before. `build` is asked
   * again when another process was quicker, so it may decide by all that stands up to the last link, and by no more.
   */
  append(
    place: Place,
    build: (last: (Link & Content) | undefined) => Promise<Content> | Content,
  ): Promise<{ link: Link & Content; isNew: boolean }>;
}

/**
 * Keeps chains in a model whose index makes `chain` and `number` unique together: `last + 1`, tried again when taken.
 * In one process the writers of a chain take turns, so that they do not race for every number.
 */
export function createChain<Content extends object>(Links: Model<Link & Content>): Chain<Content> {
  const turns = createTurns();

  const known = (cause: string) => Links.findOne({ _id: cause }).lean<Link & Content>();

  async function insert(link: Link & Content): Promise<boolean> {
    try {
      await Links.insertOne(link);
      return true;
    } catch (fault) {
      if (!isDuplicate(fault)) throw fault;
      return false;
    }
  }

  async function write({ chain, cause }: Place, build: Parameters<Chain<Content>['append']>[1]) {
    for (;;) {
      const before = await known(cause);
      if (before) return { link: before, isNew: false };
      const last = await Links.findOne({ chain }).sort({ number: -1 }).lean<Link & Content>();
      const content = await build(last ?? undefined);
      const place = { _id: cause, chain, number: (last?.number ?? 0) + 1, previous: last?.hash ?? '' };
      const link = { ...content, ...place, hash: hashOfLink(content, place) };
      if (await insert(link)) return { link, isNew: true };
    }
  }

  return { append: (place, build) => turns.take(place.chain, () => write(place, build)) };
}
