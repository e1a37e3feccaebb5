import { Arguments } from '../arguments.ts';
import type { Collection } from '../catalogue.ts';
import { equal } from '../compare.ts';
import { type Doc, isDoc } from '../document.ts';
import type { Call, Command, Engine } from '../engine.ts';
import { StoreError } from '../error.ts';
import { checkIndexSpec, type Index, sameIndex } from '../index-spec.ts';
import { listing, namedCollection } from './namespace.ts';

/** Most indexes of one collection, as in MongoDB. */
const MAX_INDEXES = 64;

function createIndexes(engine: Engine, call: Call): Doc {
  const { args } = call;
  const specs = args.documents('indexes');
  if (!specs) throw args.missing('indexes');
  if (args.has('commitQuorum')) {
    throw new StoreError('BadValue', "Standalones can't specify commitQuorum");
  }
  const checked = specs.map(checkIndexSpec);
  const { name, collection: existing } = namedCollection(engine, call, args, 'createIndexes');
  const collection = existing ?? engine.catalogue.create(call.database, name);
  const before = collection.indexes.length;
  for (const spec of checked) {
    if (isFresh(collection, spec)) buildIndex(engine, collection, spec);
  }
  const after = collection.indexes.length;
  return {
    numIndexesBefore: before,
    numIndexesAfter: after,
    createdCollectionAutomatically: existing === undefined,
    ...(after === before && { note: 'all indexes already exist' }),
  };
}

function isFresh(collection: Collection, spec: Doc): boolean {
  const named = collection.indexes.find((index) => index.name === spec.name);
  if (named) {
    if (sameIndex(named.spec, spec)) return false;
    throw new StoreError(
      equal(named.spec.key, spec.key) ? 'IndexOptionsConflict' : 'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index but differs in its key or options: ${String(spec.name)}`,
    );
  }
  const alike = collection.indexes.find((index) => equal(index.spec.key, spec.key));
  if (alike && alike === collection.indexes[0]) return false;
  if (alike && equal(alike.spec.partialFilterExpression ?? null, spec.partialFilterExpression ?? null)) {
    throw new StoreError(
      'IndexOptionsConflict',
      `Index already exists with a different name or options: ${alike.name}`,
    );
  }
  if (collection.indexes.length >= MAX_INDEXES) {
    throw new StoreError('CannotCreateIndex', `add index fails, too many indexes, ${MAX_INDEXES} at most`);
  }
  return true;
}

// A failed build leaves no half-filled index behind; the transaction around it goes on.
function buildIndex(engine: Engine, collection: Collection, spec: Doc): void {
  const index = engine.catalogue.addIndex(collection, spec);
  try {
    engine.records.fillIndex(collection, index);
  } catch (error) {
    if (error instanceof StoreError) engine.catalogue.dropIndex(collection, index);
    throw error;
  }
}

function existingCollection(engine: Engine, call: Call, command: string): Collection {
  const { name, collection } = namedCollection(engine, call, call.args, command);
  if (collection) return collection;
  throw new StoreError('NamespaceNotFound', `ns does not exist: ${call.database}.${name}`);
}

function listIndexes(engine: Engine, call: Call): Doc {
  const collection = existingCollection(engine, call, 'listIndexes');
  return listing(
    `${call.database}.${collection.name}`,
    collection.indexes.map((index) => index.spec),
  );
}

function dropIndexes(engine: Engine, call: Call): Doc {
  const collection = existingCollection(engine, call, 'dropIndexes');
  const nIndexesWas = collection.indexes.length;
  for (const index of indexesNamed(collection, call.args.raw('index'))) {
    if (index === collection.indexes[0]) throw new StoreError('InvalidOptions', 'cannot drop _id index');
    engine.catalogue.dropIndex(collection, index);
  }
  return { nIndexesWas };
}

function indexesNamed(collection: Collection, which: unknown): Index[] {
  if (which === '*') return collection.indexes.slice(1);
  const wanted: unknown[] = Array.isArray(which) ? which : [which];
  return wanted.map((one) => {
    const index = collection.indexes.find((entry) =>
      isDoc(one) ? equal(entry.spec.key, one) : entry.name === one,
    );
    if (!index) throw new StoreError('IndexNotFound', `index not found with name [${String(one)}]`);
    return index;
  });
}

const REFUSED_CHANGES = [
  'validator',
  'validationLevel',
  'validationAction',
  'viewOn',
  'pipeline',
  'expireAfterSeconds',
  'changeStreamPreAndPostImages',
  'cappedSize',
  'cappedMax',
];

function collMod(engine: Engine, call: Call): Doc {
  const collection = existingCollection(engine, call, 'collMod');
  call.args.refuse(...REFUSED_CHANGES);
  const given = call.args.document('index');
  if (!given) return {};
  return changeIndex(engine, collection, new Arguments(given, 'collMod.index', CHANGE_FIELDS));
}

const CHANGE_FIELDS = ['name', 'keyPattern', 'expireAfterSeconds', 'prepareUnique', 'unique'];

/** Changes a TTL index's time, or makes an index unique in MongoDB's two steps. */
function changeIndex(engine: Engine, collection: Collection, change: Arguments): Doc {
  const [index] = indexesNamed(collection, change.raw('name') ?? change.document('keyPattern'));
  if (!index) throw change.missing('keyPattern');
  const { prepareUnique: prepared = false, ...spec } = index.spec;
  if (change.has('unique')) {
    if (!change.flag('unique')) throw new StoreError('BadValue', 'An index can only be made unique');
    if (!prepared) {
      throw new StoreError('InvalidOptions', 'Run collMod with prepareUnique: true before unique: true');
    }
    checkConvertible(engine, collection, index);
    engine.catalogue.changeSpec(index, { ...spec, unique: true });
    return { unique_new: true };
  }
  if (change.has('prepareUnique')) {
    const prepareUnique = change.flag('prepareUnique');
    engine.catalogue.changeSpec(index, { ...spec, ...(prepareUnique && { prepareUnique }) });
    return { prepareUnique_old: prepared, prepareUnique_new: prepareUnique };
  }
  const seconds = change.size('expireAfterSeconds');
  if (seconds === undefined) throw change.missing('expireAfterSeconds');
  const before = index.expireAfterSeconds;
  engine.catalogue.changeSpec(index, checkIndexSpec({ ...index.spec, expireAfterSeconds: seconds }));
  return { ...(before !== undefined && { expireAfterSeconds_old: before }), expireAfterSeconds_new: seconds };
}

function checkConvertible(engine: Engine, collection: Collection, index: Index): void {
  const violations = engine.records
    .sharingKeys(collection, index)
    .map((documents) => ({ ids: documents.map((document) => document._id) }));
  if (violations.length === 0) return;
  throw new StoreError('CannotConvertIndexToUnique', 'Cannot convert the index to unique', { violations });
}

/** Commands about indexes. */
export const INDEX_COMMANDS: Readonly<Record<string, Command>> = {
  createIndexes: { fields: ['indexes', 'commitQuorum'], writes: true, run: createIndexes },
  listIndexes: { fields: ['cursor'], writes: false, run: listIndexes },
  dropIndexes: { fields: ['index'], writes: true, run: dropIndexes },
  collMod: {
    fields: ['index', ...REFUSED_CHANGES],
    writes: true,
    run: collMod,
  },
};
