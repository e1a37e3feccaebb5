import { Long } from 'bson';
import { type Doc, MAX_DOCUMENT_BYTES } from '../document.ts';
import type { Call, Command, Engine } from '../engine.ts';
import { MAX_MESSAGE_BYTES } from '../frame-reader.ts';

/** Wire version of MongoDB 8.0, whose semantics are the model. */
const MAX_WIRE_VERSION = 25;
const VERSION = '8.0.0';

// No `topologyVersion`: naming one would make clients wait in hello for changes that never come.
function hello(_engine: Engine, call: Call): Doc {
  const legacy = call.body.hello === undefined;
  return {
    helloOk: true,
    [legacy ? 'ismaster' : 'isWritablePrimary']: true,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: call.connection,
    minWireVersion: 0,
    maxWireVersion: MAX_WIRE_VERSION,
    readOnly: false,
  };
}

const HELLO: Command = {
  fields: [
    'helloOk',
    'client',
    'compression',
    'loadBalanced',
    'saslSupportedMechs',
    'speculativeAuthenticate',
    'topologyVersion',
    'maxAwaitTimeMS',
    'backpressure',
  ],
  writes: false,
  run: hello,
};

const nothing = (fields: readonly string[] = []): Command => ({ fields, writes: false, run: () => ({}) });

/** Commands about the server and the connection. */
export const HANDSHAKE_COMMANDS: Readonly<Record<string, Command>> = {
  hello: HELLO,
  isMaster: HELLO,
  ismaster: HELLO,
  ping: nothing(),
  endSessions: nothing(),
  refreshSessions: nothing(),
  startSession: { fields: [], writes: false, run: () => ({ timeoutMinutes: 30 }) },
  buildInfo: { fields: [], writes: false, run: buildInfo },
  buildinfo: { fields: [], writes: false, run: buildInfo },
  getParameter: {
    fields: [
      'featureCompatibilityVersion',
      'authenticationMechanisms',
      'requireApiVersion',
      'enableTestCommands',
    ],
    writes: false,
    run: () => ({ featureCompatibilityVersion: { version: '8.0' }, requireApiVersion: false }),
  },
  connectionStatus: {
    fields: ['showPrivileges'],
    writes: false,
    run: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }),
  },
  serverStatus: { fields: [], writes: false, run: serverStatus },
};

function buildInfo(): Doc {
  return {
    version: VERSION,
    versionArray: [8, 0, 0, 0],
    gitVersion: 'embedded',
    modules: [],
    storageEngines: ['sqlite'],
    bits: 64,
    debug: false,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  };
}

function serverStatus(engine: Engine): Doc {
  return {
    version: VERSION,
    process: 'embedded-store',
    pid: Long.fromNumber(process.pid),
    uptime: (Date.now() - engine.startedAt) / 1000,
    localTime: new Date(),
    storageEngine: { name: 'sqlite' },
    metrics: { cursor: { open: { total: engine.cursors.count } } },
  };
}
