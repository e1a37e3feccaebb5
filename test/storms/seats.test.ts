import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sampleSpace } from '../../server/sample-data/sample-space.ts';
import { checkInOf, createDevice, createHost, firstVisitOf } from '../builders/people.ts';
import { openScreen } from '../support/screen.ts';
import { isFullStorm, saw } from '../support/storm-size.ts';
import { openTestHouse, type Reply, type TestHouse } from '../support/test-house.ts';

const SEATS = 30;
const PEOPLE = 100;
const ROUNDS = isFullStorm ? 10 : 1;

interface Seated {
  personId: string;
  seatId: string;
}

describe('a hundred people and thirty seats', () => {
  let test: TestHouse;
  let host: string;
  let kiosks: string[];

  beforeEach(async () => {
    test = await openTestHouse({ settings: { SAMPLE_SPACE: 'none' } });
    const space = sampleSpace();
    await test.house.app.services.spaces.open({ ...space, seats: space.seats.slice(0, SEATS) });
    await test.house.app.prepare();
    host = await createHost(test);
    const devices = Array.from({ length: 4 }, () => createDevice(test, host));
    kiosks = (await Promise.all(devices)).map(({ token }) => token);
  });

  afterEach(() => test.close());

  const kioskOf = (index: number) => kiosks[index % kiosks.length];

  async function crowd(size: number): Promise<string[]> {
    const visits = Array.from({ length: size }, (_, index) => firstVisitOf({ name: `Person ${index}` }));
    await Promise.all(visits.map((visit, index) => test.call('POST', '/people', visit, kioskOf(index))));
    return visits.map(({ personId }) => personId);
  }

  /** Somebody who wants a seat, and takes the free one they are told of for as long as they are told of one. */
  async function arrive(personId: string, seatId: string, index: number): Promise<Reply> {
    const reply = await test.call('POST', '/check-ins', checkInOf({ personId, seatId }), kioskOf(index));
    const { details } = reply.body;
    const free = typeof details === 'object' && details !== null ? Reflect.get(details, 'free') : undefined;
    if (reply.body.code !== 'seat_taken' || typeof free !== 'string') return reply;
    return arrive(personId, free, index);
  }

  function seatedOf(replies: readonly Reply[]): Seated[] {
    return replies.flatMap(({ status, body }) => {
      const checkIn: unknown = body.checkIn;
      if (status !== 201 || typeof checkIn !== 'object' || checkIn === null) return [];
      return [{ personId: Reflect.get(checkIn, 'personId'), seatId: Reflect.get(checkIn, 'seatId') }];
    });
  }

  for (let round = 0; round < ROUNDS; round++)
    it(`fill the seats, each once, and the rest are told so (round ${round + 1})`, async () => {
      const people = await crowd(PEOPLE);
      const seats = sampleSpace().seats.slice(0, SEATS);
      const board = await openScreen(test.url, host, 'board');
      const wall = await openScreen(test.url, kioskOf(0) ?? '', 'kiosk');
      const wishes = fc.sample(fc.constantFrom(...seats), { numRuns: PEOPLE, seed: 30 + round });

      const replies = await Promise.all(
        people.map((personId, index) => arrive(personId, wishes[index]?.id ?? 's01', index)),
      );

      const seated = seatedOf(replies);
      const shown = await board.until(({ present }) => Object.keys(present).length === SEATS);
      const seen = await wall.until(({ taken }) => Object.keys(taken).length === SEATS);
      assert.equal(seated.length, SEATS);
      assert.equal(new Set(seated.map(({ seatId }) => seatId)).size, SEATS);
      assert.equal(new Set(seated.map(({ personId }) => personId)).size, SEATS);
      const refused = replies.filter(({ status }) => status !== 201);
      assert.deepEqual(
        refused.map(({ status, body }) => `${status} ${body.code}`),
        Array.from({ length: PEOPLE - SEATS }, () => '409 seat_taken'),
      );
      const byBoard = Object.values(shown.present).map(({ personId, seatId }) => ({ personId, seatId }));
      const bySeat = (a: Seated, b: Seated) => (a.seatId < b.seatId ? -1 : 1);
      assert.deepEqual(byBoard.sort(bySeat), seated.sort(bySeat));
      assert.deepEqual(
        Object.keys(seen.taken).sort(),
        seated.map(({ seatId }) => seatId),
      );
      assert.deepEqual([shown.seats, seen.free], [{ total: SEATS, free: 0 }, 0]);
      saw(`${seated.length} seated, ${refused.length} refused, ${board.counts.patches} patches on the board`);
      for (const screen of [board, wall]) screen.close();
    }).timeout(240_000);

  it('let one person, at twenty kiosks at once, sit once', async () => {
    const [personId = ''] = await crowd(1);
    const seats = sampleSpace().seats.slice(0, 20);

    const replies = await Promise.all(
      seats.map(({ id }, index) =>
        test.call('POST', '/check-ins', checkInOf({ personId, seatId: id }), kioskOf(index)),
      ),
    );

    const taken = await test.house.app.services.checkIns.takenSeats(sampleSpace().id);
    const [seated] = seatedOf(replies);
    assert.deepEqual(replies.map(({ status }) => status).sort(), [
      201,
      ...Array.from({ length: 19 }, () => 409),
    ]);
    assert.deepEqual([...taken], [seated?.seatId]);
    saw('1 seated, 19 refused');
  });

  it('count one check-in that is sent twenty times at once as one', async () => {
    const [personId = ''] = await crowd(1);
    const request = checkInOf({ personId });
    let started = 0;
    test.house.app.services.events.on('checkin.started', () => {
      started++;
    });

    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) => test.call('POST', '/check-ins', request, kioskOf(index))),
    );

    assert.deepEqual(
      replies.map(({ status }) => status),
      replies.map(() => 201),
    );
    assert.equal(new Set(replies.map(({ body }) => JSON.stringify(body.checkIn))).size, 1);
    assert.equal(started, 1);
    saw('20 answers, all the same, 1 piece of news');
  });
});
