import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createBooking, grossIn, hold, slotOf } from '../builders/bookings.ts';
import { textIn } from '../builders/people.ts';
import { createStaff } from '../builders/world.ts';
import { type Eyes, eyesOn } from '../support/database-dump.ts';
import { roomContradictions } from '../support/room-contradictions.ts';
import { createRoomOracle } from '../support/room-oracle.ts';
import { isFullStorm, saw } from '../support/storm-size.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const OPERATIONS = isFullStorm ? 20_000 : 250;

const ROOMS = ['rembrandt', 'rhine', 'vecht', 'canal', 'dom', 'canal-side'];
const DATES = ['2026-11-27', '2026-11-28', '2026-11-29'];
const MINUTE = 60_000;

/** What somebody does next; `lot` picks among what there is to do it with. */
const operation = fc.record({
  kind: fc.constantFrom(
    'hold',
    'hold',
    'hold',
    'series',
    'confirm',
    'move',
    'move',
    'cancel',
    'cancel',
    'wait',
  ),
  lot: fc.nat(1_000_000),
  room: fc.constantFrom(...ROOMS),
  date: fc.nat(DATES.length - 1),
  quarter: fc.nat(91),
  quarters: fc.integer({ min: 1, max: 12 }),
});
type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;

describe('random holds, series, confirmations, moves and cancellations', () => {
  let test: TestHouse;
  let eyes: Eyes;
  let host: string;

  beforeEach(async () => {
    test = await openTestHouse();
    eyes = await eyesOn(test);
    host = await createStaff(test, 'host');
  });

  afterEach(async () => {
    await eyes.close();
    await test.close();
  });

  function slotsOf({ kind, room: roomId, date, quarter, quarters }: Operation) {
    const from = quarter * 15;
    const to = Math.min(1440, from + quarters * 15);
    const dates = kind === 'series' ? DATES.slice(0, 2) : [DATES[date] ?? ''];
    return dates.map((one) => slotOf({ roomId, date: one, from, to }));
  }

  it(`come out as an oracle says, ${OPERATIONS} times, and leave nothing that could not be`, async () => {
    const oracle = createRoomOracle(test.clock);
    const words = new Map<string, string>();
    const wrong: string[] = [];
    const counts: Record<string, number> = {};

    const run: Record<string, (one: Operation) => Promise<string>> = {
      async hold(one) {
        const slots = slotsOf(one);
        const expected = oracle.hold(slots);
        const reply = await hold(test, { occurrences: slots });
        if (reply.status === 201) {
          const id = textIn(reply.body, 'booking', 'bookingId');
          words.set(id, textIn(reply.body, 'manage'));
          oracle.keep(id, slots);
        }
        return `${expected} ${reply.status === 201 ? 'yes' : reply.body.code}`;
      },
      async confirm({ lot }) {
        const id = oracle.pick(lot, 'held');
        if (id === undefined) return 'nothing nothing';
        const word = words.get(id) ?? '';
        const shown = await test.call('GET', `/bookings/manage/${word}`);
        const expected = oracle.confirm(id);
        const reply = await test.call(
          'POST',
          `/bookings/manage/${word}/confirmation`,
          {
            gross: grossIn(shown.body, 'price'),
            billing: { kind: 'consumer', name: 'Noor', email: 'noor@example.com' },
            language: 'en',
            titleHidden: false,
          },
          host,
        );
        return `${expected} ${reply.status === 200 ? 'yes' : reply.body.code}`;
      },
      async move(one) {
        const id = oracle.pick(one.lot, 'confirmed');
        const [slot] = slotsOf({ ...one, kind: 'hold' });
        const occurrenceId = id === undefined ? undefined : oracle.occurrenceOf(id, one.lot);
        if (id === undefined || !slot || occurrenceId === undefined) return 'nothing nothing';
        const path = `/bookings/manage/${words.get(id)}`;
        const move = { ...slot, occurrenceId, scope: 'one' };
        const expected = oracle.move(id, { ...slot, occurrenceId });
        const preview = await test.call('POST', `${path}/change-previews`, { move }, host);
        if (preview.status !== 200) return `${expected} ${preview.body.code}`;
        const gross = grossIn(preview.body, 'difference');
        const reply = await test.call('POST', `${path}/changes`, { move, gross }, host);
        return `${expected} ${reply.status === 200 ? 'yes' : reply.body.code}`;
      },
      async cancel({ lot }) {
        const id = oracle.pick(lot, lot % 2 ? 'confirmed' : 'held');
        const occurrenceId = id === undefined ? undefined : oracle.occurrenceOf(id, lot);
        if (id === undefined || occurrenceId === undefined) return 'nothing nothing';
        const part = { occurrenceId, scope: lot % 3 ? 'one' : 'all' };
        const path = `/bookings/manage/${words.get(id)}`;
        const back = await test.call('POST', `${path}/refunds`, part);
        const expected = oracle.cancel(id, part);
        const gross = back.status === 200 ? grossIn(back.body) : 0;
        const reply = await test.call('POST', `${path}/cancellations`, { ...part, gross });
        return `${expected} ${reply.status === 200 ? 'yes' : reply.body.code}`;
      },
      async wait({ lot }) {
        if (lot % 8 !== 0) return 'nothing nothing';
        test.clock.forward((1 + (lot % 6)) * MINUTE);
        if (lot % 3 === 0) await test.house.app.services.bookings.age();
        return 'nothing nothing';
      },
    };
    run.series = (one) => run.hold?.(one) ?? Promise.resolve('');

    for (const [done, one] of fc.sample(operation, { numRuns: OPERATIONS, seed: 5 }).entries()) {
      if (done > 0 && done % 1_000 === 0) saw(`${done} operations, ${wrong.length} not as the oracle says`);
      const outcome = (await run[one.kind]?.(one)) ?? 'nobody knows how';
      const [expected, found] = outcome.split(' ');
      counts[`${one.kind} ${found}`] = (counts[`${one.kind} ${found}`] ?? 0) + 1;
      if (expected !== found) wrong.push(`${JSON.stringify(one)}: ${outcome}`);
    }
    await test.house.app.services.bookings.age();
    await test.house.app.settled();

    assert.deepEqual(wrong.slice(0, 5), []);
    assert.deepEqual(roomContradictions(await eyes.dump()), []);
    saw(JSON.stringify(counts));
  }).timeout(Math.max(300_000, OPERATIONS * 400));

  it('many at once leave nothing that could not be', async () => {
    const slots = [10, 11, 12].map((hour) =>
      slotOf({ roomId: 'canal', date: DATES[0] ?? '', from: hour * 60, to: hour * 60 + 60 }),
    );
    const movers = await Promise.all(
      slots.map((slot) => createBooking(test, { occurrences: [slot] }).then(({ word }) => ({ word, slot }))),
    );
    const wishes = fc.sample(operation, { numRuns: isFullStorm ? 2000 : 80, seed: 6 });

    let refused = 0;
    const act = async (one: Operation, number: number) => {
      const [slot] = slotsOf({ ...one, date: 0, quarter: 40 + (one.quarter % 8) });
      const mover = movers[number % movers.length];
      if (!slot || !mover) return;
      if (one.kind !== 'move') {
        const reply = await hold(test, { occurrences: one.kind === 'series' ? slotsOf(one) : [slot] });
        if (reply.status === 409) refused++;
        return;
      }
      const move = { ...slot, occurrenceId: mover.slot.occurrenceId, scope: 'one' };
      const path = `/bookings/manage/${mover.word}`;
      const preview = await test.call('POST', `${path}/change-previews`, { move }, host);
      if (preview.status !== 200) return;
      const reply = await test.call(
        'POST',
        `${path}/changes`,
        { move, gross: grossIn(preview.body, 'difference') },
        host,
      );
      if (reply.status === 409) refused++;
    };
    for (let at = 0; at < wishes.length; at += 40)
      await Promise.all(wishes.slice(at, at + 40).map((one, number) => act(one, number)));
    await test.house.app.settled();

    assert.deepEqual(roomContradictions(await eyes.dump()), []);
    assert(refused > 0, 'nobody was ever refused');
    saw(`${wishes.length} at once by forties, ${refused} refused, 0 contradictions`);
  }).timeout(isFullStorm ? 900_000 : 300_000);
});
