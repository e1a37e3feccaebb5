import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Room } from '#contract/rooms';
import { spaceId } from '#contract/spaces';
import { samplePolicy, sampleRooms } from '../../server/sample-data/sample-rooms.ts';
import { confirm, createBooking, hold, quoteOf, slotOf, TOMORROW } from '../builders/bookings.ts';
import { createDevice, textIn } from '../builders/people.ts';
import { AMSTERDAM, createStaff, openSecondSpace, UTRECHT } from '../builders/world.ts';
import { openTestHouse, type Reply, type TestHouse } from '../support/test-house.ts';

/** A room of the sample space, as it stands before a test changes it. */
function sampleRoom(roomId: string): Room {
  return sampleRooms(spaceId.parse(UTRECHT)).find((one) => one.roomId === roomId) ?? assert.fail(roomId);
}

const codeOf = ({ status, body }: Reply) => `${status} ${body.code}`;

describe('a room', () => {
  let test: TestHouse;
  let manager: string;

  beforeEach(async () => {
    test = await openTestHouse();
    manager = await createStaff(test, 'manager');
  });

  afterEach(() => test.close());

  const put = (room: object, roomId: string) => test.call('PUT', `/rooms/${roomId}`, room, manager);
  const withdraw = (roomId: string, withdrawn = true) => put({ ...sampleRoom(roomId), withdrawn }, roomId);
  const quote = (roomId: string) =>
    test.call('POST', '/quotes', quoteOf({ occurrences: [slotOf({ roomId })] }));

  /** The rooms that the grid of tomorrow offers. */
  async function offered(): Promise<unknown[]> {
    const path = `/spaces/${UTRECHT}/availability?date=${TOMORROW}&days=1&people=1`;
    const { rooms } = (await test.call('GET', path)).body;
    assert(Array.isArray(rooms));
    return rooms.map(({ roomId }) => roomId);
  }

  it('that is added is booked at once, under the name that it is given later too', async () => {
    const labels = { en: 'Attic', nl: 'Zolder', ar: 'العلية', ja: '屋根裏' };
    const attic = { ...sampleRoom('vecht'), roomId: 'attic', labels };

    const added = await put(attic, 'attic');
    const { word } = await createBooking(test, { occurrences: [slotOf({ roomId: 'attic' })] });
    const renamed = await put({ ...attic, labels: { ...labels, en: 'Loft' } }, 'attic');

    assert.deepEqual([added.status, renamed.status], [200, 200]);
    assert((await offered()).includes('attic'));
    assert.equal((await test.call('GET', `/bookings/manage/${word}`)).body.state, 'confirmed');
    const { rooms } = (await test.call('GET', `/spaces/${UTRECHT}/rooms`)).body;
    assert(Array.isArray(rooms));
    assert.equal(rooms.find(({ roomId }) => roomId === 'attic').labels.en, 'Loft');
  });

  it('that is taken out of letting is offered and sold to nobody, in no way', async () => {
    const early = quoteOf({ occurrences: [slotOf({ roomId: 'rhine' })] });
    await test.call('POST', '/quotes', early);
    const { word } = await createBooking(test, { occurrences: [slotOf({ roomId: 'vecht' })] });
    const { occurrenceId, ...slot } = slotOf({ roomId: 'rhine' });
    const { occurrences } = (await test.call('GET', `/bookings/manage/${word}`)).body;
    assert(Array.isArray(occurrences));

    const withdrawn = await withdraw('rhine');

    assert.equal(withdrawn.status, 200);
    const move = { ...slot, occurrenceId: occurrences[0].occurrenceId, scope: 'one' };
    const every = { every: { unit: 'week', count: 1 }, times: 2 };
    const series = { ...slot, occurrenceId, spaceId: UTRECHT, people: 2, layout: 'boardroom', ...every };
    const preview = await test.call('POST', '/series-previews', series);
    const held = { bookingId: randomUUID(), quoteId: early.quoteId };
    assert.deepEqual(
      [
        codeOf(await quote('rhine')),
        codeOf(await test.call('POST', '/bookings', held)),
        codeOf(await test.call('POST', `/bookings/manage/${word}/change-previews`, { move })),
      ],
      Array(3).fill('400 room_withdrawn'),
    );
    assert.match(JSON.stringify(preview.body.dates), /"room_withdrawn".*"room_withdrawn"/);
    assert(!(await offered()).includes('rhine'));
    const { token: screen } = await createDevice(test, await createStaff(test, 'host'), 'screen');
    assert.equal((await test.call('GET', '/rooms/rhine/door', undefined, screen)).body.take, undefined);
  });

  it('that is taken out of letting keeps what was booked, which may still be confirmed, changed and given up', async () => {
    const occurrences = [slotOf({ roomId: 'rhine' })];
    const { word } = await createBooking(test, { occurrences });
    const later = await hold(test, { occurrences: [slotOf({ roomId: 'rhine', from: 720, to: 780 })] });

    await withdraw('rhine');

    const confirmed = await confirm(test, later);
    const preview = await test.call('POST', `/bookings/manage/${word}/change-previews`, { people: 3 });
    const refund = await test.call('POST', `/bookings/manage/${textIn(later.body, 'manage')}/refunds`, {
      occurrenceId: textIn(later.body, 'booking', 'occurrences', '0', 'occurrenceId'),
      scope: 'all',
    });
    assert.deepEqual([confirmed.body.state, preview.status, refund.status], ['confirmed', 200, 200]);
    assert.equal((await test.call('GET', `/bookings/manage/${word}`)).body.state, 'confirmed');
  });

  it('that is let again is sold again', async () => {
    await withdraw('rhine');
    await withdraw('rhine', false);

    const told = await quote('rhine');

    assert.equal(told.status, 201);
    assert((await offered()).includes('rhine'));
  });

  it('is of one space, though two add it at once', async () => {
    await openSecondSpace(test);
    const elsewhere = await createStaff(test, 'manager', AMSTERDAM);
    await test.house.app.services.rooms.open(spaceId.parse(AMSTERDAM), samplePolicy(), []);
    const attic = { ...sampleRoom('vecht'), roomId: 'attic' };
    const added = (spaceId: string, token: string) =>
      test.call('PUT', '/rooms/attic', { ...attic, spaceId }, token);

    const replies = await Promise.all([added(UTRECHT, manager), added(AMSTERDAM, elsewhere)]);

    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 409]);
    const [first] = replies;
    assert.equal((await offered()).includes('attic'), first?.status === 200);
  });

  it('keeps its parts: under others, what is booked would be in nobody’s way', async () => {
    const canal = sampleRoom('canal');
    const suite = { ...sampleRoom('rembrandt'), roomId: 'suite', parts: ['canal', 'vecht'] };
    const added = await put(suite, 'suite');

    const other = await put({ ...suite, parts: ['canal', 'rhine'] }, 'suite');
    const none = await put({ ...suite, parts: [] }, 'suite');
    const part = await put({ ...canal, parts: ['vecht'] }, 'canal');

    assert.equal(added.status, 200);
    assert.deepEqual([other, none, part].map(codeOf), [
      '409 room_parts_fixed',
      '409 room_parts_fixed',
      '400 room_parts_wrong',
    ]);
  });
});
