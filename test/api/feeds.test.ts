import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { confirm, createBooking, hold, slotOf } from '../builders/bookings.ts';
import { textIn } from '../builders/people.ts';
import { AMSTERDAM, createCompany, createStaff, openSecondSpace } from '../builders/world.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

describe('a feed', () => {
  let test: TestHouse;
  let host: string;

  beforeEach(async () => {
    test = await openTestHouse();
    host = await createStaff(test, 'host');
  });

  afterEach(() => test.close());

  async function open(subject: object, token = host) {
    const reply = await test.call('POST', '/feeds', { feedId: randomUUID(), subject }, token);
    return { feedId: textIn(reply.body, 'feedId'), path: textIn(reply.body, 'path') };
  }

  /** What an independent parser finds at an address, as a calendar program asks for it. */
  async function read(path: string) {
    const response = await fetch(test.url + path);
    assert.equal(response.headers.get('content-type'), 'text/calendar; charset=utf-8');
    const calendar = new ICAL.Component(ICAL.parse(await response.text()));
    return calendar.getAllSubcomponents('vevent').map((component) => {
      const { uid, summary, startDate, endDate, description } = new ICAL.Event(component);
      const status = component.getFirstPropertyValue('status');
      return { uid, summary, from: startDate.toJSDate(), to: endDate.toJSDate(), description, status };
    });
  }

  it('shows the bookings of a room, or of all rooms, as the wall has them', async () => {
    const slots = [slotOf(), slotOf({ roomId: 'vecht', from: 720, to: 765 })];
    for (const slot of slots) await createBooking(test, { occurrences: [slot] });
    const room = await open({ kind: 'room', roomId: 'rembrandt' });
    const space = await open({ kind: 'space' });

    const [one, ...others] = await read(room.path);
    const all = await read(space.path);

    assert.deepEqual(others, []);
    assert.equal(one?.uid, `${slots[0]?.occurrenceId}@common-table`);
    assert.deepEqual(
      [one?.from, one?.to],
      [new Date('2026-11-25T09:00:00Z'), new Date('2026-11-25T10:00:00Z')],
    );
    assert.match(one?.description ?? '', /10:00–11:00 \(Central European Standard Time\)/);
    assert.equal(one?.status, 'CONFIRMED');
    assert.deepEqual(all.map(({ summary }) => summary).sort(), ['Rembrandt', 'Vecht']);
  });

  it('is the same feed when it is asked for again, and ends for good when it is ended', async () => {
    const wanted = { feedId: randomUUID(), subject: { kind: 'space' } };
    const first = await test.call('POST', '/feeds', wanted, host);
    const again = await test.call('POST', '/feeds', wanted, host);
    const other = await test.call(
      'POST',
      '/feeds',
      { ...wanted, subject: { kind: 'room', roomId: 'dom' } },
      host,
    );
    const listed = await test.call('GET', '/feeds', undefined, host);

    const ended = await test.call('DELETE', `/feeds/${wanted.feedId}`, undefined, host);
    const gone = await fetch(test.url + textIn(first.body, 'path'));

    assert.deepEqual(again.body, first.body);
    assert.deepEqual([other.status, other.body.code], [409, 'feed_exists']);
    assert.deepEqual(listed.body, { feeds: [first.body] });
    assert.deepEqual([ended.status, gone.status], [200, 404]);
  });

  it('is read by nobody who guesses, and kept to its space', async () => {
    await openSecondSpace(test);
    const stranger = await createStaff(test, 'host', AMSTERDAM);
    const { feedId, path } = await open({ kind: 'space' });
    const forged = `/api/feeds/${feedId}.${'A'.repeat(43)}.ics`;

    const replies = [
      await test.call('GET', forged.replace('/api', '')),
      await test.call('GET', path.replace('/api', '').replace(feedId, 'another')),
      await test.call('DELETE', `/feeds/${feedId}`, undefined, stranger),
    ];
    const elsewhere = { feedId: randomUUID(), subject: { kind: 'room', roomId: 'rembrandt' } };
    const foreign = await test.call('POST', '/feeds', elsewhere, stranger);

    assert.deepEqual(
      replies.map(({ status, body }) => `${status} ${body.code}`),
      replies.map(() => '404 feed_unknown'),
    );
    assert.deepEqual([foreign.status, foreign.body.code], [404, 'room_unknown']);
    assert.deepEqual((await test.call('GET', '/feeds', undefined, stranger)).body, { feeds: [] });
  });

  it('of a company is its bookers’ alone, and ends with the booker', async () => {
    const { token, companyId, booker } = await createCompany(test, host);
    const own = await open({ kind: 'company' }, token);
    const refused = [
      await test.call('POST', '/feeds', { feedId: 'all', subject: { kind: 'space' } }, token),
      await test.call('POST', '/feeds', { feedId: 'all', subject: { kind: 'company' } }, host),
    ];
    await createBooking(test);
    const slot = slotOf({ roomId: 'vecht' });
    const held = await hold(test, { occurrences: [slot] }, token);
    await confirm(test, held, token);

    const before = await read(own.path);
    await test.call('DELETE', `/companies/${companyId}/bookers/${booker.bookerId}`, undefined, host);
    const after = await fetch(test.url + own.path);

    assert.deepEqual(
      refused.map(({ status, body }) => `${status} ${body.code}`),
      ['403 feed_not_yours', '403 feed_not_yours'],
    );
    assert.deepEqual(
      before.map(({ uid }) => uid),
      [`${slot.occurrenceId}@common-table`],
    );
    assert.equal(after.status, 404);
    assert.deepEqual((await test.call('GET', '/feeds', undefined, host)).body, { feeds: [] });
  });
});
