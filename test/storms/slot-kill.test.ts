import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { confirmationOf, grossIn, quoteOf, slotOf } from '../builders/bookings.ts';
import { textIn } from '../builders/people.ts';
import { ask, type Heard } from '../support/caller.ts';
import { eyesOn } from '../support/database-dump.ts';
import { roomContradictions } from '../support/room-contradictions.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { isFullStorm, saw } from '../support/storm-size.ts';
import { dropFolder } from '../support/test-database.ts';

const ROUNDS = isFullStorm ? 20 : 3;
const WORKERS = 8;
const BOOKINGS_A_ROUND = 12;
const ROOMS = ['rembrandt', 'rhine', 'vecht', 'canal', 'canal-side'];
/** Tuesday 24 November 2026, nine in the morning in UTC: the same in every run. */
const CLOCK = { CLOCK_START: '2026-11-24T09:00:00.000Z' };

/** A booking that the server has acknowledged, and where. */
interface Deed {
  word: string;
  date: string;
  from: number;
}

describe('kill -9 of the server while rooms are booked and moved', () => {
  let folder: string;
  let server: ServerProcess;
  let deeds: Deed[];
  let next = 0;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ct-'));
    deeds = [];
  });

  afterEach(async () => {
    await server.end('SIGKILL');
    await dropFolder(folder);
  });

  const post = (path: string, body: object): Promise<Heard> => ask(server.url, 'POST', path, body);

  /** A series of two dates, booked; of every third the first date is moved. */
  async function book(number: number): Promise<boolean> {
    const roomId = ROOMS[number % ROOMS.length] ?? '';
    const from = 60 * (number % 20);
    const date = `2026-12-${String(1 + (number % 25)).padStart(2, '0')}`;
    const later = `2027-01-${String(1 + (Math.floor(number / 20) % 28)).padStart(2, '0')}`;
    const slots = [date, later].map((day) => slotOf({ roomId, date: day, from, to: from + 45 }));
    const quote = quoteOf({ occurrences: slots, people: 2 });
    if (!(await post('/quotes', quote))) return false;
    const held = await post('/bookings', { bookingId: randomUUID(), quoteId: quote.quoteId });
    if (!held) return false;
    if (held.status !== 201) return true;
    const word = textIn(held.body, 'manage');
    const path = `/bookings/manage/${word}`;
    const booked = await post(`${path}/confirmation`, confirmationOf(grossIn(held.body, 'booking', 'price')));
    if (booked?.status !== 200) return booked !== undefined;
    const deed = { word, date, from };
    deeds.push(deed);
    const [first] = slots;
    if (!first || number % 3 !== 0) return true;
    const move = { ...first, from: from + 15, to: from + 60, scope: 'one' };
    const preview = await post(`${path}/change-previews`, { move });
    if (!preview) return false;
    if (preview.status !== 200) return true;
    // Until the answer comes, either may be so.
    deeds.splice(deeds.indexOf(deed), 1);
    const moved = await post(`${path}/changes`, { move, gross: grossIn(preview.body, 'difference') });
    if (!moved) return false;
    deeds.push(moved.status === 200 ? { ...deed, from: from + 15 } : deed);
    return true;
  }

  async function storm(): Promise<void> {
    const enough = deeds.length + BOOKINGS_A_ROUND;
    const worker = async () => {
      while (await book(next++)) if (deeds.length >= enough) return server.end('SIGKILL');
    };
    await Promise.all(Array.from({ length: WORKERS }, worker));
  }

  /** What was acknowledged and is not so. */
  async function lost(): Promise<string[]> {
    const wrong: string[] = [];
    for (const { word, date, from } of deeds) {
      const found = await ask(server.url, 'GET', `/bookings/manage/${word}`);
      const occurrences: unknown = found?.body.occurrences;
      const stands =
        Array.isArray(occurrences) && occurrences.some((one) => one.date === date && one.from === from);
      const isAgreed = found?.body.state === 'confirmed' || found?.body.state === 'requested';
      if (!stands || !isAgreed)
        wrong.push(`${word} at ${date} ${from}: ${JSON.stringify(found?.body.state)}`);
    }
    return wrong;
  }

  it(`loses no acknowledged booking in ${ROUNDS} rounds and leaves nothing half-booked`, async () => {
    const wrong: string[] = [];
    server = await startServer(folder, CLOCK);

    for (let round = 0; round < ROUNDS; round++) {
      await storm();
      server = await startServer(folder, CLOCK);
      const eyes = await eyesOn({ folder });
      wrong.push(...roomContradictions(await eyes.dump()), ...(await lost()));
      await eyes.close();
    }

    assert.deepEqual(wrong, []);
    saw(`${ROUNDS} kills, ${deeds.length} bookings acknowledged, 0 lost, 0 half-booked`);
  }).timeout(ROUNDS * 60_000);
});
