import { Arguments } from '../arguments.ts';
import type { Doc } from '../document.ts';
import type { Call, Command, Engine } from '../engine.ts';
import { StoreError } from '../error.ts';
import { evaluator, variablesOf } from '../expression.ts';
import { compileProjection } from '../projection.ts';
import { parseSort } from '../sorter.ts';
import type { Target } from '../writer.ts';
import { namedCollection } from './namespace.ts';
import { changeOf, statementsOf, targetOf } from './statements.ts';

const UPDATE_FIELDS = ['q', 'u', 'c', 'upsert', 'multi', 'hint', 'collation', 'arrayFilters', 'sort'];
const DELETE_FIELDS = ['q', 'limit', 'hint', 'collation'];
const MODIFY_FIELDS = [
  'query',
  'sort',
  'remove',
  'update',
  'new',
  'fields',
  'upsert',
  'bypassDocumentValidation',
  'hint',
  'collation',
  'arrayFilters',
  'let',
];
const COMMON = ['ordered', 'bypassDocumentValidation', 'bypassEmptyTsReplacement', 'let'];

/** Runs statements one after another; refusals become `writeErrors`, and stop an ordered command. */
function eachStatement(statements: Doc[], ordered: boolean, run: (statement: Doc, i: number) => void): Doc[] {
  const errors: Doc[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      errors.push({ index, code: error.code, errmsg: error.message, ...error.details });
      if (ordered) break;
    }
  }
  return errors;
}

const withErrors = (reply: Doc, writeErrors: Doc[]): Doc =>
  writeErrors.length > 0 ? { ...reply, writeErrors } : reply;

function insert(engine: Engine, call: Call): Doc {
  const { args } = call;
  const { name } = namedCollection(engine, call, args, 'insert');
  const documents = statementsOf(args, 'documents');
  const raw = call.raw.get('documents');
  const collection = engine.catalogue.ensure(call.database, name);
  let n = 0;
  const errors = eachStatement(documents, args.flag('ordered', true), (document, i) => {
    engine.writer.insert(collection, document, raw?.[i]);
    n += 1;
  });
  return withErrors({ n }, errors);
}

function update(engine: Engine, call: Call): Doc {
  const { args } = call;
  const { name } = namedCollection(engine, call, args, 'update');
  const upserted: Doc[] = [];
  let [n, nModified] = [0, 0];
  const errors = eachStatement(statementsOf(args, 'updates'), args.flag('ordered', true), (fields, index) => {
    const statement = new Arguments(fields, 'update.updates', UPDATE_FIELDS);
    const target = targetOf(call, name, args, statement);
    target.sort = parseSort(statement.document('sort') ?? {});
    const change = changeOf(statement, 'u', statement.flag('multi'));
    change.constants = statement.document('c');
    const result = engine.writer.update(target, change);
    n += result.matched;
    nModified += result.modified;
    if (result.upsertedId !== undefined) {
      n += 1;
      upserted.push({ index, _id: result.upsertedId });
    }
  });
  return withErrors({ n, nModified, ...(upserted.length > 0 && { upserted }) }, errors);
}

function remove(engine: Engine, call: Call): Doc {
  const { args } = call;
  const { name } = namedCollection(engine, call, args, 'delete');
  let n = 0;
  const errors = eachStatement(statementsOf(args, 'deletes'), args.flag('ordered', true), (fields) => {
    const statement = new Arguments(fields, 'delete.deletes', DELETE_FIELDS);
    const limit = Number(statement.raw('limit') ?? 0);
    if (limit !== 0 && limit !== 1) {
      throw new StoreError('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${limit}`);
    }
    n += engine.writer.remove(targetOf(call, name, args, statement), limit).removed;
  });
  return withErrors({ n }, errors);
}

function findAndModify(engine: Engine, call: Call): Doc {
  const { args } = call;
  const { name } = namedCollection(engine, call, args, Object.keys(call.body)[0] ?? '');
  const target: Target = {
    database: call.database,
    name,
    filter: args.document('query') ?? {},
    sort: parseSort(args.document('sort') ?? {}),
    hint: args.raw('hint'),
    collation: args.collation(),
    variables: variablesOf(args.document('let')),
    deadline: args.deadline(),
  };
  const spec = args.document('fields') ?? {};
  const project =
    Object.keys(spec).length > 0
      ? compileProjection(spec, { filter: target.filter, evaluate: evaluator(target.variables) })
      : (document: Doc) => document;
  if (args.flag('remove')) {
    if (args.has('update') || args.flag('new') || args.flag('upsert')) {
      throw new StoreError(
        'FailedToParse',
        'Cannot specify both an update and remove=true, nor new or upsert with remove',
      );
    }
    const { removed, last } = engine.writer.remove(target, 1);
    return { lastErrorObject: { n: removed }, value: last ? project(last) : null };
  }
  if (!args.has('update'))
    throw new StoreError('FailedToParse', 'Either an update or remove=true must be specified');
  const result = engine.writer.update(target, changeOf(args, 'update', false));
  const upserted = result.upsertedId !== undefined;
  const value = args.flag('new') ? result.after : result.before;
  return {
    lastErrorObject: {
      n: upserted ? 1 : result.matched,
      updatedExisting: result.matched > 0,
      ...(upserted && { upserted: result.upsertedId }),
    },
    value: value ? project(value) : null,
  };
}

/** Commands that write documents. */
export const WRITING_COMMANDS: Readonly<Record<string, Command>> = {
  insert: { fields: ['documents', ...COMMON], writes: true, run: insert },
  update: { fields: ['updates', ...COMMON], writes: true, run: update },
  delete: { fields: ['deletes', ...COMMON], writes: true, run: remove },
  findAndModify: { fields: MODIFY_FIELDS, writes: true, run: findAndModify },
  findandmodify: { fields: MODIFY_FIELDS, writes: true, run: findAndModify },
};
