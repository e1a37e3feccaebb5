import { Arguments } from '../arguments.ts';
import { type Doc, double, encode } from '../document.ts';
import type { Call, Command, Engine } from '../engine.ts';
import { StoreError } from '../error.ts';
import { parseSort } from '../sorter.ts';
import { changeOf, statementsOf, targetOf } from './statements.ts';

const FIELDS = ['ops', 'nsInfo', 'ordered', 'errorsOnly', 'let', 'bypassDocumentValidation', 'cursor'];
const OP_FIELDS: Readonly<Record<string, readonly string[]>> = {
  insert: ['insert', 'document'],
  update: [
    'update',
    'filter',
    'updateMods',
    'multi',
    'upsert',
    'hint',
    'collation',
    'arrayFilters',
    'constants',
    'sort',
  ],
  delete: ['delete', 'filter', 'multi', 'hint', 'collation'],
};

/** How many documents a bulk write touched, in the reply's names. */
interface Totals {
  nErrors: number;
  nInserted: number;
  nMatched: number;
  nModified: number;
  nUpserted: number;
  nDeleted: number;
}

function bulkWrite(engine: Engine, call: Call): Doc {
  const { args } = call;
  const namespaces = statementsOf(args, 'nsInfo').map((fields) =>
    namespaceOf(
      new Arguments(fields, 'bulkWrite.nsInfo', ['ns', 'encryptionInformation', 'collectionUUID']).text('ns'),
    ),
  );
  const totals: Totals = { nErrors: 0, nInserted: 0, nMatched: 0, nModified: 0, nUpserted: 0, nDeleted: 0 };
  const results: Doc[] = [];
  for (const [idx, op] of statementsOf(args, 'ops').entries()) {
    try {
      const result = runOp(engine, call, op, namespaces, totals);
      if (!args.flag('errorsOnly')) results.push({ ok: double(1), idx, ...result });
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      totals.nErrors += 1;
      results.push({ ok: double(0), idx, code: error.code, errmsg: error.message, ...error.details, n: 0 });
      if (args.flag('ordered', true)) break;
    }
  }
  const batchSize = new Arguments(args.document('cursor') ?? {}, 'bulkWrite.cursor', ['batchSize']).size(
    'batchSize',
  );
  return {
    cursor: engine.cursors.start(
      'admin.$cmd.bulkWrite',
      results.map((result) => encode(result)),
      { batchSize },
    ),
    ...totals,
  };
}

function namespaceOf(namespace: string): { database: string; name: string } {
  const dot = namespace.indexOf('.');
  if (dot <= 0) throw new StoreError('InvalidNamespace', `Invalid namespace specified '${namespace}'`);
  return { database: namespace.slice(0, dot), name: namespace.slice(dot + 1) };
}

function runOp(
  engine: Engine,
  call: Call,
  fields: Doc,
  namespaces: { database: string; name: string }[],
  totals: Totals,
): Doc {
  const [kind = ''] = Object.keys(fields);
  const known = OP_FIELDS[kind];
  if (!known) throw new StoreError('FailedToParse', `'${kind}' is not a bulkWrite operation`);
  const op = new Arguments(fields, `bulkWrite.ops.${kind}`, known);
  const namespace = namespaces[Number(fields[kind])];
  if (!namespace) throw new StoreError('BadValue', `BulkWrite ops entry ${kind} has an invalid nsInfo index`);
  const { database, name } = namespace;
  if (kind === 'insert') {
    const document = op.document('document');
    if (!document) throw op.missing('document');
    engine.writer.insert(engine.catalogue.ensure(database, name), document);
    totals.nInserted += 1;
    return { n: 1 };
  }
  const target = targetOf({ ...call, database }, name, call.args, op, 'filter');
  if (kind === 'delete') {
    const { removed } = engine.writer.remove(target, op.flag('multi') ? 0 : 1);
    totals.nDeleted += removed;
    return { n: removed };
  }
  target.sort = parseSort(op.document('sort') ?? {});
  const change = { ...changeOf(op, 'updateMods', op.flag('multi')), constants: op.document('constants') };
  const { matched, modified, upsertedId } = engine.writer.update(target, change);
  totals.nMatched += matched;
  totals.nModified += modified;
  if (upsertedId === undefined) return { n: matched, nModified: modified };
  totals.nUpserted += 1;
  return { n: 1, nModified: 0, upserted: { _id: upsertedId } };
}

/** The command that writes to several collections at once. */
export const BULK_COMMANDS: Readonly<Record<string, Command>> = {
  bulkWrite: { fields: FIELDS, writes: true, run: bulkWrite },
};
