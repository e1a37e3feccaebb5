import { Aggregator } from 'mingo/aggregator';
import type { Catalogue, Collection } from './catalogue.ts';
import { type CollationOrder, equal } from './compare.ts';
import { type Doc, isDoc, plainDoc } from './document.ts';
import { StoreError } from './error.ts';
import { evaluator, libraryForm, refuseAsMongo } from './expression.ts';
import type { MatchContext } from './matcher.ts';
import { type Pipeline, pipelineContext, stageName } from './pipeline-stages.ts';
import type { Query, Reader } from './reader.ts';
import { parseSort } from './sorter.ts';
import type { StoredDocument } from './stored-document.ts';

/** What a pipeline runs with. */
export interface AggregationOptions {
  database: string;
  variables: Doc;
  collation?: CollationOrder | undefined;
  hint?: unknown;
  deadline?: number | undefined;
  /** Document bytes drawn in so far, by this pipeline and those within it. */
  drawn?: { bytes: number };
}

/** Most document bytes that one pipeline may draw in; past it an error, never a fallen process. */
const PIPELINE_BYTES = 256 * 1024 * 1024;

/** Runs aggregation pipelines: the leading stages through indexes, the rest through the library. */
export class Aggregation {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly reader: Reader,
  ) {}

  /** The results of a pipeline. `collection` is undefined for an empty source. */
  run(collection: Collection | undefined, stages: Doc[], options: AggregationOptions): Iterable<Doc> {
    const match: MatchContext = { collation: options.collation, evaluate: evaluator(options.variables) };
    for (const stage of stages) stageName(stage);
    const { query, rest } = pushDown(stages, { filter: {}, match, ...options });
    if (!collection) return this.through(rest, [], options);
    if (isCount(rest)) {
      const n = this.reader.count(collection, query);
      return n > 0 ? [{ _id: 1, n }] : [];
    }
    const drawn = { bytes: 0 };
    const { documents } = this.reader.find(collection, query);
    if (rest.length === 0) return typed(documents);
    return this.through(rest, plainFrom(documents, drawn), { ...options, drawn });
  }

  /** How the documents of a pipeline would be found. */
  explain(collection: Collection, stages: Doc[], options: AggregationOptions) {
    const match: MatchContext = { collation: options.collation, evaluate: evaluator(options.variables) };
    return this.reader.find(collection, pushDown(stages, { filter: {}, match, ...options }).query);
  }

  /** Runs stages over documents that are no collection: a pipeline update, `$documents`. */
  through(stages: Doc[], documents: Iterable<Doc>, given: AggregationOptions): Iterable<Doc> {
    const options = { ...given, drawn: given.drawn ?? { bytes: 0 } };
    const now = new Date();
    const pipeline: Pipeline = {
      collation: options.collation,
      evaluate: evaluator(options.variables, now, true),
      find: (name, filter) => this.find(options, name, filter),
      run: (inner, input, variables) =>
        this.through(inner, input, { ...options, variables: { ...options.variables, ...variables } }),
    };
    const aggregator = refuseAsMongo(
      () =>
        new Aggregator(stages.map(libraryForm), {
          idKey: '_id',
          processingMode: 0,
          useStrictMode: true,
          scriptEnabled: true,
          failOnError: true,
          variables: { NOW: now, ...plainDoc(options.variables) },
          collectionResolver: (name) => [...this.find(options, name, {})],
          context: pipelineContext(pipeline),
        }),
    );
    return guarded(() => aggregator.stream(documents));
  }

  private *find(options: AggregationOptions, name: string, filter: Doc): Generator<Doc> {
    const collection = this.catalogue.find(options.database, name);
    if (!collection) return;
    const match: MatchContext = { collation: options.collation };
    const { deadline, collation, drawn = { bytes: 0 } } = options;
    yield* plainFrom(this.reader.find(collection, { filter, match, collation, deadline }).documents, drawn);
  }
}

function* typed(documents: Iterable<StoredDocument>): Generator<Doc> {
  for (const stored of documents) yield stored.document;
}

/** Whether the rest of a pipeline is what drivers send for `countDocuments`. */
function isCount(rest: Doc[]): boolean {
  return rest.length === 1 && equal(rest[0], { $group: { _id: 1, n: { $sum: 1 } } });
}

function* plainFrom(documents: Iterable<StoredDocument>, drawn: { bytes: number }): Generator<Doc> {
  for (const stored of documents) {
    drawn.bytes += stored.bytes.length;
    if (drawn.bytes > PIPELINE_BYTES) {
      throw new StoreError('ExceededMemoryLimit', `a pipeline may draw in ${PIPELINE_BYTES} bytes at most`);
    }
    yield plainDoc(stored.document);
  }
}

function* guarded(open: () => { next(): { done: boolean; value?: unknown } }): Generator<Doc> {
  const stream = refuseAsMongo(open);
  for (;;) {
    const { done, value } = refuseAsMongo(() => stream.next());
    if (done) return;
    if (isDoc(value)) yield value;
  }
}

/** Moves the leading $match, $sort, $skip and $limit into a query that an index can answer. */
function pushDown(stages: Doc[], base: Query): { query: Query; rest: Doc[] } {
  const query: Query = { ...base };
  const rest = [...stages];
  while (rest[0] && isDoc(rest[0].$match) && !query.sort) {
    const { $match: filter } = rest[0];
    query.filter = Object.keys(query.filter).length === 0 ? filter : { $and: [query.filter, filter] };
    rest.shift();
  }
  const sort = rest[0]?.$sort;
  if (isDoc(sort)) {
    query.sort = parseSort(sort);
    rest.shift();
  }
  if (rest[0] && isWhole(rest[0].$skip)) query.skip = Number(rest.shift()?.$skip);
  if (rest[0] && isWhole(rest[0].$limit) && Number(rest[0].$limit) > 0)
    query.limit = Number(rest.shift()?.$limit);
  return { query, rest };
}

const isWhole = (value: unknown): boolean =>
  value !== undefined && Number.isInteger(Number(value)) && Number(value) >= 0;
