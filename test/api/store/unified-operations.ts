import mongoose from 'mongoose';
import { isFields } from './unified-match.ts';

const { MongoClient, Db, Collection } = mongoose.mongo;
type Fields = Record<string, unknown>;

/** A test's named objects: clients, databases, collections, cursors. */
export type Entities = Map<string, unknown>;

/** What the runner needs of the driver's objects; they are called by the names the tests give. */
type Method = (...args: unknown[]) => unknown;

function method(target: unknown, name: string): Method {
  if (typeof target !== 'object' || target === null) throw new Error(`there is no object for ${name}`);
  const found: unknown = Reflect.get(target, name);
  if (typeof found !== 'function') throw new Error(`the driver has no ${name}`);
  return (...args) => Reflect.apply(found, target, args);
}

/** Names of arguments that stand before the options, per operation. */
const POSITIONAL: Record<string, string[]> = {
  insertOne: ['document'],
  insertMany: ['documents'],
  updateOne: ['filter', 'update'],
  updateMany: ['filter', 'update'],
  replaceOne: ['filter', 'replacement'],
  deleteOne: ['filter'],
  deleteMany: ['filter'],
  findOne: ['filter'],
  findOneAndUpdate: ['filter', 'update'],
  findOneAndReplace: ['filter', 'replacement'],
  findOneAndDelete: ['filter'],
  countDocuments: ['filter'],
  count: ['filter'],
  estimatedDocumentCount: [],
  distinct: ['fieldName', 'filter'],
  createIndex: ['keys'],
  dropIndex: ['name'],
  dropCollection: ['collection'],
  createCollection: ['collection'],
};

/** Operations that give a cursor, whose documents are the result. */
const CURSORS: Record<string, { method: string; positional: string[] }> = {
  find: { method: 'find', positional: ['filter'] },
  aggregate: { method: 'aggregate', positional: ['pipeline'] },
  listCollections: { method: 'listCollections', positional: ['filter'] },
  listIndexes: { method: 'listIndexes', positional: [] },
  listSearchIndexes: { method: 'listSearchIndexes', positional: [] },
};

/** Runs one operation of a unified test; its result in the tests' shape. */
export async function operate(
  entities: Entities,
  target: unknown,
  name: string,
  given: Fields,
): Promise<unknown> {
  const args = { ...given };
  if (args.returnDocument) args.returnDocument = String(args.returnDocument).toLowerCase();
  if (typeof args.session === 'string') args.session = entities.get(args.session);
  if (name === 'bulkWrite') return bulkWrite(target, args);
  if (name === 'clientBulkWrite') return clientBulkWrite(target, args);
  if (name === 'runCommand') return runCommand(target, args);
  const cursor = CURSORS[name];
  if (name === 'runCursorCommand') return gather(commandCursor(target, args));
  if (cursor) return gather(method(target, cursor.method)(...take(args, cursor.positional)));
  if (name === 'modifyCollection') {
    const { collection, ...change } = args;
    return method(target, 'command')({ collMod: collection, ...change });
  }
  const positional = POSITIONAL[name];
  if (!positional) throw new Error(`the runner does not know ${name}`);
  const result = await method(target, name)(...take(args, positional));
  return result;
}

function take(args: Fields, positional: string[]): unknown[] {
  const rest = { ...args };
  const values = positional.map((name) => {
    const value = rest[name];
    delete rest[name];
    return value;
  });
  return [...values, rest];
}

async function gather(cursor: unknown): Promise<unknown> {
  const documents = await method(cursor, 'toArray')();
  return documents;
}

function commandCursor(target: unknown, args: Fields): unknown {
  const { command, commandName: _, batchSize, maxTimeMS, comment, ...options } = args;
  const cursor = method(target, 'runCursorCommand')(command, options);
  if (batchSize !== undefined) method(cursor, 'setBatchSize')(batchSize);
  if (maxTimeMS !== undefined) method(cursor, 'setMaxTimeMS')(maxTimeMS);
  if (comment !== undefined) method(cursor, 'setComment')(comment);
  return cursor;
}

async function bulkWrite(target: unknown, args: Fields): Promise<unknown> {
  const { requests, ...options } = args;
  const result = await method(target, 'bulkWrite')(requests, options);
  return summary(result);
}

function summary(result: unknown): unknown {
  if (typeof result !== 'object' || result === null) return result;
  const fields = [
    'insertedCount',
    'matchedCount',
    'modifiedCount',
    'deletedCount',
    'upsertedCount',
    'upsertedIds',
    'insertedIds',
  ];
  return Object.fromEntries(fields.map((field) => [field, Reflect.get(result, field)]));
}

async function clientBulkWrite(target: unknown, args: Fields): Promise<unknown> {
  const { models, ...options } = args;
  const list: unknown[] = Array.isArray(models) ? models : [];
  const operations = list.map((model) => {
    const [[name, fields] = ['', {}]] = Object.entries(isFields(model) ? model : {});
    return { name, ...(isFields(fields) ? fields : {}) };
  });
  return method(target, 'bulkWrite')(operations, options);
}

async function runCommand(target: unknown, args: Fields): Promise<unknown> {
  const { command, commandName: _, ...options } = args;
  return method(target, 'command')(command, options);
}

export const { EJSON } = mongoose.mongo.BSON;
export { Collection, Db, MongoClient };
