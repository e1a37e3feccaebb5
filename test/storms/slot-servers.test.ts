import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedStore, openStore } from '../../server/platform/store/index.ts';
import { textIn } from '../builders/people.ts';
import { type Eyes, eyesOn } from '../support/database-dump.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { type Door, movingDoor, outcomeOf, SLOT, slotDoors, WAYS } from '../support/slot-doors.ts';
import { isFullStorm, saw } from '../support/storm-size.ts';
import { dropFolder } from '../support/test-database.ts';
import { type Callee, calleeAt } from '../support/test-house.ts';

const REQUESTS = isFullStorm ? 200 : 40;
const MOVES = 4;
const ROUNDS = isFullStorm ? 10 : 1;
const SETTINGS = { CLOCK_START: '2026-11-24T09:00:00.000Z', SECRET: 'the two servers know one secret.' };

describe('two servers on one store', () => {
  const before = process.env.DATABASE_URL;
  let folder: string;
  let store: EmbeddedStore | undefined;
  let servers: ServerProcess[];
  let callees: Callee[];
  let host: string;
  let eyes: Eyes;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ct-'));
    if (before === undefined) {
      // A store of its own, on a port of this machine: neither server owns it.
      store = await openStore({ folder, loopback: true });
      process.env.DATABASE_URL = store.uri('common-table');
    }
    // One after the other: the first writes the sample.
    servers = [await startServer(folder, SETTINGS)];
    servers.push(await startServer(folder, SETTINGS));
    callees = servers.map(({ url }) => calleeAt(url));
    // Each start makes the links of the one before void.
    const session = await calleeOf(0).call('POST', '/sessions', { token: servers.at(-1)?.hostLink });
    host = textIn(session.body, 'token');
    eyes = await eyesOn({ folder });
  });

  afterEach(async () => {
    await eyes.close();
    await Promise.all(servers.map((server) => server.end('SIGKILL')));
    if (store) await store.close();
    store = undefined;
    if (before === undefined) delete process.env.DATABASE_URL;
    await dropFolder(folder);
  });

  function calleeOf(number: number): Callee {
    const callee = callees[number % callees.length];
    if (!callee) throw new RangeError('no server has been started');
    return callee;
  }

  /** Two hundred by every door, every other of them at the other server; each round wants a date of its own. */
  async function crowd(round: number): Promise<Door[]> {
    const slot = { ...SLOT, date: `2027-01-${String(4 + 2 * round).padStart(2, '0')}` };
    const doors: Door[] = [];
    for (let number = round * MOVES; number < (round + 1) * MOVES; number++)
      doors.push(await movingDoor(calleeOf(number), host, { number, to: slot }));
    const others = callees.map((callee) => slotDoors(callee, host, slot));
    while (doors.length < REQUESTS) {
      const at = doors.length;
      const door = others[at % 2]?.[WAYS[(at >> 1) % WAYS.length] ?? 'a hold'];
      if (door) doors.push(door);
    }
    return doors;
  }

  it(`give a slot to one of ${REQUESTS} who come by every door of both, ${ROUNDS} times`, async () => {
    const seen: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const doors = await crowd(round);

      const replies = await Promise.all(doors.map((door, number) => door(number)));

      const found = outcomeOf(replies, await eyes.dump());
      assert.deepEqual(found, { won: 1, lost: REQUESTS - 1, told: REQUESTS - 1, wrong: [] });
      seen.push(String(replies.findIndex(({ status }) => status < 300) % 2));
    }
    saw(`${ROUNDS} times one of ${REQUESTS}, won at server ${seen.join(' ')}; 0 contradictions`);
  }).timeout(ROUNDS * 240_000);
});
