import assert from 'node:assert/strict';
import { introductionId } from '../../server/introductions/contract.ts';
import { createIntroductionWrites } from '../../server/introductions/writes.ts';
import { createPresent } from '../builders/people.ts';
import { AMSTERDAM, createStaff, createWorld, openSecondSpace, type World } from '../builders/world.ts';
import { connectTo } from '../support/database-dump.ts';
import { followNews, namesOf } from '../support/news.ts';
import { openScreen } from '../support/screen.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const MINUTE = 60_000;

describe('an introduction', () => {
  let test: TestHouse;
  let world: World;

  beforeEach(async () => {
    test = await openTestHouse();
    world = await createWorld(test);
  });

  afterEach(async () => {
    await world.eyes.close();
    await test.close();
  });

  const path = () => `/introductions/${world.introductionId}`;
  const answer = (who: 'ana' | 'bo', said: string) =>
    test.call('POST', `${path()}/answers`, { answer: said }, world[who].token);
  const talked = (who: 'ana' | 'bo') =>
    test.call('POST', `${path()}/outcomes`, { outcome: 'talked' }, world[who].token);

  async function seenBy(who: 'ana' | 'bo') {
    const screen = await openScreen(test.url, world[who].token, 'member');
    screen.close();
    return Object.values(screen.state().introductions).map(({ state }) => state);
  }

  it('is answered once by each, accepted by the second yes, and met when one says that they talked', async () => {
    const news = followNews(test);

    const replies = [
      await talked('ana'),
      await answer('ana', 'yes'),
      await answer('ana', 'not-now'),
      await talked('ana'),
      await answer('bo', 'yes'),
      await talked('bo'),
      await talked('ana'),
      await answer('ana', 'yes'),
    ];

    assert.deepEqual(
      replies.map(({ status, body }) => body.code ?? status),
      [
        'not_yet_introduced',
        200,
        'already_answered',
        'not_yet_introduced',
        200,
        200,
        200,
        'already_answered',
      ],
    );
    assert.deepEqual(namesOf(news), [
      'introduction.answered',
      'introduction.answered',
      'introduction.accepted',
      'introduction.met',
    ]);
    assert.deepEqual([await seenBy('ana'), await seenBy('bo')], [['met'], ['met']]);
  });

  it('is valued by each after the talk, once, which the graph learns and the other never sees', async () => {
    const value = (who: 'ana' | 'bo', useful: boolean) =>
      test.call('POST', `${path()}/valuations`, { useful }, world[who].token);
    const learned = () => JSON.stringify(test.house.app.services.graph.snapshot());
    const early = await value('ana', true);
    await answer('ana', 'yes');
    await answer('bo', 'yes');
    await talked('ana');
    await test.house.app.settled();
    const before = learned();
    const phone = await openScreen(test.url, world.bo.token, 'member');

    const replies = [await value('ana', true), await value('ana', false)];
    await test.house.app.settled();

    const after = learned();
    assert.equal(early.body.code, 'not_yet_introduced');
    assert.deepEqual(
      replies.map(({ status }) => status),
      [200, 200],
    );
    assert.notEqual(after, before);
    assert.equal(phone.counts.patches, 0);
    phone.close();
    await test.restart();
    assert.equal(learned(), after);
  });

  it('lapses after half an hour, for both, whatever one has said', async () => {
    await answer('ana', 'yes');
    test.clock.forward(30 * MINUTE - 1);
    await test.house.app.services.introductions.lapseDue();
    const before = [await seenBy('ana'), await seenBy('bo')];
    test.clock.forward(1);

    const late = await answer('bo', 'yes');
    await test.house.app.services.introductions.lapseDue();

    assert.deepEqual(before, [['waiting'], ['offered']]);
    assert.equal(late.body.code, 'introduction_over');
    assert(!(await seenBy('ana')).includes('waiting'));
  });

  it('ends for the other when one leaves or closes', async () => {
    await test.call('POST', `/check-ins/${world.bo.checkInId}/end`, undefined, world.bo.token);
    await test.house.app.settled();

    const late = await answer('ana', 'yes');

    assert.equal(late.body.code, 'introduction_over');
    assert.deepEqual(await seenBy('ana'), []);
  });

  it('is nobody else’s', async () => {
    await openSecondSpace(test);
    const foreign = await createStaff(test, 'host', AMSTERDAM);
    const other = await createPresent(test, world.tokens.kiosk, 's09', { name: 'Other' });
    await test.house.app.settled();
    const before = await world.eyes.dump();

    const replies = [
      await test.call('POST', `${path()}/answers`, { answer: 'yes' }, other.token),
      await test.call('POST', `${path()}/outcomes`, { outcome: 'talked' }, other.token),
      await test.call('POST', `${path()}/offer`, undefined, foreign),
      await test.call('POST', '/introductions/nobodys/answers', { answer: 'yes' }, world.ana.token),
    ];

    assert.deepEqual(
      replies.map(({ status, body }) => `${status} ${body.code}`),
      replies.map(() => '404 introduction_unknown'),
    );
    assert.equal(await world.eyes.dump(), before);
  });

  it('that is offered already cannot be offered again by a host', async () => {
    const reply = await test.call('POST', `${path()}/offer`, undefined, world.tokens.host);

    assert.deepEqual([reply.status, reply.body.code], [409, 'introduction_over']);
  });

  it('waits on the board while one of the two has another offer before them', async () => {
    const third = { name: 'Cai', offers: ['vat'], needs: ['ux-research'] };
    await createPresent(test, world.tokens.kiosk, 's09', third);
    await test.house.app.settled();
    const board = await openScreen(test.url, world.tokens.host, 'board');
    const waiting = Object.values(board.state().introductions).filter(({ state }) => state === 'suggested');
    board.close();

    const replies = await Promise.all(
      waiting.map(({ introductionId }) =>
        test.call('POST', `/introductions/${introductionId}/offer`, undefined, world.tokens.host),
      ),
    );

    assert(waiting.length > 0, 'Cai and Bo could help each other');
    for (const { body } of replies) assert.equal(body.code, 'introduction_not_possible');
  });

  it('reaches a newcomer as soon as somebody who fits is free, without their asking', async () => {
    const cai = await createPresent(test, world.tokens.kiosk, 's09', {
      name: 'Cai',
      offers: ['vat'],
      needs: ['ux-research'],
    });
    await test.house.app.settled();
    const offersBefore = async () => {
      const screen = await openScreen(test.url, cai.token, 'member');
      screen.close();
      return Object.values(screen.state().introductions).map(({ state }) => state);
    };
    const { welcome } = test.house.app.services.introductions;

    await welcome();
    const whileBoIsTaken = await offersBefore();
    await answer('bo', 'not-now');
    await welcome();
    const onceBoIsFree = await offersBefore();
    await welcome();

    assert.deepEqual(whileBoIsTaken, []);
    assert.deepEqual(onceBoIsFree, ['offered']);
    assert.deepEqual(await offersBefore(), ['offered']);
  });

  it('is looked for anew by the next turn when everything stopped right after an offer had lapsed', async () => {
    await createPresent(test, world.tokens.kiosk, 's09', {
      name: 'Cai',
      offers: ['vat'],
      needs: ['ux-research'],
    });
    await test.house.app.settled();
    test.clock.forward(30 * MINUTE);
    const connection = await connectTo(test);
    const found = introductionId.parse(world.introductionId);
    // All that a house has done which dies with its write.
    await createIntroductionWrites(connection).lapse(found, test.clock.now(), { lookAgain: true });
    await connection.close();
    await test.restart();
    const news = followNews(test);

    await test.house.app.services.introductions.lapseDue();
    await test.house.app.services.introductions.lapseDue();

    const about = news.filter((event) => 'introductionId' in event && event.introductionId === found);
    assert.deepEqual(namesOf(about), ['introduction.listed']);
    assert(namesOf(news).includes('introduction.offered'), 'Bo is free for Cai');
  });

  it('proposes two seats to two who ask at once, and the one again to who had it', async () => {
    const [cai, dee] = [
      await createPresent(test, world.tokens.kiosk, 's09', { name: 'Cai' }),
      await createPresent(test, world.tokens.kiosk, 's10', { name: 'Dee' }),
    ];
    const ask = ({ personId }: { personId: string }) =>
      test.call(
        'POST',
        '/seat-proposals',
        { personId, openness: 'closed', focus: { text: '', skills: [] } },
        world.tokens.kiosk,
      );

    const [first, second] = await Promise.all([ask(cai), ask(dee)]);
    const again = await ask(cai);
    test.clock.forward(2 * MINUTE);
    const later = await ask(dee);

    assert.notEqual(first.body.seatId, second.body.seatId);
    assert.equal(again.body.seatId, first.body.seatId);
    assert.equal(later.body.seatId, 's02');
  });

  it('proposes a seat near whom one may meet, of those that are free', async () => {
    // Ana has been offered Bo, so it is somebody else for whom a seat near Bo is worth proposing.
    const cai = await createPresent(test, world.tokens.kiosk, 's09', {
      name: 'Cai',
      offers: ['vat'],
      needs: [],
    });
    const asked = {
      personId: cai.personId,
      openness: 'open',
      focus: { text: 'I need user research', skills: ['ux-research'] },
    };

    const near = await test.call('POST', '/seat-proposals', asked, world.tokens.kiosk);
    const closed = await test.call(
      'POST',
      '/seat-proposals',
      { ...asked, openness: 'closed' },
      world.tokens.kiosk,
    );
    const unknown = await test.call(
      'POST',
      '/seat-proposals',
      { ...asked, personId: 'nobody' },
      world.tokens.kiosk,
    );

    const known = await test.call(
      'POST',
      '/seat-proposals',
      { ...asked, personId: world.ana.personId },
      world.tokens.kiosk,
    );

    assert.equal(near.body.near, true);
    assert.equal(known.body.near, false);
    assert(!['s01', 's05', 's09'].includes(String(near.body.seatId)));
    assert.equal(closed.body.near, false);
    assert.equal(unknown.body.code, 'person_unknown');
  });
});
