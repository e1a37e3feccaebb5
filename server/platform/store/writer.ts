import type { Aggregation } from './aggregation.ts';
import type { Catalogue, Collection } from './catalogue.ts';
import type { CollationOrder } from './compare.ts';
import { bsonType, type Doc, encode, isDoc, own, plainDoc, restoreTypes } from './document.ts';
import { StoreError } from './error.ts';
import { evaluator } from './expression.ts';
import type { MatchContext } from './matcher.ts';
import type { Reader } from './reader.ts';
import type { Records } from './records.ts';
import type { SortKey } from './sorter.ts';
import type { StoredDocument } from './stored-document.ts';
import { applyUpdate, type Update } from './updater.ts';
import { upsertedDocument, withId } from './upsert.ts';

/** Which documents a write is for. */
export interface Target {
  database: string;
  name: string;
  filter: Doc;
  hint?: unknown;
  sort?: readonly SortKey[];
  collation?: CollationOrder | undefined;
  variables: Doc;
  deadline?: number | undefined;
}

/** An update statement. */
export interface Change {
  change: Doc | Doc[];
  /** Variables of the statement (`c`), for a pipeline. */
  constants?: Doc | undefined;
  arrayFilters: readonly Doc[];
  upsert: boolean;
  multi: boolean;
}

/** What an update did; `before` and `after` are of the last document looked at. */
export interface Updated {
  matched: number;
  modified: number;
  upsertedId?: unknown;
  before?: Doc;
  after?: Doc;
}

/** Inserts, updates and removes documents, one at a time and whole. */
export class Writer {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly records: Records,
    private readonly reader: Reader,
    private readonly aggregation: Aggregation,
  ) {}

  /** Inserts one document, `_id` first. The bytes it came as are kept when nothing about them changes. */
  insert(collection: Collection, document: Doc, bytes?: Buffer): void {
    checkId(document);
    if (bytes && Object.keys(document)[0] === '_id')
      this.records.insert(collection, document, Buffer.from(bytes));
    else this.records.insert(collection, withId(document));
  }

  update(target: Target, statement: Change): Updated {
    const collection = this.catalogue.find(target.database, target.name);
    const update = this.updateOf(target, statement);
    const result: Updated = { matched: 0, modified: 0 };
    for (const stored of this.targets(collection, target, statement.multi ? 0 : 1)) {
      const before = stored.document;
      const after = applyUpdate(before, update);
      result.matched += 1;
      result.before = before;
      result.after = after;
      if (collection && !encode(after).equals(stored.bytes)) {
        this.records.replace(collection, stored, after);
        result.modified += 1;
      }
    }
    if (result.matched === 0 && statement.upsert) this.upsert(target, update, result);
    return result;
  }

  /** Removes what matches, so many at most (0 is no limit); the last document removed. */
  remove(target: Target, limit: number): { removed: number; last?: Doc } {
    const collection = this.catalogue.find(target.database, target.name);
    const found = this.targets(collection, target, limit);
    for (const stored of found) if (collection) this.records.remove(collection, stored);
    const last = found.at(-1)?.document;
    return { removed: found.length, ...(last && { last }) };
  }

  private upsert(target: Target, update: Update, result: Updated): void {
    const document = upsertedDocument(update);
    this.insert(this.catalogue.ensure(target.database, target.name), document);
    result.upsertedId = document._id;
    result.after = document;
  }

  // All are found before the first is written, so that a document moved within an index is not met twice.
  private targets(collection: Collection | undefined, target: Target, limit: number): StoredDocument[] {
    const { filter, hint, collation, deadline, sort = [] } = target;
    if (!collection) return [];
    const match = matchOf(target);
    return [
      ...this.reader.find(collection, { filter, match, sort, hint, collation, deadline, limit }).documents,
    ];
  }

  private updateOf(target: Target, statement: Change): Update {
    const { database, collation } = target;
    const variables = { ...target.variables, ...statement.constants };
    return {
      change: statement.change,
      filter: target.filter,
      arrayFilters: statement.arrayFilters,
      match: matchOf(target),
      now: new Date(),
      pipeline: (stages, document) => {
        refuseStages(stages);
        const [result] = this.aggregation.through(stages, [plainDoc(document)], {
          database,
          variables,
          collation,
        });
        const restored = restoreTypes(document, result ?? {});
        return isDoc(restored) ? restored : {};
      },
    };
  }
}

function matchOf(target: Target): MatchContext {
  return { collation: target.collation, evaluate: evaluator(target.variables) };
}

const UPDATE_STAGES = ['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith'];

function refuseStages(stages: Doc[]): void {
  const [refused] = stages.flatMap(Object.keys).filter((name) => !UPDATE_STAGES.includes(name));
  if (refused !== undefined) {
    throw new StoreError('InvalidOptions', `${refused} is not allowed to be used within an update`);
  }
}

function checkId(document: Doc): void {
  const id = own(document, '_id');
  if (Array.isArray(id) || bsonType(id) === 'BSONRegExp') {
    const type = Array.isArray(id) ? 'array' : 'regex';
    throw new StoreError('InvalidIdField', `The '_id' value cannot be of type ${type}`);
  }
  if (isDoc(id) && Object.keys(id)[0]?.startsWith('$')) {
    throw new StoreError('DollarPrefixedFieldName', "_id fields may not contain '$'-prefixed fields");
  }
}
