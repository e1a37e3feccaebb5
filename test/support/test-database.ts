import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import mongoose from 'mongoose';

/** The server, the database, the options. */
const ADDRESS = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/;

/**
 * The address of a database of one's own on the MongoDB that `DATABASE_URL` names; undefined without it, when the
 * embedded store is to be tested.
 */
export function databaseUrl(name: string): string | undefined {
  const [, server, options = ''] = ADDRESS.exec(process.env.DATABASE_URL ?? '') ?? [];
  return server && `${server}/${name}${options}`;
}

/** Takes such a database away again. */
export async function dropDatabase(url: string): Promise<void> {
  const client = await new mongoose.mongo.MongoClient(url).connect();
  await client.db().dropDatabase();
  await client.close();
}

/** Takes away what a server wrote whose data folder this is: the folder, and its database where `DATABASE_URL` is set. */
export async function dropFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const url = databaseUrl(basename(folder));
  if (url !== undefined) await dropDatabase(url);
}
