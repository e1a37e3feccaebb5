import assert from 'node:assert/strict';
import { createDevice, createHost, createPresent, firstVisitOf, textIn } from '../builders/people.ts';
import { followNews, namesOf } from '../support/news.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

describe('people', () => {
  let test: TestHouse;
  let kiosk: string;

  beforeEach(async () => {
    test = await openTestHouse();
    kiosk = (await createDevice(test, await createHost(test))).token;
  });

  afterEach(() => test.close());

  it('are known after a first visit, told of, and given a pass', async () => {
    const news = followNews(test);
    const visit = firstVisitOf({ name: '  Sam de Vries ', offers: ['vat', 'vat'] });

    const reply = await test.call('POST', '/people', visit, kiosk);
    const shown = { code: textIn(reply.body, 'pass', 'code'), pin: textIn(reply.body, 'pass', 'pin') };
    const known = await test.call('POST', '/people/recognitions', shown, kiosk);

    assert.deepEqual([reply.status, reply.body.personId], [201, visit.personId]);
    assert.deepEqual(known.body, {
      personId: visit.personId,
      profile: { ...visit.profile, name: 'Sam de Vries', offers: ['vat'] },
      consents: visit.consents,
    });
    assert.deepEqual(namesOf(news), ['person.changed']);
  });

  it('get the same pass when their first visit is sent again, also at once', async () => {
    const visit = firstVisitOf();

    const replies = await Promise.all(
      Array.from({ length: 10 }, () => test.call('POST', '/people', visit, kiosk)),
    );

    assert.equal(new Set(replies.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size, 1);
    assert.equal(replies[0]?.status, 201);
  });

  it('are not overwritten by somebody else with their id', async () => {
    const visit = firstVisitOf();
    await test.call('POST', '/people', visit, kiosk);

    const other = firstVisitOf({ name: 'Somebody else' });
    const reply = await test.call('POST', '/people', { ...other, personId: visit.personId }, kiosk);

    assert.deepEqual([reply.status, reply.body.code], [409, 'person_exists']);
  });

  it('consent to the text that is shown now, or not at all', async () => {
    const sam = await createPresent(test, kiosk, 's01');

    const replies = [
      await test.call('POST', '/people', { ...firstVisitOf(), consentVersion: 2 }, kiosk),
      await test.call('PATCH', '/people/me', { consents: { wall: true } }, sam.token),
      await test.call('PATCH', '/people/me', { consents: { wall: true }, consentVersion: 9 }, sam.token),
    ];
    const own = await test.call('GET', '/people/me', undefined, sam.token);

    assert.deepEqual(
      replies.map(({ status, body }) => `${status} ${body.code}`),
      replies.map(() => '400 consent_outdated'),
    );
    assert.deepEqual(own.body.consents, sam.consents);
  });

  it('change one thing and keep the others, also when two changes meet', async () => {
    const sam = await createPresent(test, kiosk, 's01', { offers: ['vat'] });
    await test.house.app.settled();
    const news = followNews(test);
    const change = (body: object) => test.call('PATCH', '/people/me', body, sam.token);

    await Promise.all([
      change({ profile: { needs: ['ux-research'] } }),
      change({ profile: { about: 'Bread' } }),
      change({ consents: { wall: true }, consentVersion: 1 }),
    ]);
    const own = await test.call('GET', '/people/me', undefined, sam.token);

    assert.deepEqual(own.body.profile, { ...sam.profile, about: 'Bread', needs: ['ux-research'] });
    assert.deepEqual(own.body.consents, { ...sam.consents, wall: true });
    assert.equal(namesOf(news).filter((name) => name === 'person.changed').length, 3);
  });
});
