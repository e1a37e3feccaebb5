import assert from 'node:assert/strict';
import type { HostTable, OwnTable } from '#contract/lunches';
import { createHungry } from '../builders/lunch.ts';
import { createDevice, createPresent } from '../builders/people.ts';
import { AMSTERDAM, createStaff, openSecondSpace } from '../builders/world.ts';
import { followNews, namesOf } from '../support/news.ts';
import { openScreen } from '../support/screen.ts';
import { openTestHouse, type TestHouse, testClock } from '../support/test-house.ts';

const MINUTE = 60_000;

describe('a lunch table', () => {
  let test: TestHouse;
  let host: string;
  let kiosk: string;

  beforeEach(async () => {
    // A quarter to twelve in Utrecht; lunch is at a quarter past.
    test = await openTestHouse({ clock: testClock('2026-11-24T10:45:00.000Z') });
    host = await createStaff(test, 'host');
    kiosk = (await createDevice(test, host)).token;
  });

  afterEach(() => test.close());

  const lunches = () => test.house.app.services.lunches;
  const propose = (as = host) => test.call('POST', '/lunch-tables', undefined, as);
  const ask = (...tables: HostTable[]) =>
    test.call('POST', '/lunch-table-questions', { tableIds: tables.map(({ tableId }) => tableId) }, host);
  const answer = ({ tableId }: HostTable, said: string, { token }: { token: string }) =>
    test.call('POST', `/lunch-tables/${tableId}/answers`, { answer: said }, token);
  const talked = ({ tableId }: HostTable, { token }: { token: string }) =>
    test.call('POST', `/lunch-tables/${tableId}/outcomes`, { outcome: 'talked' }, token);

  async function board() {
    await test.house.app.settled();
    const screen = await openScreen(test.url, host, 'board');
    screen.close();
    const { tables, leftOver } = screen.state().lunch;
    return { tables: Object.values(tables), leftOver: Object.keys(leftOver) };
  }

  async function onlyTable(): Promise<HostTable> {
    const { tables } = await board();
    const [table] = tables;
    assert(table && tables.length === 1, `one table is wanted: ${JSON.stringify(tables)}`);
    return table;
  }

  async function seenBy({ token }: { token: string }): Promise<OwnTable | undefined> {
    const screen = await openScreen(test.url, token, 'member');
    screen.close();
    return screen.state().lunch;
  }

  const four = () => createHungry(test, kiosk, ['Ana Bakker', 'Bo Chen', 'Cai Lund', 'Dee Osei']);

  /** Four people at a table that was asked. */
  async function asked() {
    const people = await four();
    await propose();
    const table = await onlyTable();
    await ask(table);
    const [ana, bo, cai, dee] = people;
    if (!ana || !bo || !cai || !dee) throw new RangeError('four are wanted');
    return { table, ana, bo, cai, dee };
  }

  it('is proposed of who is here, with a reason for every seat, and says who is left over', async () => {
    const people = await four();
    const closed = await createPresent(test, kiosk, 's30', { name: 'Eve', openness: 'closed' });
    const other = await createPresent(test, kiosk, 's31', { name: 'Fay', offers: ['vat'] });
    await createPresent(test, kiosk, 's32', { name: 'Gus', matching: false });

    const reply = await propose();

    const table = await onlyTable();
    assert.deepEqual([reply.status, reply.body], [201, { proposed: 1 }]);
    assert.deepEqual(new Set(table.people), new Set(people.map(({ personId }) => personId)));
    assert.deepEqual(
      [table.state, table.number, table.beginsAt],
      ['proposed', 1, '2026-11-24T11:15:00.000Z'],
    );
    assert(table.topic !== undefined);
    for (const person of table.people)
      assert(
        table.pairs.some(
          ({ pair, reasons }) => pair.includes(person) && reasons.every((one) => one.length > 0),
        ),
      );
    assert.deepEqual((await board()).leftOver, [other.personId]);
    assert(!(await board()).leftOver.includes(closed.personId));
    for (const person of people) assert.equal(await seenBy(person), undefined);
  });

  it('is proposed anew in place of an earlier proposal, and not where nobody has anything to talk about', async () => {
    const nobody = await propose();
    await four();
    await propose();
    const first = await onlyTable();

    await propose();

    const second = await onlyTable();
    assert.equal(nobody.body.code, 'no_tables_possible');
    assert.notEqual(second.tableId, first.tableId);
    assert.equal(second.number, 1);
    assert.equal((await ask(first)).body.code, 'table_over');
  });

  it('is proposed by the house in the half hour before lunch, once a day', async () => {
    test.clock.forward(-MINUTE);
    await four();
    await lunches().proposeDue();
    const early = (await board()).tables;
    test.clock.forward(MINUTE);

    await lunches().proposeDue();
    const table = await onlyTable();
    await lunches().proposeDue();
    const again = await onlyTable();
    await test.call('DELETE', `/lunch-tables/${table.tableId}`, undefined, host);
    await lunches().proposeDue();

    assert.deepEqual(early, []);
    assert.equal(again.tableId, table.tableId);
    assert.deepEqual((await board()).tables, []);
  });

  it('asks each in private: what about and when, and nobody’s name', async () => {
    const { table, ana, bo } = await asked();

    const seen = await seenBy(ana);

    assert.deepEqual(
      [seen?.state, seen?.topic, seen?.beginsAt, seen?.answersUntil],
      ['asked', table.topic, '2026-11-24T11:15:00.000Z', '2026-11-24T11:05:00.000Z'],
    );
    assert(seen && seen.forYou.length > 0 && seen.forThem.length > 0);
    assert.deepEqual([seen.others, seen.number], [undefined, undefined]);
    assert(!JSON.stringify(seen).includes(bo.personId));
    assert.equal((await board()).tables[0]?.state, 'asked');
  });

  it('is set at once when all have said yes, and shows everybody to everybody', async () => {
    const { table, ana, bo, cai, dee } = await asked();
    const news = followNews(test);

    for (const person of [ana, bo, cai]) await answer(table, 'yes', person);
    const before = await seenBy(ana);
    await answer(table, 'yes', dee);

    const seen = await seenBy(ana);
    assert.deepEqual([before?.state, before?.others], ['waiting', undefined]);
    assert.deepEqual(
      [seen?.state, seen?.number, seen?.others?.map(({ name }) => name).sort()],
      ['set', 1, ['Bo Chen', 'Cai Lund', 'Dee Osei']],
    );
    assert.equal(namesOf(news).filter((name) => name === 'lunch.answered').length, 4);
    assert.equal((await onlyTable()).state, 'set');
  });

  it('is set with three when its time is up, and nobody can tell a no from silence', async () => {
    const { table, ana, bo, cai, dee } = await asked();
    for (const person of [ana, bo, cai]) await answer(table, 'yes', person);
    const before = JSON.stringify([await seenBy(ana), await board()]);

    await answer(table, 'not-now', dee);
    const after = JSON.stringify([await seenBy(ana), await board()]);
    const own = await seenBy(dee);
    test.clock.forward(20 * MINUTE);
    await lunches().settleDue();

    const seen = await seenBy(ana);
    assert.equal(after, before);
    assert.equal(own, undefined);
    assert.deepEqual([seen?.state, seen?.others?.map(({ name }) => name)], ['set', ['Bo Chen', 'Cai Lund']]);
    assert.equal(await seenBy(dee), undefined);
    const set = await onlyTable();
    assert(!JSON.stringify([set, seen]).includes(dee.personId));
    assert.deepEqual((await board()).leftOver, [dee.personId]);
  });

  it('lapses for everybody when two have said yes, who may then be asked to another', async () => {
    const { table, ana, bo, cai } = await asked();
    await answer(table, 'yes', ana);
    await answer(table, 'yes', bo);
    await answer(table, 'not-now', cai);
    test.clock.forward(20 * MINUTE);
    const late = await answer(table, 'yes', cai);

    await lunches().settleDue();
    const eve = await createPresent(test, kiosk, 's30', {
      name: 'Eve',
      openness: 'breaks',
      offers: ['copywriting'],
      needs: ['vat', 'ux-research'],
    });
    const reply = await propose();

    assert.equal(late.body.code, 'already_answered');
    for (const person of [ana, bo, cai]) assert.equal(await seenBy(person), undefined);
    assert.deepEqual(reply.body, { proposed: 1 });
    const second = await onlyTable();
    assert.deepEqual(new Set(second.people), new Set([ana.personId, bo.personId, eve.personId]));
  });

  it('counts on nobody who has left or closed, and says nothing of it', async () => {
    const { table, ana, bo, cai, dee } = await asked();
    for (const person of [ana, bo, cai]) await answer(table, 'yes', person);
    await test.call('POST', `/check-ins/${bo.checkInId}/end`, undefined, bo.token);
    await test.house.app.settled();

    await answer(table, 'yes', dee);
    const waiting = await seenBy(ana);
    test.clock.forward(20 * MINUTE);
    await lunches().settleDue();

    assert.equal(waiting?.state, 'waiting');
    assert.deepEqual(
      (await seenBy(ana))?.others?.map(({ name }) => name),
      ['Cai Lund', 'Dee Osei'],
    );
  });

  it('that is only proposed goes when one of it leaves, or nobody is asked in time', async () => {
    const [ana] = await four();
    await propose();
    await test.call('PATCH', `/check-ins/${ana?.checkInId}`, { openness: 'closed' }, ana?.token);
    const left = (await board()).tables;

    await propose();
    const three = (await onlyTable()).people.length;
    test.clock.forward(30 * MINUTE);
    await lunches().settleDue();

    assert.deepEqual(left, []);
    assert.equal(three, 3);
    assert.deepEqual((await board()).tables, []);
  });

  it('is answered once, by those who were asked, and taken back only before', async () => {
    await openSecondSpace(test);
    const foreign = await createStaff(test, 'host', AMSTERDAM);
    const { table, ana } = await asked();
    const stranger = await createPresent(test, kiosk, 's30', { name: 'Eve' });

    const replies = [
      await answer(table, 'yes', stranger),
      await test.call('DELETE', `/lunch-tables/${table.tableId}`, undefined, foreign),
      await test.call('DELETE', `/lunch-tables/${table.tableId}`, undefined, host),
      await ask(table),
      await talked(table, ana),
      await answer(table, 'yes', ana),
      await answer(table, 'not-now', ana),
    ];

    assert.deepEqual(
      replies.map(({ status, body }) => body.code ?? status),
      [
        'table_unknown',
        'table_unknown',
        'table_over',
        'table_over',
        'not_yet_introduced',
        200,
        'already_answered',
      ],
    );
  });

  it('leaves in the graph who was asked and who has talked, the same after a restart', async () => {
    const { table, ana, bo, cai, dee } = await asked();
    for (const person of [ana, bo, cai, dee]) await answer(table, 'yes', person);
    for (const person of [ana, ana, bo, cai]) await talked(table, person);
    const live = JSON.stringify(test.house.app.services.graph.snapshot());
    const seen = [await seenBy(ana), await seenBy(dee), await board()];

    await test.restart();

    assert.equal(JSON.stringify(test.house.app.services.graph.snapshot()), live);
    assert.deepEqual([await seenBy(ana), await seenBy(dee), await board()], seen);
    assert.deepEqual(
      [seen[0], seen[1]].map((one) => one && 'state' in one && one.state),
      ['met', 'set'],
    );
    assert.equal(live.match(/"lastMet"/g)?.length, 6, 'three pairs, each told from both sides');
  });

  it('seats nobody twice, however many hosts ask at once', async () => {
    await four();

    await Promise.all(Array.from({ length: 6 }, () => propose()));

    const { tables } = await board();
    const seated = tables.flatMap(({ people }) => people);
    assert.equal(new Set(seated).size, seated.length);
    assert.equal(seated.length, 4);
  });
});
