import type { Arguments } from '../arguments.ts';
import type { Collection } from '../catalogue.ts';
import type { Doc } from '../document.ts';
import type { Call, Engine } from '../engine.ts';
import { StoreError } from '../error.ts';

/** The collection a command names; undefined when there is none yet. @throws InvalidNamespace */
export function namedCollection(
  engine: Engine,
  call: Call,
  args: Arguments,
  field: string,
): { name: string; collection: Collection | undefined } {
  const name = collectionName(call, args.raw(field), field);
  return { name, collection: engine.catalogue.find(call.database, name) };
}

function collectionName(call: Call, name: unknown, command: string): string {
  if (typeof name !== 'string') {
    throw new StoreError('InvalidNamespace', `collection name has invalid type in ${command}`);
  }
  if (
    name === '' ||
    name.includes('\0') ||
    name.includes('$') ||
    name.startsWith('.') ||
    name.endsWith('.')
  ) {
    throw new StoreError('InvalidNamespace', `Invalid collection name: ${name}`);
  }
  if (Buffer.byteLength(`${call.database}.${name}`) > 255) {
    throw new StoreError('InvalidNamespace', 'Fully qualified namespace is too long');
  }
  return name;
}

/** A reply with all documents in its first batch, for the short listings. */
export function listing(namespace: string, documents: Doc[]): Doc {
  return { cursor: { id: 0n, ns: namespace, firstBatch: documents } };
}
