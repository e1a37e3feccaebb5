import type { AggregationOptions } from '../aggregation.ts';
import { Arguments } from '../arguments.ts';
import { type Doc, encode, isDoc, own } from '../document.ts';
import type { Call, Command, Engine } from '../engine.ts';
import { StoreError } from '../error.ts';
import { variablesOf } from '../expression.ts';
import type { Index } from '../index-spec.ts';
import { valueAt } from '../path.ts';
import { namedCollection } from './namespace.ts';

const FIELDS = [
  'pipeline',
  'cursor',
  'explain',
  'allowDiskUse',
  'bypassDocumentValidation',
  'collation',
  'hint',
  'let',
];
const MERGE_FIELDS = ['into', 'on', 'let', 'whenMatched', 'whenNotMatched'];

function aggregate(engine: Engine, call: Call): Doc {
  const { args } = call;
  const pipeline = args.documents('pipeline');
  const cursor = args.document('cursor');
  if (!pipeline) throw args.missing('pipeline');
  args.refuse('explain');
  if (!cursor)
    throw new StoreError(
      'FailedToParse',
      "The 'cursor' option is required, except for aggregate with the explain argument",
    );
  const whole = call.body.aggregate === 1;
  const { name, collection } = whole
    ? { name: '$cmd.aggregate', collection: undefined }
    : namedCollection(engine, call, args, 'aggregate');
  const options: AggregationOptions = {
    database: call.database,
    variables: variablesOf(args.document('let')),
    collation: args.collation(),
    hint: args.raw('hint'),
    deadline: args.deadline(),
  };
  const namespace = `${call.database}.${name}`;
  const batchSize = new Arguments(cursor, 'aggregate.cursor', ['batchSize']).size('batchSize');
  const last = pipeline.at(-1) ?? {};
  const output = writesOut(call.body);
  const stages = output ? pipeline.slice(0, -1) : pipeline;
  const results = whole
    ? sourceless(engine, call, stages, options)
    : engine.aggregation.run(collection, stages, options);
  if (output) {
    writeOut(engine, call.database, last, [...results]);
    return { cursor: engine.cursors.start(namespace, [], {}) };
  }
  return { cursor: engine.cursors.start(namespace, serialized(results), { batchSize }) };
}

/** A pipeline on a database begins with a stage that makes documents of its own. */
function sourceless(engine: Engine, call: Call, stages: Doc[], options: AggregationOptions): Iterable<Doc> {
  const [first = {}, ...rest] = stages;
  if (Object.hasOwn(first, '$listLocalSessions')) {
    const sessions = isDoc(call.body.lsid) ? [{ _id: call.body.lsid, lastUse: new Date() }] : [];
    return engine.aggregation.through(rest, sessions, options);
  }
  if (Object.hasOwn(first, '$documents') || Object.hasOwn(first, '$changeStream')) {
    return engine.aggregation.run(undefined, stages, options);
  }
  const name = Object.keys(first)[0] ?? 'nothing';
  throw new StoreError(
    'InvalidNamespace',
    `{aggregate: 1} is not valid for '${name}'; a collection is required.`,
  );
}

function* serialized(results: Iterable<Doc>): Generator<Uint8Array> {
  // A field an expression found missing is left out, as MongoDB does, not written as null.
  for (const document of results) yield encode(document, 'omitted');
}

function namespaceOf(given: unknown, database: string): { database: string; name: string } {
  if (typeof given === 'string') return { database, name: given };
  if (isDoc(given) && typeof given.coll === 'string')
    return { database: String(given.db ?? database), name: given.coll };
  throw new StoreError('FailedToParse', '$out and $merge take the name of a collection');
}

function writeOut(engine: Engine, database: string, stage: Doc, documents: Doc[]): void {
  if (stage.$merge !== undefined) {
    merge(engine, database, stage.$merge, documents);
    return;
  }
  const target = namespaceOf(stage.$out, database);
  const collection = engine.catalogue.ensure(target.database, target.name);
  engine.writer.remove({ ...target, filter: {}, variables: {} }, 0);
  for (const document of documents) engine.writer.insert(collection, document);
}

function merge(engine: Engine, database: string, given: unknown, documents: Doc[]): void {
  const spec = isDoc(given) ? given : { into: given };
  const unknown = Object.keys(spec).find((field) => !MERGE_FIELDS.includes(field));
  if (unknown !== undefined)
    throw new StoreError('IDLUnknownField', `BSON field '$merge.${unknown}' is an unknown field.`);
  const target = namespaceOf(spec.into, database);
  const collection = engine.catalogue.ensure(target.database, target.name);
  const on = (Array.isArray(spec.on) ? spec.on : [spec.on ?? '_id']).map(String);
  if (!collection.indexes.some((index) => index.unique && isKey(index, on)))
    throw new StoreError('Location51183', 'Cannot find index to verify that join fields will be unique');
  const variables = isDoc(spec.let) ? spec.let : {};
  const { whenMatched = 'merge', whenNotMatched = 'insert' } = spec;
  for (const document of documents) {
    // Its unique index refuses what matches, as MongoDB's would.
    if (whenMatched === 'fail') {
      engine.writer.insert(collection, document);
      continue;
    }
    const filter = Object.fromEntries(on.map((path) => [path, valueAt(document, path.split('.')) ?? null]));
    const change = mergeChange(whenMatched, document);
    const where = { ...target, filter, variables: { ...variables, new: document } };
    const statement = { arrayFilters: [], upsert: false, multi: false };
    const { matched } = engine.writer.update(where, { ...statement, change });
    if (matched > 0 || whenNotMatched === 'discard') continue;
    if (whenNotMatched === 'fail')
      throw new StoreError('BadValue', '$merge could not find a matching document in the target collection');
    engine.writer.insert(collection, document);
  }
}

function isKey({ keys, partial }: Index, paths: readonly string[]): boolean {
  return !partial && keys.length === paths.length && keys.every(({ path }) => paths.includes(path));
}

/** The update that a `whenMatched` stands for. */
function mergeChange(whenMatched: unknown, document: Doc): Doc | Doc[] {
  if (Array.isArray(whenMatched)) return whenMatched.filter(isDoc);
  const { _id: _, ...fields } = document;
  switch (whenMatched) {
    case 'merge':
      return Object.keys(fields).length > 0 ? { $set: fields } : { $setOnInsert: {} };
    case 'replace':
      return own(document, '_id') === undefined ? fields : document;
    case 'keepExisting':
      return { $setOnInsert: {} };
    default:
      throw new StoreError(
        'BadValue',
        `Enumeration value '${String(whenMatched)}' for field 'whenMatched' is not a valid value.`,
      );
  }
}

function writesOut(body: Doc): boolean {
  const last: unknown = Array.isArray(body.pipeline) ? body.pipeline.at(-1) : undefined;
  return isDoc(last) && (Object.hasOwn(last, '$out') || Object.hasOwn(last, '$merge'));
}

/** The aggregation command. */
export const AGGREGATE_COMMANDS: Readonly<Record<string, Command>> = {
  aggregate: { fields: FIELDS, writes: writesOut, run: aggregate },
};
