import { Long } from 'bson';
import { Arguments } from '../arguments.ts';
import { equal } from '../compare.ts';
import { type Doc, encode } from '../document.ts';
import type { Call, Command, Engine } from '../engine.ts';
import { evaluator, variablesOf } from '../expression.ts';
import { encodeKey } from '../key-encoding.ts';
import { compileFilter } from '../matcher.ts';
import { valuesAt } from '../path.ts';
import type { Plan } from '../planner.ts';
import { compileProjection } from '../projection.ts';
import type { Query } from '../reader.ts';
import { parseSort } from '../sorter.ts';
import { namedCollection } from './namespace.ts';

const FIND_FIELDS = [
  'filter',
  'sort',
  'projection',
  'hint',
  'skip',
  'limit',
  'batchSize',
  'singleBatch',
  'max',
  'min',
  'returnKey',
  'showRecordId',
  'tailable',
  'awaitData',
  'noCursorTimeout',
  'allowPartialResults',
  'allowDiskUse',
  'collation',
  'let',
  'oplogReplay',
];
const COUNT_FIELDS = ['query', 'limit', 'skip', 'hint', 'collation', 'fields'];
const DISTINCT_FIELDS = ['key', 'query', 'collation', 'hint'];

/** Reads a query from a command's fields. */
function queryOf(args: Arguments, filterField: string): Query {
  const collation = args.collation();
  const evaluate = evaluator(variablesOf(args.document('let')));
  return {
    filter: args.document(filterField) ?? {},
    match: { collation, evaluate },
    sort: parseSort(args.document('sort') ?? {}),
    skip: args.size('skip') ?? 0,
    limit: Math.abs(Number(args.raw('limit') ?? 0)),
    hint: args.raw('hint'),
    collation,
    deadline: args.deadline(),
  };
}

function find(engine: Engine, call: Call): Doc {
  const { args } = call;
  args.refuse('tailable', 'awaitData', 'returnKey', 'showRecordId', 'min', 'max');
  args.size('limit');
  const { name, collection } = namedCollection(engine, call, args, 'find');
  const query = queryOf(args, 'filter');
  const spec = args.document('projection') ?? {};
  const project =
    Object.keys(spec).length > 0
      ? compileProjection(spec, { ...query.match, filter: query.filter })
      : undefined;
  // Compiled even when there is nothing to read, so that a faulty filter is refused all the same.
  if (!collection) compileFilter(query.filter, query.match);
  const documents = collection ? engine.reader.find(collection, query).documents : [];
  const bodies = (function* () {
    for (const stored of documents) yield project ? encode(project(stored.document)) : stored.bytes;
  })();
  const options = { batchSize: args.size('batchSize'), single: args.flag('singleBatch') };
  return { cursor: engine.cursors.start(`${call.database}.${name}`, bodies, options) };
}

function getMore(engine: Engine, call: Call): Doc {
  const { args } = call;
  const id = args.raw('getMore');
  const namespace = `${call.database}.${args.text('collection')}`;
  return { cursor: engine.cursors.more(String(id), namespace, args.size('batchSize')) };
}

function killCursors(engine: Engine, call: Call): Doc {
  const { args } = call;
  const ids = args.raw('cursors');
  if (!Array.isArray(ids)) throw args.missing('cursors');
  const killed: Long[] = [];
  const notFound: Long[] = [];
  for (const id of ids)
    (engine.cursors.kill(String(id)) ? killed : notFound).push(Long.fromString(String(id)));
  return { cursorsKilled: killed, cursorsNotFound: notFound, cursorsAlive: [], cursorsUnknown: [] };
}

function count(engine: Engine, call: Call): Doc {
  const { args } = call;
  const { collection } = namedCollection(engine, call, args, 'count');
  const query = queryOf(args, 'query');
  return { n: collection ? engine.reader.count(collection, query) : 0 };
}

function distinct(engine: Engine, call: Call): Doc {
  const { args } = call;
  const { collection } = namedCollection(engine, call, args, 'distinct');
  const parts = args.text('key').split('.');
  const query = queryOf(args, 'query');
  const values = new Map<string, unknown>();
  for (const { document } of collection ? engine.reader.find(collection, query).documents : []) {
    for (const value of valuesAt(document, parts)) {
      const key = encodeKey(value).toString('latin1');
      const known =
        values.has(key) ||
        (query.collation && [...values.values()].some((v) => equal(v, value, query.collation)));
      if (!known) values.set(key, value);
    }
  }
  return { values: [...values.keys()].sort().map((key) => values.get(key)) };
}

function explain(engine: Engine, call: Call): Doc {
  const { args } = call;
  const inner = args.document('explain');
  if (!inner) throw args.missing('explain');
  const [command = ''] = Object.keys(inner);
  const collection = engine.catalogue.find(call.database, String(inner[command]));
  const fields = new Arguments(inner, command, Object.keys(inner));
  const [statement = {}] = fields.documents('updates') ?? fields.documents('deletes') ?? [];
  const filter = inner.filter ?? inner.query ?? statement.q ?? {};
  const query = queryOf(
    new Arguments({ ...inner, filter }, command, [...Object.keys(inner), 'filter']),
    'filter',
  );
  if (!collection)
    return {
      queryPlanner: {
        namespace: `${call.database}.${String(inner[command])}`,
        winningPlan: { stage: 'EOF' },
      },
    };
  const stages = command === 'aggregate' ? (fields.documents('pipeline') ?? []) : undefined;
  const options = { database: call.database, variables: {}, collation: query.collation };
  const { documents, work } = stages
    ? engine.aggregation.explain(collection, stages, options)
    : engine.reader.find(collection, query);
  let returned = 0;
  if (args.raw('verbosity') !== 'queryPlanner') for (const _ of documents) returned += 1;
  return {
    queryPlanner: { namespace: `${call.database}.${collection.name}`, winningPlan: winningPlan(work.plan) },
    executionStats: { nReturned: returned, totalKeysExamined: work.keys, totalDocsExamined: work.documents },
  };
}

function winningPlan(plan: Plan): Doc {
  const direction = plan.backwards ? 'backward' : 'forward';
  if (plan.branches) return { stage: 'OR', inputStages: plan.branches.map(winningPlan) };
  const source = plan.index
    ? {
        stage: 'FETCH',
        inputStage: {
          stage: 'IXSCAN',
          indexName: plan.index.name,
          keyPattern: plan.index.spec.key,
          direction,
        },
      }
    : { stage: 'COLLSCAN', direction };
  return plan.sorted ? source : { stage: 'SORT', inputStage: source };
}

/** Commands that read documents. */
export const READING_COMMANDS: Readonly<Record<string, Command>> = {
  find: { fields: FIND_FIELDS, writes: false, run: find },
  getMore: {
    fields: ['collection', 'batchSize', 'term', 'lastKnownCommittedOpTime'],
    writes: false,
    run: getMore,
  },
  killCursors: { fields: ['cursors'], writes: false, run: killCursors },
  count: { fields: COUNT_FIELDS, writes: false, run: count },
  distinct: { fields: DISTINCT_FIELDS, writes: false, run: distinct },
  explain: { fields: ['verbosity'], writes: false, run: explain },
};
