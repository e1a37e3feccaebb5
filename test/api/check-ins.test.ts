import assert from 'node:assert/strict';
import { sampleSpace } from '../../server/sample-data/sample-space.ts';
import { spaceId } from '../../server/spaces/contract.ts';
import { checkInOf, createDevice, createHost, createPresent, firstVisitOf } from '../builders/people.ts';
import { AMSTERDAM, createStaff, openSecondSpace, UTRECHT } from '../builders/world.ts';
import { followNews, namesOf } from '../support/news.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const HOUR = 3_600_000;

describe('checking in', () => {
  let test: TestHouse;
  let host: string;
  let kiosk: string;

  beforeEach(async () => {
    test = await openTestHouse();
    host = await createHost(test);
    kiosk = (await createDevice(test, host)).token;
  });

  afterEach(() => test.close());

  async function register(name = 'Sam'): Promise<string> {
    const visit = firstVisitOf({ name });
    await test.call('POST', '/people', visit, kiosk);
    return visit.personId;
  }

  const presenceOf = async (personId: string) =>
    (await test.call('GET', `/presences/${personId}`, undefined, kiosk)).body.checkIn;

  it('seats a person, tells of it once, and gives their phone a way in', async () => {
    const personId = await register();
    const news = followNews(test);
    const request = checkInOf({ personId, seatId: 's07', focus: { text: 'Bread', skills: ['vat'] } });

    const reply = await test.call('POST', '/check-ins', request, kiosk);

    const startedAt = '2026-11-24T09:00:00.000Z';
    assert.equal(reply.status, 201);
    assert.deepEqual(reply.body.checkIn, { ...request, spaceId: UTRECHT, startedAt });
    assert.deepEqual(await presenceOf(personId), reply.body.checkIn);
    assert.deepEqual(namesOf(news), ['fund.changed', 'checkin.started']);
    assert.match(JSON.stringify(reply.body.phone), /"expiresAt":"2026-11-24T09:15:00.000Z"/);
  });

  it('answers a retry with the check-in that stands, whatever has happened since, and tells nothing new', async () => {
    const personId = await register();
    const request = checkInOf({ personId });
    const first = await test.call('POST', '/check-ins', request, kiosk);
    const news = followNews(test);
    test.clock.forward(HOUR);

    const again = await test.call('POST', '/check-ins', request, kiosk);

    assert.equal(again.status, 201);
    assert.deepEqual(again.body.checkIn, first.body.checkIn);
    assert.deepEqual(namesOf(news), []);
  });

  it('refuses a seat that is taken, and names the nearest free one', async () => {
    await createPresent(test, kiosk, 's01');
    const personId = await register();
    const news = followNews(test);

    const reply = await test.call('POST', '/check-ins', checkInOf({ personId, seatId: 's01' }), kiosk);

    const { seats } = sampleSpace();
    const wanted = seats[0];
    const metres = ({ x, y }: { x: number; y: number }) =>
      Math.hypot(x - (wanted?.x ?? 0), y - (wanted?.y ?? 0));
    const nearest = seats.slice(1).reduce((best, seat) => (metres(seat) < metres(best) ? seat : best));
    assert.deepEqual([reply.status, reply.body.code], [409, 'seat_taken']);
    assert.deepEqual(reply.body.details, { free: nearest.id });
    assert.deepEqual(namesOf(news), []);
    assert.equal(await presenceOf(personId), undefined);
  });

  it('refuses a second place to somebody who has one, and says which', async () => {
    const sam = await createPresent(test, kiosk, 's01');

    const reply = await test.call(
      'POST',
      '/check-ins',
      checkInOf({ personId: sam.personId, seatId: 's02' }),
      kiosk,
    );

    assert.deepEqual([reply.status, reply.body.code], [409, 'already_checked_in']);
    assert.deepEqual(reply.body.details, { seatId: 's01' });
  });

  it('refuses a seat that is on no plan, a person whom nobody knows, and an end before the beginning', async () => {
    const personId = await register();
    const cases = [
      { request: checkInOf({ personId, seatId: 'z99' }), code: 'seat_unknown' },
      { request: checkInOf({ personId: 'nobody' }), code: 'person_unknown' },
      { request: { ...checkInOf({ personId }), until: '2026-11-24T09:00:00.000Z' }, code: 'until_passed' },
    ];

    const replies = await Promise.all(
      cases.map(({ request }) => test.call('POST', '/check-ins', request, kiosk)),
    );

    assert.deepEqual(
      replies.map(({ body }) => body.code),
      cases.map(({ code }) => code),
    );
    assert.equal(await presenceOf(personId), undefined);
  });

  it('refuses the id of a check-in that is over, or that is another person’s', async () => {
    const sam = await createPresent(test, kiosk, 's01');
    const other = await register('Alex');
    const taken = checkInOf({ personId: other, seatId: 's02', checkInId: sam.checkInId });
    const another = await test.call('POST', '/check-ins', taken, kiosk);
    await test.call('POST', `/check-ins/${sam.checkInId}/end`, undefined, sam.token);

    const over = await test.call(
      'POST',
      '/check-ins',
      checkInOf({ personId: sam.personId, checkInId: sam.checkInId }),
      kiosk,
    );

    assert.deepEqual([another.body.code, over.body.code], ['check_in_ended', 'check_in_ended']);
  });

  it('changes openness and focus for the person and their host, and tells of each', async () => {
    const sam = await createPresent(test, kiosk, 's01');
    const news = followNews(test);
    const path = `/check-ins/${sam.checkInId}`;

    const own = await test.call('PATCH', path, { openness: 'breaks' }, sam.token);
    const byHost = await test.call('PATCH', path, { focus: { text: 'VAT', skills: [] } }, host);

    assert.deepEqual([own.status, own.body.openness], [200, 'breaks']);
    assert.deepEqual([byHost.body.openness, byHost.body.focus], ['breaks', { text: 'VAT', skills: [] }]);
    assert.deepEqual(namesOf(news), ['checkin.changed', 'checkin.changed']);
  });

  it('ends once, as left, and frees the seat', async () => {
    const sam = await createPresent(test, kiosk, 's01');
    const news = followNews(test);
    test.clock.forward(HOUR);

    const reply = await test.call('POST', '/check-outs', { personId: sam.personId }, kiosk);
    const again = await test.call('POST', `/check-ins/${sam.checkInId}/end`, undefined, sam.token);
    const changed = await test.call('PATCH', `/check-ins/${sam.checkInId}`, { openness: 'open' }, sam.token);
    const nobody = await test.call('POST', '/check-outs', { personId: sam.personId }, kiosk);

    const endedAt = '2026-11-24T10:00:00.000Z';
    assert.deepEqual(reply.body, { checkInId: sam.checkInId, endedAt, ending: 'left' });
    assert.deepEqual([again.body.code, changed.body.code], ['check_in_ended', 'check_in_ended']);
    assert.equal(nobody.body.code, 'check_in_unknown');
    assert.deepEqual(namesOf(news), ['checkin.ended']);
    await createPresent(test, kiosk, 's01', { name: 'Next' });
  });

  it('keeps the hands of others off', async () => {
    await openSecondSpace(test);
    const foreignHost = await createStaff(test, 'host', AMSTERDAM);
    const foreignKiosk = (await createDevice(test, foreignHost)).token;
    const sam = await createPresent(test, kiosk, 's01');
    const alex = await createPresent(test, kiosk, 's02', { name: 'Alex' });
    const news = followNews(test);
    const path = `/check-ins/${sam.checkInId}`;

    const replies = await Promise.all([
      test.call('PATCH', path, { openness: 'closed' }, alex.token),
      test.call('POST', `${path}/end`, undefined, alex.token),
      test.call('PATCH', path, { openness: 'closed' }, foreignHost),
      test.call('POST', `${path}/end`, undefined, foreignHost),
      test.call('POST', '/check-outs', { personId: sam.personId }, foreignKiosk),
      test.call('GET', `/spaces/${UTRECHT}`, undefined, foreignKiosk),
    ]);

    assert.deepEqual(
      replies.map(({ body }) => body.code),
      ['check_in_unknown', 'check_in_unknown', ...Array.from({ length: 4 }, () => 'space_foreign')],
    );
    assert.deepEqual(namesOf(news), []);
  });
});

describe('closing time', () => {
  let test: TestHouse;
  let kiosk: string;

  beforeEach(async () => {
    test = await openTestHouse({ settings: { SAMPLE_SPACE: 'none' } });
    const space = { ...sampleSpace({ withHours: true }), id: spaceId.parse(UTRECHT) };
    await test.house.app.services.spaces.open(space);
    await test.house.app.prepare();
    kiosk = (await createDevice(test, await createHost(test))).token;
  });

  afterEach(() => test.close());

  const close = () => test.house.app.services.checkIns.closeSpaces();

  it('ends the rest as expired, which is not left, and nobody before', async () => {
    const leaves = await createPresent(test, kiosk, 's01', { name: 'Leaves' });
    await createPresent(test, kiosk, 's02', { name: 'Stays' });
    await test.call('POST', '/check-outs', { personId: leaves.personId }, kiosk);
    const news = followNews(test);

    // Open until 18:00 in Amsterdam, which is 17:00 UTC.
    test.clock.forward(8 * HOUR - 1);
    await close();
    const before = namesOf(news);
    test.clock.forward(1);
    await close();
    await close();

    assert.deepEqual(before, []);
    assert.deepEqual(
      news.filter(({ name }) => name === 'checkin.ended').map((event) => 'ending' in event && event.ending),
      ['expired'],
    );
  });

  it('lets nobody in until the doors open, and says when that is', async () => {
    const visit = firstVisitOf();
    await test.call('POST', '/people', visit, kiosk);
    // Saturday 28 November, 16:00 in Amsterdam: the doors have just closed until Monday.
    test.clock.forward(4 * 24 * HOUR + 6 * HOUR);

    const reply = await test.call('POST', '/check-ins', checkInOf({ personId: visit.personId }), kiosk);

    assert.deepEqual([reply.status, reply.body.code], [409, 'space_closed']);
    assert.deepEqual(reply.body.details, { opensOn: '2026-11-30', opensAt: '08:30' });
  });

  it('still answers the retry of a check-in that the doors closed upon', async () => {
    const visit = firstVisitOf();
    await test.call('POST', '/people', visit, kiosk);
    const request = checkInOf({ personId: visit.personId });
    const first = await test.call('POST', '/check-ins', request, kiosk);
    test.clock.forward(9 * HOUR);

    const again = await test.call('POST', '/check-ins', request, kiosk);

    assert.deepEqual(again.body.checkIn, first.body.checkIn);
  });
});
