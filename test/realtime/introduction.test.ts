import assert from 'node:assert/strict';
import { createDevice, createHost, createPresent } from '../builders/people.ts';
import { openScreen } from '../support/screen.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const onlyOf = <Value>(record: Record<string, Value>): Value => {
  const [value, ...rest] = Object.values(record);
  assert(value !== undefined && rest.length === 0, `one is wanted: ${JSON.stringify(record)}`);
  return value;
};

describe('two people are introduced, live', () => {
  let test: TestHouse;
  let host: string;
  let kiosk: string;

  beforeEach(async () => {
    test = await openTestHouse();
    host = await createHost(test);
    kiosk = (await createDevice(test, host)).token;
  });

  afterEach(() => test.close());

  const ana = { name: 'Ana Bakker', offers: ['vat'], needs: ['ux-research'] };
  const bo = { name: 'Bo Chen', offers: ['ux-research'], needs: ['vat'], company: 'Chen Apps' };

  it('puts an offer on both phones and the pair on the board when the second arrives', async () => {
    const board = await openScreen(test.url, host, 'board');
    const a = await createPresent(test, kiosk, 's01', ana);
    const phoneOfAna = await openScreen(test.url, a.token, 'member');
    assert.deepEqual(phoneOfAna.state().introductions, {});

    const b = await createPresent(test, kiosk, 's05', bo);
    const phoneOfBo = await openScreen(test.url, b.token, 'member');

    const seenByAna = await phoneOfAna.until((view) => Object.keys(view.introductions).length === 1);
    const seenByBo = await phoneOfBo.until((view) => Object.keys(view.introductions).length === 1);
    const shown = await board.until((view) =>
      Object.values(view.introductions).some((one) => one.state === 'offered'),
    );
    assert.equal(onlyOf(seenByAna.introductions).state, 'offered');
    assert.deepEqual(onlyOf(seenByAna.introductions).forYou[0], {
      code: 'offers_what_you_need',
      need: 'ux-research',
      offer: 'ux-research',
    });
    assert.equal(onlyOf(seenByBo.introductions).forYou[0]?.code, 'offers_what_you_need');
    assert(!JSON.stringify(seenByAna.introductions).includes('Bo Chen'), 'no name before both agree');
    assert.deepEqual(new Set(onlyOf(shown.introductions).pair), new Set([a.personId, b.personId]));
    // The fund has opened thirty of the thirty-six.
    assert.equal(shown.seats.free, 30 - 2);
    for (const screen of [board, phoneOfAna, phoneOfBo]) screen.close();
  });

  it('reveals both once both said yes, and keeps that they have talked', async () => {
    const a = await createPresent(test, kiosk, 's01', ana);
    const b = await createPresent(test, kiosk, 's05', bo);
    const phoneOfAna = await openScreen(test.url, a.token, 'member');
    const phoneOfBo = await openScreen(test.url, b.token, 'member');
    const { introductionId } = onlyOf(
      (await phoneOfAna.until((view) => Object.keys(view.introductions).length === 1)).introductions,
    );
    await phoneOfBo.until((view) => Object.keys(view.introductions).length === 1);

    await test.call('POST', `/introductions/${introductionId}/answers`, { answer: 'yes' }, a.token);
    await phoneOfAna.until((view) => onlyOf(view.introductions).state === 'waiting');
    assert.equal(onlyOf(phoneOfBo.state().introductions).state, 'offered');
    await test.call('POST', `/introductions/${introductionId}/answers`, { answer: 'yes' }, b.token);

    const revealed = onlyOf(
      (await phoneOfAna.until((view) => onlyOf(view.introductions).state === 'accepted')).introductions,
    );
    assert.equal(revealed.other?.name, 'Bo Chen');
    assert.equal(revealed.other?.seatId, 's05');
    const theirs = onlyOf(
      (await phoneOfBo.until((view) => onlyOf(view.introductions).state === 'accepted')).introductions,
    );
    assert.equal(theirs.other?.name, 'Ana Bakker');
    await test.call('POST', `/introductions/${introductionId}/outcomes`, { outcome: 'talked' }, b.token);
    await phoneOfAna.until((view) => onlyOf(view.introductions).state === 'met');
    for (const screen of [phoneOfAna, phoneOfBo]) screen.close();
  });

  it('never lets a no be seen: the other side is the same, byte by byte, as without an answer', async () => {
    const a = await createPresent(test, kiosk, 's01', ana);
    const b = await createPresent(test, kiosk, 's05', bo);
    const phoneOfAna = await openScreen(test.url, a.token, 'member');
    const { introductionId } = onlyOf(
      (await phoneOfAna.until((view) => Object.keys(view.introductions).length === 1)).introductions,
    );
    await test.call('POST', `/introductions/${introductionId}/answers`, { answer: 'yes' }, a.token);
    await phoneOfAna.until((view) => onlyOf(view.introductions).state === 'waiting');
    const before = JSON.stringify(phoneOfAna.state());
    const patches = phoneOfAna.counts.patches;

    const reply = await test.call(
      'POST',
      `/introductions/${introductionId}/answers`,
      { answer: 'not-now' },
      b.token,
    );
    await test.house.app.settled();

    assert.equal(reply.status, 200);
    assert.equal(JSON.stringify(phoneOfAna.state()), before);
    assert.equal(phoneOfAna.counts.patches, patches);
    const own = await openScreen(test.url, b.token, 'member');
    assert.deepEqual(own.state().introductions, {});
    for (const screen of [own, phoneOfAna]) screen.close();
  });

  it('heals every screen after a restart, with everything still there', async () => {
    const board = await openScreen(test.url, host, 'board');
    const a = await createPresent(test, kiosk, 's01', ana);
    await createPresent(test, kiosk, 's05', bo);
    await test.house.app.settled();
    const phone = await openScreen(test.url, a.token, 'member');
    const before = await board.until((view) => Object.keys(view.introductions).length === 1);
    const snapshot = JSON.stringify(test.house.app.services.graph.snapshot());

    await test.restart();
    await createPresent(test, kiosk, 's09', { name: 'Cai' });

    const after = await board.until((view) => Object.keys(view.present).length === 3);
    assert.deepEqual(after.introductions, before.introductions);
    assert.equal(board.counts.opened, 2);
    await phone.until((view) => Object.keys(view.introductions).length === 1);
    assert.notEqual(snapshot, '');
    for (const screen of [board, phone]) screen.close();
  });

  it('starts again after somebody has changed their profile during their visit', async () => {
    const a = await createPresent(test, kiosk, 's01', ana);
    test.clock.forward(60_000);
    await test.call('PATCH', '/people/me', { profile: { about: 'Numbers, kindly.' } }, a.token);
    await test.house.app.settled();

    await test.restart();

    const board = await openScreen(test.url, host, 'board');
    await board.until((view) => Object.keys(view.present).length === 1);
    board.close();
  });

  it('rebuilds from the documents the very graph that events had built', async () => {
    const a = await createPresent(test, kiosk, 's01', ana);
    await createPresent(test, kiosk, 's05', bo);
    await test.call('PATCH', '/people/me', { profile: { offers: ['vat', 'bookkeeping'] } }, a.token);
    test.clock.forward(60_000);
    await test.call('POST', `/check-ins/${a.checkInId}/end`, undefined, a.token);
    await test.house.app.settled();
    const live = JSON.stringify(test.house.app.services.graph.snapshot());

    await test.restart();

    assert.equal(JSON.stringify(test.house.app.services.graph.snapshot()), live);
  });
});
