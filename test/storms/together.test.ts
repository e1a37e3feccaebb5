import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { MINUTE } from '#values/clock';
import { createDevice, createPresent, textIn } from '../builders/people.ts';
import { createStaff } from '../builders/world.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const ROOMS = ['canal', 'vecht', 'dom', 'rembrandt'];

describe('one person who takes a room from many screens at once', () => {
  let test: TestHouse;
  let kiosk: string;
  let ana: Awaited<ReturnType<typeof createPresent>>;

  before(async () => {
    test = await openTestHouse();
    kiosk = (await createDevice(test, await createStaff(test, 'host'))).token;
    ana = await createPresent(test, kiosk, 's01');
  });

  after(() => test.close());

  /** A room that is proposed, ready to be taken on the phone or at the kiosk. */
  async function proposed(at: number) {
    const token = at % 2 === 0 ? ana.token : kiosk;
    const id = randomUUID();
    const wish = {
      quoteId: id,
      personId: ana.personId,
      people: 2,
      minutes: 30,
      roomId: ROOMS[at % ROOMS.length],
    };
    const { status } = await test.call('POST', '/together-proposals', wish, token);
    const { personId } = ana;
    const asked = { bookingId: id, quoteId: id, personId, email: 'ana@example.com', language: 'en' };
    assert.equal(status, 201, String(at));
    return () => test.call('POST', '/together-bookings', asked, token);
  }

  it('gets one room, and is told of it everywhere else; afterwards they get another', async () => {
    const takes = await Promise.all(Array.from({ length: 20 }, (_, at) => proposed(at)));

    const replies = await Promise.all(takes.map((take) => take()));

    const [won, ...others] = replies.filter(({ status }) => status < 300);
    const refused = replies.filter(({ status }) => status >= 300);
    assert(won);
    assert.deepEqual(others, []);
    // Two who want the same room may also meet at its day; nobody is told anything else.
    const codes = refused.map(({ body }) => String(body.code)).filter((code) => code !== 'slot_taken');
    assert.deepEqual([...new Set(codes)], ['room_already']);
    const roomId = textIn(won.body, 'booking', 'occurrences', '0', 'roomId');
    const told = refused.filter(({ body }) => body.code === 'room_already');
    assert.deepEqual([...new Set(told.map(({ body }) => textIn(body, 'details', 'roomId')))], [roomId]);

    test.clock.forward(31 * MINUTE);
    const next = await proposed(1);
    assert.equal((await next()).status, 201);
  }).timeout(120_000);
});
