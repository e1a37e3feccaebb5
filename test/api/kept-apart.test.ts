import assert from 'node:assert/strict';
import { introductionId } from '../../server/introductions/contract.ts';
import { personId } from '../../server/people/contract.ts';
import { createHungry } from '../builders/lunch.ts';
import { createDevice, createPresent } from '../builders/people.ts';
import { AMSTERDAM, createStaff, openSecondSpace } from '../builders/world.ts';
import { followNews, namesOf } from '../support/news.ts';
import { openScreen } from '../support/screen.ts';
import { openTestHouse, type TestHouse, testClock } from '../support/test-house.ts';

const DAY = 86_400_000;

type Visitor = Awaited<ReturnType<typeof createPresent>>;

describe('two who are kept apart', () => {
  let test: TestHouse;
  let host: string;
  let kiosk: string;
  let ana: Visitor;
  let bo: Visitor;
  let asked: string;

  beforeEach(async () => {
    test = await openTestHouse();
    host = await createStaff(test, 'host');
    kiosk = (await createDevice(test, host)).token;
    ana = await createPresent(test, kiosk, 's01', { name: 'Ana', offers: ['vat'], needs: ['ux-research'] });
    bo = await createPresent(test, kiosk, 's05', { name: 'Bo', offers: ['ux-research'], needs: ['vat'] });
    [asked = ''] = await seenBy(ana);
  });

  afterEach(() => test.close());

  const graph = () => test.house.app.services.graph;
  const refuse = (reason: string, id = asked, as = host) =>
    test.call('POST', `/introductions/${id}/refusals`, { reason }, as);
  const answer = ({ token }: Visitor, said: string, id = asked) =>
    test.call('POST', `/introductions/${id}/answers`, { answer: said }, token);
  const block = ({ token }: Visitor, id = asked) =>
    test.call('PUT', `/introductions/${id}/block`, undefined, token);
  const unblock = ({ token }: Visitor, id = asked) =>
    test.call('DELETE', `/introductions/${id}/block`, undefined, token);

  async function viewOf({ token }: Visitor) {
    await test.house.app.settled();
    const screen = await openScreen(test.url, token, 'member');
    screen.close();
    return screen.state();
  }

  async function seenBy(who: Visitor): Promise<string[]> {
    return Object.keys((await viewOf(who)).introductions);
  }

  async function statesOf(who: Visitor): Promise<string[]> {
    return Object.values((await viewOf(who)).introductions).map(({ state }) => state);
  }

  async function board() {
    await test.house.app.settled();
    const screen = await openScreen(test.url, host, 'board');
    screen.close();
    return Object.values(screen.state().introductions);
  }

  /** Somebody who could be introduced to Bo, who has a question before him: the two are on the board only. */
  async function suggestedBeside() {
    const visit = { name: 'Cai', offers: ['vat'], needs: ['ux-research'] };
    const cai = await createPresent(test, kiosk, 's09', visit);
    const waiting = (await board()).find(({ pair }) => pair.some((one) => one === cai.personId));
    assert.equal(waiting?.state, 'suggested');
    return { cai, waiting: waiting.introductionId };
  }

  const suggestedTo = ({ personId: id }: Visitor, at = test.clock.now().getTime()) =>
    graph()
      .suggest(personId.parse(id), { at, limit: 9 })
      .some(({ pair }) => pair.some((one) => one === bo.personId));

  describe('by a host', () => {
    it('have the question taken from both phones and the board at once', async () => {
      const screens = await Promise.all([ana, bo].map(({ token }) => openScreen(test.url, token, 'member')));
      const wall = await openScreen(test.url, host, 'board');
      await answer(ana, 'yes');
      const news = followNews(test);

      const reply = await refuse('misfit');

      assert.equal(reply.status, 200);
      for (const screen of [...screens, wall]) {
        await screen.until(({ introductions }) => Object.keys(introductions).length === 0);
        screen.close();
      }
      assert.deepEqual(namesOf(news), ['introduction.refused']);
      assert.equal((await answer(bo, 'yes')).body.code, 'introduction_over');
    });

    for (const { reason, laterDays } of [
      { reason: 'acquainted', laterDays: 90 },
      { reason: 'misfit', laterDays: 90 },
      { reason: 'not_today', laterDays: 1 },
      { reason: 'rivals', laterDays: undefined },
    ])
      it(`are not suggested again because of "${reason}", also after a restart`, async () => {
        const { cai, waiting } = await suggestedBeside();
        assert(suggestedTo(cai));

        const reply = await refuse(reason, waiting);

        await test.house.app.settled();
        const before = JSON.stringify(graph().snapshot());
        assert.equal(reply.status, 200);
        assert(!suggestedTo(cai));
        const later = test.clock.now().getTime() + (laterDays ?? 5000) * DAY;
        assert.equal(suggestedTo(cai, later), laterDays !== undefined);
        await test.restart();
        assert.equal(JSON.stringify(graph().snapshot()), before);
      });

    it('for today may be suggested from the next local morning on', async () => {
      const { cai, waiting } = await suggestedBeside();
      await refuse('not_today', waiting);

      const midnight = Date.parse('2026-11-25T00:00:00+01:00');

      assert.deepEqual([suggestedTo(cai, midnight - 1), suggestedTo(cai, midnight)], [false, true]);
    });

    it('are free for somebody else in the same moment', async () => {
      await createPresent(test, kiosk, 's09', { name: 'Cai', offers: ['vat'], needs: ['ux-research'] });
      await test.house.app.settled();

      await refuse('rivals');

      const states = (await board()).map(({ state, pair }) => ({
        state,
        hasAna: pair.some((one) => one === ana.personId),
      }));
      assert.deepEqual(states, [{ state: 'offered', hasAna: false }]);
    });

    it('are so once, from however many tablets it is said', async () => {
      const news = followNews(test);

      const replies = await Promise.all([refuse('rivals'), refuse('rivals'), refuse('rivals')]);
      const other = await refuse('misfit');

      assert.deepEqual(
        replies.map(({ status }) => status),
        [200, 200, 200],
      );
      assert.equal(other.body.code, 'introduction_over');
      assert.deepEqual(namesOf(news), ['introduction.refused']);
    });

    it('are so by one reason where two hosts say two at once', async () => {
      const replies = await Promise.all([refuse('rivals'), refuse('misfit')]);

      assert.deepEqual(replies.map(({ body }) => body.code ?? 'done').sort(), ['done', 'introduction_over']);
    });

    it('cannot be so by a host of another house, without a reason, or once both have said yes', async () => {
      await openSecondSpace(test);
      const foreign = await createStaff(test, 'host', AMSTERDAM);
      const early = [
        await refuse('rivals', asked, foreign),
        await refuse('rivals', 'nobodys'),
        await refuse('because'),
      ];
      await answer(ana, 'yes');
      await answer(bo, 'yes');

      const late = await refuse('rivals');

      assert.deepEqual(
        [...early, late].map(({ body }) => body.code),
        ['introduction_unknown', 'introduction_unknown', 'request_invalid', 'introduction_over'],
      );
      assert.deepEqual(await statesOf(ana), ['accepted']);
    });
  });

  describe('by one of them', () => {
    const blocksOf = async (who: Visitor) => Object.values((await viewOf(who)).blocks);

    it('are asked no more, while the other sees what they see of any silence', async () => {
      const phone = await openScreen(test.url, bo.token, 'member');
      const wall = await openScreen(test.url, host, 'board');
      const before = JSON.stringify([phone.state(), wall.state()]);

      const reply = await block(ana);

      assert.equal(reply.status, 200);
      assert.deepEqual(await statesOf(ana), []);
      assert.equal(JSON.stringify([phone.state(), wall.state()]), before);
      assert.deepEqual([phone.counts.patches, wall.counts.patches], [0, 0]);
      await answer(bo, 'yes');
      assert.deepEqual(await statesOf(bo), ['waiting']);
      for (const screen of [phone, wall]) screen.close();
    });

    for (const { said, because } of [
      { said: 'yes', because: 'their yes is taken back' },
      { said: 'not-now', because: 'their no stands' },
    ])
      it(`do not meet where it comes after "${said}": ${because}`, async () => {
        await answer(ana, said);
        await block(ana);

        const late = await answer(bo, 'yes');

        assert.equal(late.status, 200);
        assert.deepEqual([await statesOf(ana), await statesOf(bo)], [[], ['waiting']]);
      });

    it('do not meet where the other had said no before', async () => {
      await answer(bo, 'not-now');
      await answer(ana, 'yes');

      await block(ana);

      assert.deepEqual([await statesOf(ana), await statesOf(bo)], [[], []]);
    });

    it('leave the board where they were suggested only, and may not be offered', async () => {
      const { cai, waiting } = await suggestedBeside();

      await block(cai, waiting);

      const offer = await test.call('POST', `/introductions/${waiting}/offer`, undefined, host);
      assert(!(await board()).some(({ pair }) => pair.some((one) => one === cai.personId)));
      assert.equal(offer.body.code, 'introduction_over');
    });

    it('are shown to who said it, by name only after the reveal, and to nobody else', async () => {
      await block(ana);
      const nameless = await blocksOf(ana);
      await unblock(ana);
      const none = await blocksOf(ana);

      assert.deepEqual(nameless, [{ introductionId: asked, since: test.clock.now().toISOString() }]);
      assert.deepEqual([none, await blocksOf(bo)], [[], []]);
    });

    it('keep the card of an introduction that stands, with the way back, whatever the other sees', async () => {
      await answer(ana, 'yes');
      await answer(bo, 'yes');
      const phone = await openScreen(test.url, bo.token, 'member');

      await block(ana);

      const own = (await viewOf(ana)).introductions[asked];
      assert.deepEqual([own?.state, own?.blocked, own?.other?.name], ['accepted', true, 'Bo']);
      assert.deepEqual(await blocksOf(ana), [
        { introductionId: asked, name: 'Bo', since: test.clock.now().toISOString() },
      ]);
      assert.equal(phone.counts.patches, 0);
      phone.close();
      await unblock(ana);
      assert.equal((await viewOf(ana)).introductions[asked]?.blocked, undefined);
    });

    it('are never suggested again until it is taken back, also after a restart', async () => {
      const { cai, waiting } = await suggestedBeside();
      const later = test.clock.now().getTime() + 5000 * DAY;
      await block(cai, waiting);
      const apart = suggestedTo(cai, later);
      await test.restart();
      const stillApart = suggestedTo(cai, later);

      await unblock(cai, waiting);

      assert.deepEqual([apart, stillApart, suggestedTo(cai)], [false, false, true]);
      assert((await board()).some(({ pair }) => pair.some((one) => one === cai.personId)));
    });

    it('are so once, from two devices, and take it back once', async () => {
      const news = followNews(test);

      const replies = [
        ...(await Promise.all([block(ana), block(ana)])),
        ...(await Promise.all([unblock(ana), unblock(ana)])),
      ];

      assert.deepEqual(
        replies.map(({ status }) => status),
        [200, 200, 200, 200],
      );
      assert.deepEqual(
        namesOf(news).filter((name) => name === 'person.changed'),
        ['person.changed', 'person.changed'],
      );
    });

    it('are so by an own introduction only', async () => {
      const cai = await createPresent(test, kiosk, 's09', { name: 'Cai' });

      const replies = [await block(cai), await unblock(cai), await block(ana, 'nobodys')];

      assert.deepEqual(
        replies.map(({ status, body }) => `${status} ${body.code}`),
        replies.map(() => '404 introduction_unknown'),
      );
    });
  });
});

describe('two of whom one blocks the other, at lunch', () => {
  let test: TestHouse;
  let host: string;
  let kiosk: string;

  beforeEach(async () => {
    test = await openTestHouse({ clock: testClock('2026-11-24T10:45:00.000Z') });
    host = await createStaff(test, 'host');
    kiosk = (await createDevice(test, host)).token;
  });

  afterEach(() => test.close());

  /** Three who could all help each other, and how the first blocks the second. */
  async function three() {
    const [ana, bo, cai] = await createHungry(test, kiosk, ['Ana', 'Bo', 'Cai']);
    if (!ana || !bo || !cai) throw new RangeError('three are wanted');
    const [me, other] = [ana, bo].map((one) => personId.parse(one.personId));
    if (!me || !other) throw new RangeError('two are wanted');
    const block = async () => {
      const from = { introductionId: introductionId.parse('introduction-1'), since: test.clock.now() };
      await test.house.app.services.people.block(me, { personId: other, ...from });
      await test.house.app.settled();
    };
    return { ana, bo, block };
  }

  const propose = () => test.call('POST', '/lunch-tables', undefined, host);

  async function tables() {
    await test.house.app.settled();
    const screen = await openScreen(test.url, host, 'board');
    screen.close();
    return Object.values(screen.state().lunch.tables);
  }

  async function lunchOf({ token }: { token: string }) {
    const screen = await openScreen(test.url, token, 'member');
    screen.close();
    return screen.state().lunch?.state;
  }

  it('sit at no table that is proposed', async () => {
    const { block } = await three();
    await block();

    assert.equal((await propose()).body.code, 'no_tables_possible');
  });

  it('have a proposal taken back', async () => {
    const { block } = await three();
    await propose();

    await block();

    assert.deepEqual(await tables(), []);
  });

  it('are silent where they were asked already, and the others notice nothing', async () => {
    const { block, ana, bo } = await three();
    await propose();
    const [table] = await tables();
    await test.call('POST', '/lunch-table-questions', { tableIds: [table?.tableId] }, host);
    const before = [await lunchOf(ana), await lunchOf(bo)];

    await block();

    assert.deepEqual(before, ['asked', 'asked']);
    assert.deepEqual([await lunchOf(ana), await lunchOf(bo)], [undefined, 'asked']);
    assert.deepEqual(
      (await tables()).map(({ state }) => state),
      ['asked'],
    );
  });
});
