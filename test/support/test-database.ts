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
