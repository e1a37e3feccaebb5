import assert from 'node:assert/strict';
import { createDevice, createHost, createPresent, textIn } from '../builders/people.ts';
import { AMSTERDAM, anotherAddress, createStaff, openSecondSpace, UTRECHT } from '../builders/world.ts';
import { followNews, namesOf } from '../support/news.ts';
import { openScreen } from '../support/screen.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const MINUTE = 60_000;

describe('signing in', () => {
  let test: TestHouse;
  let host: string;

  beforeEach(async () => {
    test = await openTestHouse();
    host = await createHost(test);
  });

  afterEach(() => test.close());

  const linkFor = (role: 'host' | 'manager', minutes: number) =>
    test.house.app.services.auth.createLink({ role, subjectId: 'h', spaceId: UTRECHT }, minutes);

  it('takes a link once, and says who one is from then on', async () => {
    const { token } = await linkFor('manager', 60);

    const first = await test.call('POST', '/sessions', { token });
    const second = await test.call('POST', '/sessions', { token });
    const me = await test.call('GET', '/sessions/current', undefined, textIn(first.body, 'token'));

    assert.equal(first.status, 201);
    assert.deepEqual([second.status, second.body.code], [404, 'link_unknown']);
    assert.deepEqual(me.body, { role: 'manager', id: 'h', spaceId: UTRECHT });
  });

  it('gives one session for a link that many use at once', async () => {
    const { token } = await linkFor('host', 60);

    const replies = await Promise.all(
      Array.from({ length: 20 }, () => test.call('POST', '/sessions', { token })),
    );

    assert.deepEqual(replies.map(({ status }) => status).sort(), [
      201,
      ...Array.from({ length: 19 }, () => 404),
    ]);
  });

  it('takes no link that has run out', async () => {
    const { token } = await linkFor('host', 15);
    test.clock.forward(15 * MINUTE);

    const reply = await test.call('POST', '/sessions', { token });

    assert.deepEqual([reply.status, reply.body.code], [404, 'link_unknown']);
  });

  it('ends with signing out, and with time', async () => {
    const other = await createHost(test);
    const out = await test.call('DELETE', '/sessions/current', undefined, host);
    const after = await test.call('GET', '/devices', undefined, host);
    test.clock.forward(90 * 24 * 60 * MINUTE);

    const late = await test.call('GET', '/devices', undefined, other);

    assert.deepEqual(out.body, { done: true });
    assert.deepEqual([after.body.code, late.body.code], ['credential_unknown', 'credential_unknown']);
  });

  it('gives a browser a cookie that scripts cannot read and other sites cannot send', async () => {
    const { token } = await linkFor('host', 60);

    const reply = await test.call('POST', '/sessions', { token });
    const cookie = reply.headers.get('set-cookie') ?? '';
    const value = cookie.split(';')[0] ?? '';
    const as = (surface: string) =>
      test.call('GET', '/sessions/current', undefined, undefined, {
        cookie: value,
        'common-table-as': surface,
      });

    assert.match(cookie, /^ct_host=.+; Path=\/; Expires=.+; HttpOnly; SameSite=Strict$/);
    assert.equal((await as('host')).body.role, 'host');
    assert.equal((await as('member')).body.role, 'visitor');
  });

  it('takes the pass that a first visit gave, as code and PIN or as QR', async () => {
    const kiosk = (await createDevice(test, host)).token;
    const sam = await createPresent(test, kiosk, 's01');
    const { body } = await test.call('GET', '/people/me', undefined, sam.token);
    const [code, pin, qr] = ['code', 'pin', 'qr'].map((field) => textIn(body, 'pass', field));

    const replies = await Promise.all([
      test.call('POST', '/sessions', { code: code?.toLowerCase(), pin }),
      test.call('POST', '/sessions', { qr }),
      test.call('POST', '/people/recognitions', { code, pin }, kiosk),
    ]);

    assert.deepEqual(
      replies.map(({ status }) => status),
      [201, 201, 200],
    );
    assert.equal(replies[2]?.body.personId, sam.personId);
  });

  it('gives the same answer to every wrong pass, and few guesses to each code', async () => {
    const kiosk = (await createDevice(test, host)).token;
    const sam = await createPresent(test, kiosk, 's01');
    const { body } = await test.call('GET', '/people/me', undefined, sam.token);
    const [code, pin] = ['code', 'pin'].map((field) => textIn(body, 'pass', field));
    const wrong = String((Number(pin) + 1) % 10_000).padStart(4, '0');
    const guess = (shown: object) => test.call('POST', '/sessions', shown, undefined, anotherAddress());

    const unknown = [
      await guess({ code: '222222', pin: '0000' }),
      await guess({ qr: `CT1.${code}.000000000000000000000000` }),
      await guess({ qr: 'something else' }),
      await guess({ code, pin: wrong }),
    ];
    for (let tries = 2; tries < 6; tries++) unknown.push(await guess({ code, pin: wrong }));
    const limited = await guess({ code, pin });

    assert.deepEqual(
      unknown.map((reply) => `${reply.status} ${reply.body.code}`),
      unknown.map(() => '404 pass_unknown'),
    );
    assert.deepEqual([limited.status, limited.body.code], [429, 'too_many_requests']);
    assert(Number(limited.headers.get('retry-after')) > 0);
  });
});

describe('a device', () => {
  let test: TestHouse;
  let host: string;

  beforeEach(async () => {
    test = await openTestHouse();
    host = await createHost(test);
  });

  afterEach(() => test.close());

  it('waits, is paired by its code, is told of, and is listed', async () => {
    const news = followNews(test);
    const { body: pairing } = await test.call('POST', '/pairings', { kind: 'kiosk' });
    const claim = { deviceId: pairing.deviceId, secret: pairing.secret };

    const waiting = await test.call('POST', '/pairings/claims', claim);
    const paired = await test.call('POST', '/devices', { code: pairing.code, name: 'Door' }, host);
    const claimed = await test.call('POST', '/pairings/claims', claim);
    const listed = await test.call('GET', '/devices', undefined, host);

    assert.deepEqual(waiting.body, { state: 'waiting' });
    assert.equal(paired.status, 201);
    assert.deepEqual(claimed.body.device, paired.body);
    assert.deepEqual(listed.body, { devices: [paired.body] });
    assert.deepEqual(namesOf(news), ['device.paired']);
  });

  it('is refused with a wrong secret, a code that was used, and a code that ran out', async () => {
    const { body: pairing } = await test.call('POST', '/pairings', { kind: 'kiosk' });
    const { body: late } = await test.call('POST', '/pairings', { kind: 'kiosk' });
    await test.call('POST', '/devices', { code: pairing.code, name: 'Door' }, host);
    test.clock.forward(10 * MINUTE);

    const replies = await Promise.all([
      test.call('POST', '/pairings/claims', { deviceId: pairing.deviceId, secret: late.secret }),
      test.call('POST', '/devices', { code: pairing.code, name: 'Door' }, host),
      test.call('POST', '/devices', { code: late.code, name: 'Door' }, host),
      test.call('POST', '/pairings/claims', { deviceId: late.deviceId, secret: late.secret }),
    ]);

    assert.deepEqual(
      replies.map(({ body }) => body.code),
      ['pairing_unknown', 'pairing_unknown', 'pairing_unknown', 'pairing_expired'],
    );
  });

  it('loses its credential and its screen the moment it is revoked, by its own space only', async () => {
    await openSecondSpace(test);
    const foreign = await createStaff(test, 'host', AMSTERDAM);
    const kiosk = await createDevice(test, host);
    const screen = await openScreen(test.url, kiosk.token, 'kiosk');
    const revoked = new Promise((resolve) => screen.socket.on('credential:revoked', () => resolve('told')));
    const news = followNews(test);

    const byOthers = await test.call('DELETE', `/devices/${kiosk.deviceId}`, undefined, foreign);
    const stillGood = await test.call('GET', `/spaces/${UTRECHT}`, undefined, kiosk.token);
    const byOwn = await test.call('DELETE', `/devices/${kiosk.deviceId}`, undefined, host);
    const again = await test.call('DELETE', `/devices/${kiosk.deviceId}`, undefined, host);
    const after = await test.call('GET', `/spaces/${UTRECHT}`, undefined, kiosk.token);

    assert.deepEqual([byOthers.body.code, stillGood.status], ['device_unknown', 200]);
    assert.deepEqual([byOwn.body, again.body.code], [{ done: true }, 'device_unknown']);
    assert.equal(after.body.code, 'credential_unknown');
    assert.equal(await revoked, 'told');
    assert.deepEqual(namesOf(news), ['device.revoked']);
    screen.close();
  });
});
