import type { Collection } from '../catalogue.ts';
import { type Doc, isDoc } from '../document.ts';
import type { Call, Command, Engine } from '../engine.ts';
import { clusteredIndexSpec } from '../index-spec.ts';
import { compileFilter } from '../matcher.ts';
import { listing, namedCollection } from './namespace.ts';

const CREATE_FIELDS = [
  'capped',
  'size',
  'max',
  'autoIndexId',
  'validator',
  'validationLevel',
  'validationAction',
  'viewOn',
  'pipeline',
  'collation',
  'timeseries',
  'expireAfterSeconds',
  'clusteredIndex',
  'changeStreamPreAndPostImages',
  'encryptedFields',
  'storageEngine',
  'indexOptionDefaults',
];

/** Of these what is asked for is done; the others are refused. */
const SUPPORTED = ['autoIndexId', 'clusteredIndex'];

function create(engine: Engine, call: Call): Doc {
  const { args } = call;
  args.refuse(
    ...CREATE_FIELDS.filter((field) => !SUPPORTED.includes(field) && !isNeutral(field, args.raw(field))),
  );
  const { name, collection } = namedCollection(engine, call, args, 'create');
  const clustered = args.document('clusteredIndex');
  const idIndex = clustered && clusteredIndexSpec(clustered);
  if (!collection) engine.catalogue.create(call.database, name, idIndex);
  return {};
}

// Clients send some options at their default; those ask for nothing.
const isNeutral = (field: string, value: unknown): boolean =>
  (field === 'validator' && isDoc(value) && Object.keys(value).length === 0) ||
  (field === 'changeStreamPreAndPostImages' && isDoc(value) && value.enabled === false) ||
  (field === 'collation' && isDoc(value) && value.locale === 'simple');

function drop(engine: Engine, call: Call): Doc {
  const { collection } = namedCollection(engine, call, call.args, 'drop');
  if (!collection) return {};
  const nIndexesWas = collection.indexes.length;
  engine.catalogue.drop(collection);
  return { nIndexesWas, ns: `${call.database}.${collection.name}` };
}

function listCollections(engine: Engine, call: Call): Doc {
  const matches = compileFilter(call.args.document('filter') ?? {});
  const described = engine.catalogue.list(call.database).map(describe).filter(matches);
  const nameOnly = call.args.flag('nameOnly');
  return listing(
    `${call.database}.$cmd.listCollections`,
    nameOnly ? described.map(({ name, type }) => ({ name, type })) : described,
  );
}

function describe({ name, uuid, indexes: [idIndex] }: Collection): Doc {
  const info = { readOnly: false, uuid };
  const { clustered, ...clusteredIndex } = idIndex?.spec ?? {};
  return clustered === true
    ? { name, type: 'collection', options: { clusteredIndex }, info }
    : { name, type: 'collection', options: {}, info, idIndex: idIndex?.spec };
}

function listDatabases(engine: Engine, call: Call): Doc {
  const matches = compileFilter(call.args.document('filter') ?? {});
  const names = [...new Set(engine.catalogue.list().map((entry) => entry.database))].sort();
  const nameOnly = call.args.flag('nameOnly');
  const databases = names
    .map((name): Doc => (nameOnly ? { name } : { name, sizeOnDisk: 0, empty: false }))
    .filter(matches);
  return nameOnly ? { databases } : { databases, totalSize: 0 };
}

function dropDatabase(engine: Engine, call: Call): Doc {
  for (const collection of engine.catalogue.list(call.database)) engine.catalogue.drop(collection);
  return { dropped: call.database };
}

/** Commands about collections and databases. */
export const COLLECTION_COMMANDS: Readonly<Record<string, Command>> = {
  create: { fields: CREATE_FIELDS, writes: true, run: create },
  drop: { fields: [], writes: true, run: drop },
  listCollections: {
    fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
    writes: false,
    run: listCollections,
  },
  listDatabases: {
    fields: ['filter', 'nameOnly', 'authorizedDatabases'],
    writes: false,
    run: listDatabases,
  },
  dropDatabase: { fields: [], writes: true, run: dropDatabase },
};
