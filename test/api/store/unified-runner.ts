import assert from 'node:assert/strict';
import type mongoose from 'mongoose';
import { difference, isFields } from './unified-match.ts';
import { type Entities, MongoClient, operate } from './unified-operations.ts';

type Fields = Record<string, unknown>;
type Client = InstanceType<typeof mongoose.mongo.MongoClient>;

const list = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** The server that the store stands for: a standalone MongoDB 8.0 without authentication. */
const VERSION = [8, 0, 0];

const older = (a: number[], b: number[]): boolean => {
  for (const i of [0, 1, 2]) if ((a[i] ?? 0) !== (b[i] ?? 0)) return (a[i] ?? 0) < (b[i] ?? 0);
  return false;
};

function meets(requirement: Fields): boolean {
  const { minServerVersion: min, maxServerVersion: max, topologies, auth } = requirement;
  if (typeof min === 'string' && older(VERSION, min.split('.').map(Number))) return false;
  if (typeof max === 'string' && older(max.split('.').map(Number), VERSION)) return false;
  if (Array.isArray(topologies) && !topologies.includes('single')) return false;
  return auth !== true;
}

/** Whether a standalone server meets the requirements of a test or a file; one alternative is enough. */
export function meetsRequirements(holder: Fields): boolean {
  const requirements = list(holder.runOnRequirements);
  return requirements.length === 0 || requirements.some(meets);
}

/** A test in progress: its entities, and the commands each client sent. */
class Run {
  readonly entities: Entities = new Map();
  readonly events = new Map<string, Fields[]>();
  private readonly clients: Client[] = [];
  private failPoint: string | undefined;

  constructor(readonly uri: string) {}

  async create(definitions: Fields[]): Promise<void> {
    for (const definition of definitions) {
      const [[kind, value] = ['', {}]] = Object.entries(definition);
      await this.createOne(kind, fieldsOf(value));
    }
  }

  private async createOne(kind: string, fields: Fields): Promise<void> {
    const id = String(fields.id);
    if (kind === 'client') this.entities.set(id, await this.client(id, fields));
    else if (kind === 'database') {
      const client = this.entities.get(String(fields.client));
      if (client instanceof MongoClient) {
        this.entities.set(id, client.db(String(fields.databaseName), fieldsOf(fields.databaseOptions)));
      }
    } else if (kind === 'collection') {
      const database: unknown = this.entities.get(String(fields.database));
      if (
        typeof database === 'object' &&
        database !== null &&
        'collection' in database &&
        typeof database.collection === 'function'
      ) {
        this.entities.set(
          id,
          database.collection(String(fields.collectionName), fieldsOf(fields.collectionOptions)),
        );
      }
    } else if (kind === 'session') {
      const client = this.entities.get(String(fields.client));
      if (client instanceof MongoClient) this.entities.set(id, client.startSession());
    } else throw new Error(`the runner does not know the entity ${kind}`);
  }

  private async client(id: string, fields: Fields): Promise<Client> {
    const client = new MongoClient(this.uri, {
      monitorCommands: true,
      ...fieldsOf(fields.uriOptions),
      ...(isFields(fields.serverApi) && { serverApi: { version: '1', ...fields.serverApi } }),
    });
    const events: Fields[] = [];
    const ignored = new Set([
      'hello',
      'ismaster',
      'isMaster',
      'endSessions',
      'configureFailPoint',
      ...(Array.isArray(fields.ignoreCommandMonitoringEvents) ? fields.ignoreCommandMonitoringEvents : []),
    ]);
    const observed = Array.isArray(fields.observeEvents) ? fields.observeEvents : [];
    for (const [event, name] of [
      ['commandStarted', 'commandStartedEvent'],
      ['commandSucceeded', 'commandSucceededEvent'],
      ['commandFailed', 'commandFailedEvent'],
    ] as const) {
      if (!observed.includes(name)) continue;
      client.on(event, (details: { commandName: string }) => {
        if (!ignored.has(details.commandName)) events.push({ [name]: details });
      });
    }
    await client.connect();
    this.events.set(id, events);
    this.clients.push(client);
    return client;
  }

  /** Sets a fail point, which is taken away when the test is over. */
  async fail(client: unknown, failPoint: Fields): Promise<void> {
    if (!(client instanceof MongoClient)) throw new Error('a fail point needs a client');
    this.failPoint = String(failPoint.configureFailPoint);
    await client.db('admin').command(failPoint);
  }

  async close(): Promise<void> {
    const [client] = this.clients;
    if (this.failPoint !== undefined)
      await client?.db('admin').command({ configureFailPoint: this.failPoint, mode: 'off' });
    for (const client of this.clients) await client.close();
  }
}

async function seed(uri: string, data: Fields[]): Promise<void> {
  const client = await new MongoClient(uri).connect();
  try {
    for (const { databaseName, collectionName, documents } of data) {
      const database = client.db(String(databaseName));
      await database.dropCollection(String(collectionName));
      const rows = list(documents);
      if (rows.length === 0) await database.createCollection(String(collectionName));
      else await database.collection(String(collectionName)).insertMany(rows);
    }
  } finally {
    await client.close();
  }
}

async function checkOutcome(uri: string, outcome: Fields[]): Promise<void> {
  const client = await new MongoClient(uri).connect();
  try {
    for (const { databaseName, collectionName, documents } of outcome) {
      const found = await client
        .db(String(databaseName))
        .collection(String(collectionName))
        .find({})
        .sort({ _id: 1 })
        .toArray();
      assert.deepEqual(JSON.parse(JSON.stringify(found)), JSON.parse(JSON.stringify(documents)));
    }
  } finally {
    await client.close();
  }
}

async function runOperation(run: Run, operation: Fields): Promise<void> {
  const { object, name, expectError, expectResult, saveResultAsEntity } = operation;
  if (object === 'testRunner') {
    await check(run, String(name), fieldsOf(operation.arguments));
    return;
  }
  const perform = () =>
    operate(run.entities, run.entities.get(String(object)), String(name), fieldsOf(operation.arguments));
  if (expectError) {
    const error = await perform().then(
      (result) => assert.fail(`expected an error, got ${JSON.stringify(result)}`),
      (reason: unknown) => reason,
    );
    checkError(fieldsOf(expectError), error);
    return;
  }
  const result = await perform();
  if (saveResultAsEntity) run.entities.set(String(saveResultAsEntity), result);
  if (expectResult === undefined || operation.ignoreResultAndError) return;
  const found = difference(expectResult, result);
  if (found) assert.fail(`${String(name)}: ${found}`);
}

// By a client of its own, for those of the test are watched.
async function assertExists(uri: string, database: string, name: string): Promise<void> {
  const client = await new MongoClient(uri).connect();
  try {
    const found = await client.db(database).listCollections({ name }).toArray();
    assert.equal(found.length, 1);
  } finally {
    await client.close();
  }
}

/** The runner's own operations. */
async function check(run: Run, name: string, args: Fields): Promise<void> {
  if (name === 'failPoint') {
    await run.fail(run.entities.get(String(args.client)), fieldsOf(args.failPoint));
    return;
  }
  if (name === 'assertCollectionExists') {
    await assertExists(run.uri, String(args.databaseName), String(args.collectionName));
    return;
  }
  if (name !== 'assertSameLsidOnLastTwoCommands') throw new Error(`the runner does not know ${name}`);
  const started = (run.events.get(String(args.client)) ?? []).flatMap((event) =>
    event.commandStartedEvent ? [Object(event.commandStartedEvent)] : [],
  );
  const [a, b] = started.slice(-2).map((event) => JSON.stringify(event.command?.lsid));
  assert.equal(a, b);
}

function checkError(expected: Fields, error: unknown): void {
  if (!(error instanceof Error)) assert.fail('what was thrown is no error');
  if (error.name === 'AssertionError') throw error;
  const { errorCode, errorContains, errorCodeName, isClientError } = expected;
  // The driver wraps what the server answered to a client's bulkWrite as a whole.
  const answered = error.cause instanceof Error ? error.cause : error;
  if (errorCode !== undefined) assert.equal(Reflect.get(answered, 'code'), errorCode, error.message);
  if (errorCodeName !== undefined)
    assert.equal(Reflect.get(answered, 'codeName'), errorCodeName, error.message);
  if (typeof errorContains === 'string')
    assert.ok(error.message.toLowerCase().includes(errorContains.toLowerCase()), error.message);
  if (isClientError === true) assert.ok(!/MongoServerError/.test(error.name), error.message);
  if (isClientError === false) assert.ok(/MongoServerError|BulkWriteError/.test(error.name), error.message);
  const parts: [expected: unknown, given: unknown][] = [
    [expected.expectResult, Reflect.get(error, 'result') ?? Reflect.get(error, 'partialResult')],
    [expected.errorResponse, Reflect.get(answered, 'errorResponse')],
    [expected.writeConcernErrors, Reflect.get(error, 'writeConcernErrors')],
  ];
  for (const [wanted, given] of parts) {
    const found = wanted === undefined ? undefined : difference(wanted, given);
    if (found) assert.fail(found);
  }
}

function checkEvents(run: Run, expected: Fields[]): void {
  for (const { client, events, ignoreExtraEvents } of expected) {
    const seen = run.events.get(String(client)) ?? [];
    const wanted = list(events);
    if (!ignoreExtraEvents) {
      assert.equal(
        seen.length,
        wanted.length,
        `commands sent: ${seen.map((event) => Object.keys(event)).join(' ')}`,
      );
    }
    for (const [i, event] of wanted.entries()) {
      const [[kind, details] = ['', {}]] = Object.entries(event);
      const actual = fieldsOf(seen[i])[kind];
      for (const [field, value] of Object.entries(fieldsOf(details))) {
        const found = difference(value, Reflect.get(Object(actual), field));
        if (found) assert.fail(`event ${i} ${field}: ${found}`);
      }
    }
  }
}

/** Runs one test of a unified test file against the server at a URI. @throws when it does not pass */
export async function runUnifiedTest(uri: string, file: Fields, test: Fields): Promise<void> {
  await seed(uri, list(file.initialData));
  const run = new Run(uri);
  try {
    await run.create(list(file.createEntities));
    for (const operation of list(test.operations)) await runOperation(run, operation);
    checkEvents(run, list(test.expectEvents));
    await checkOutcome(uri, list(test.outcome));
  } finally {
    await run.close();
  }
}
