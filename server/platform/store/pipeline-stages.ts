import { Context } from 'mingo/core';
import { Lazy } from 'mingo/lazy';
import * as pipelines from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import * as queries from 'mingo/operators/query';
import * as windows from 'mingo/operators/window';
import type { CollationOrder } from './compare.ts';
import { type Doc, isDoc, own, put } from './document.ts';
import { StoreError } from './error.ts';
import { EXPRESSION_CONTEXT, storeForm } from './expression.ts';
import { encodeKey } from './key-encoding.ts';
import { compileFilter } from './matcher.ts';
import { valuesAt } from './path.ts';
import { compileProjection } from './projection.ts';
import { parseSort, sortBy } from './sorter.ts';
import { setAt } from './update-path.ts';

/** What this store's own stages need: other collections, and pipelines within pipelines. */
export interface Pipeline {
  collation?: CollationOrder | undefined;
  evaluate: (expression: unknown, document: Doc) => unknown;
  find: (collection: string, filter: Doc) => Iterable<Doc>;
  run: (stages: Doc[], input: Iterable<Doc>, variables: Doc) => Iterable<Doc>;
}

type Stream = ReturnType<typeof Lazy>;

const { $out: _out, $merge: _merge, ...readingStages } = { ...pipelines };
const { $where: _where, ...safeQueries } = { ...queries };
const OWN = ['$match', '$sort', '$project', '$lookup'];
const UNSUPPORTED = new Set([
  '$collStats',
  '$indexStats',
  '$planCacheStats',
  '$geoNear',
  '$search',
  '$searchMeta',
  '$vectorSearch',
  '$listSessions',
  '$currentOp',
  '$listLocalSessions',
]);

/** The name of a stage. @throws UnknownStage, and for stages that need what this store is not */
export function stageName(stage: Doc): string {
  const names = Object.keys(stage);
  const [name] = names;
  if (name === undefined || names.length !== 1) {
    throw new StoreError(
      'NotAnArray',
      'A pipeline stage specification object must contain exactly one field.',
    );
  }
  if (name === '$changeStream' || name === '$changeStreamSplitLargeEvent') {
    throw new StoreError(
      'ChangeStreamNotSupported',
      'The $changeStream stage is only supported on replica sets',
    );
  }
  if (name === '$out' || name === '$merge') {
    throw new StoreError('BadValue', `${name} can only be the final stage in the pipeline`);
  }
  if (UNSUPPORTED.has(name)) {
    throw new StoreError('CommandNotSupported', `${name} is not supported by the embedded store`);
  }
  if (!OWN.includes(name) && !Object.hasOwn(readingStages, name)) {
    throw new StoreError('UnknownStage', `Unrecognized pipeline stage name: '${name}'`);
  }
  return name;
}

/** The library's stages, with this store's own where order, types or indexes matter. */
export function pipelineContext(pipeline: Pipeline): Context {
  const { collation, evaluate } = pipeline;
  const own = {
    $match: (stream: Stream, spec: unknown, _options: unknown) => {
      const matches = compileFilter(document('$match', storeForm(spec)), { collation, evaluate });
      return stream.filter((item: Doc) => matches(item));
    },
    $sort: (stream: Stream, spec: unknown, _options: unknown) => {
      const keys = parseSort(document('$sort', spec));
      return stream.transform((items: Doc[]) => Lazy(sortBy(items, keys, (item) => item, collation)));
    },
    $project: (stream: Stream, spec: unknown, _options: unknown) =>
      stream.map(compileProjection(document('$project', spec), { collation, evaluate })),
    $lookup: (stream: Stream, spec: unknown, _options: unknown) => {
      const join = lookup(document('$lookup', spec), pipeline);
      return stream.map((item: Doc) => join(item));
    },
  };
  return Context.from(
    Context.init({ pipeline: own }),
    EXPRESSION_CONTEXT,
    Context.init({
      pipeline: readingStages,
      projection: { ...projections },
      query: safeQueries,
      window: { ...windows },
    }),
  );
}

function document(stage: string, spec: unknown): Doc {
  if (isDoc(spec)) return spec;
  throw new StoreError('FailedToParse', `the ${stage} stage specification must be an object`);
}

const LOOKUP_FIELDS = new Set(['from', 'as', 'localField', 'foreignField', 'let', 'pipeline']);

/** Joins through the foreign collection's index; equal local values are looked up once. */
function lookup(spec: Doc, pipeline: Pipeline): (item: Doc) => Doc {
  const unknown = Object.keys(spec).find((field) => !LOOKUP_FIELDS.has(field));
  if (unknown !== undefined) throw new StoreError('FailedToParse', `unknown argument to $lookup: ${unknown}`);
  const { from, as, localField, foreignField } = spec;
  if (typeof as !== 'string') throw new StoreError('FailedToParse', "must specify 'as' field for a $lookup");
  if ((localField === undefined) !== (foreignField === undefined)) {
    throw new StoreError('FailedToParse', '$lookup requires both localField and foreignField, or neither');
  }
  const stages = Array.isArray(spec.pipeline) ? spec.pipeline.filter(isDoc) : [];
  const lets = isDoc(spec.let) ? spec.let : {};
  const known = new Map<string, Doc[]>();
  const joined = (item: Doc): Iterable<Doc> => {
    if (typeof from !== 'string') return [];
    if (typeof localField !== 'string' || typeof foreignField !== 'string') return pipeline.find(from, {});
    const filter = joinFilter(item, localField, foreignField);
    if (stages.length > 0) return pipeline.find(from, filter);
    const key = encodeKey(filter).toString('latin1');
    const found = known.get(key) ?? [...pipeline.find(from, filter)];
    known.set(key, found);
    return found;
  };
  return (item) => {
    const variables: Doc = {};
    for (const name of Object.keys(lets)) put(variables, name, pipeline.evaluate(lets[name], item));
    const result = { ...item };
    const found = joined(item);
    setAt(result, as.split('.'), [...(stages.length > 0 ? pipeline.run(stages, found, variables) : found)]);
    return result;
  };
}

function joinFilter(item: Doc, localField: string, foreignField: string): Doc {
  const parts = localField.split('.');
  const values = valuesAt(item, parts);
  const isArray = parts.length > 1 || Array.isArray(own(item, localField));
  if (values.length === 0)
    return isArray && Array.isArray(own(item, localField))
      ? { [foreignField]: { $in: [] } }
      : { [foreignField]: null };
  return { [foreignField]: values.length === 1 ? { $eq: values[0] } : { $in: values } };
}
