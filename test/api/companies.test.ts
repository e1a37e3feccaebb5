import assert from 'node:assert/strict';
import type { Actor } from '#values/actor';
import type { companyId as companyIdOf } from '../../server/companies/contract.ts';
import { spaceId } from '../../server/spaces/contract.ts';
import { confirm, hold } from '../builders/bookings.ts';
import { billingOf, bookerRequestOf, companyRequestOf, OWN_TERMS } from '../builders/companies.ts';
import { textIn } from '../builders/people.ts';
import {
  AMSTERDAM,
  anotherAddress,
  createCompany,
  createStaff,
  openSecondSpace,
  UTRECHT,
} from '../builders/world.ts';
import { mailsIn } from '../support/outbox.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const HERE = spaceId.parse(UTRECHT);
const VISITOR: Actor = { role: 'visitor', id: 'visitor', permissions: new Set() };
const actorOf = (id: string): Actor => ({ role: 'booker', id, spaceId: UTRECHT, permissions: new Set() });

describe('a company', () => {
  let test: TestHouse;
  let host: string;

  beforeEach(async () => {
    test = await openTestHouse({ settings: { PUBLIC_URL: 'https://table.example' } });
    host = await createStaff(test, 'host');
  });

  afterEach(() => test.close());

  const companies = () => test.house.app.services.companies;

  it('is written in once, found by its number or its name, and kept to its space', async () => {
    await openSecondSpace(test);
    const stranger = await createStaff(test, 'host', AMSTERDAM);
    const first = companyRequestOf();
    const made = await test.call('POST', '/companies', first, host);

    const again = await test.call('POST', '/companies', first, host);
    const twin = await test.call('POST', '/companies', companyRequestOf({ name: 'De Wit BV' }), host);
    const spelled = { ...companyRequestOf(), vatNumber: 'nl 0044.95.445.b01' };
    const other = await test.call('POST', '/companies', spelled, host);
    const elsewhere = await test.call('GET', `/companies/${first.companyId}`, undefined, stranger);
    const listed = await test.call('GET', '/companies', undefined, host);

    assert.deepEqual([made.status, again.status], [201, 201]);
    assert.deepEqual(again.body, made.body);
    for (const reply of [twin, other])
      assert.deepEqual([reply.status, reply.body.code], [409, 'company_exists']);
    assert.deepEqual([elsewhere.status, elsewhere.body.code], [404, 'company_unknown']);
    assert.deepEqual(listed.body, { companies: [made.body] });
  });

  it('is refused with a VAT number that does not check', async () => {
    const wanted = { ...companyRequestOf(), vatNumber: 'NL004495446B01' };

    const reply = await test.call('POST', '/companies', wanted, host);

    assert.deepEqual([reply.status, reply.body.code], [400, 'vat_number_invalid']);
  });

  it('is told its terms by hosts, and tells its own; nobody gives themselves a rate', async () => {
    const { companyId, token } = await createCompany(test, host);
    const agreed = { collective: true, rates: [{ share: 9000 }, { roomId: 'rijn', share: 8000 }] };

    const byHost = await test.call('PATCH', `/companies/${companyId}`, agreed, host);
    const byBooker = await test.call('PATCH', '/own-company', OWN_TERMS, token);
    const greedy = await test.call('PATCH', '/own-company', { rates: [{ share: 0 }] }, token);
    const without = await test.call('PATCH', '/own-company', { budget: null }, token);

    assert.deepEqual([byHost.status, byBooker.status, without.status], [200, 200, 200]);
    assert.deepEqual(byBooker.body.company, { ...Object(byHost.body.company), ...OWN_TERMS });
    assert.deepEqual([greedy.status, greedy.body.code], [400, 'request_invalid']);
    assert.equal(Object(without.body.company).budget, undefined);
  });

  it('is called, numbered and found otherwise once a host has said so; what is written keeps the old', async () => {
    const { companyId, token } = await createCompany(test, host);
    const held = await hold(test, {}, token);
    await confirm(test, held, token);
    await test.house.app.settled();
    const papers = () => test.call('GET', '/invoices', undefined, host);
    const before = await papers();
    const { address } = companyRequestOf();
    const moved = {
      name: 'De Wit Brood B.V.',
      address: { ...address, street: 'Neude 7' },
      vatNumber: 'NL002455799B11',
    };

    const changed = await test.call('PATCH', `/companies/${companyId}`, { identification: moved }, host);
    const found = await companies().resolve(HERE, billingOf(moved), 'nl', VISITOR);
    const unnumbered = { name: moved.name, address: moved.address };
    const without = await test.call('PATCH', `/companies/${companyId}`, { identification: unnumbered }, host);

    assert.equal(changed.status, 200);
    assert.deepEqual({ ...Object(changed.body.company), ...moved }, changed.body.company);
    assert.equal(found.companyId, companyId);
    assert.equal(Object(without.body.company).vatNumber, undefined);
    assert.deepEqual((await papers()).body, before.body);
    assert(JSON.stringify(before.body).includes('Bakkerij Acme'), 'a paper was written');
  });

  it('takes no number or name that is another’s, and changes its own address alone', async () => {
    const { companyId, token } = await createCompany(test, host);
    const other = companyRequestOf({ name: 'De Korrel', vatNumber: undefined });
    await test.call('POST', '/companies', other, host);
    const { companyId: _id, ...taken } = other;
    const { address, name, vatNumber } = companyRequestOf();

    const clash = await test.call('PATCH', `/companies/${companyId}`, { identification: taken }, host);
    const own = await test.call(
      'PATCH',
      '/own-company',
      { address: { ...address, street: 'Neude 7' } },
      token,
    );
    const bold = await test.call('PATCH', '/own-company', { identification: taken }, token);

    assert.deepEqual([clash.status, clash.body.code], [409, 'company_exists']);
    assert.deepEqual([bold.status, bold.body.code], [400, 'request_invalid']);
    const { company } = own.body;
    assert.deepEqual(
      [Object(company).name, Object(company).vatNumber, Object(company).address.street],
      [name, vatNumber, 'Neude 7'],
    );
  });

  it('gives its rate to its signed-in bookers alone', async () => {
    const { companyId, booker } = await createCompany(test, host);
    const rates = [{ share: 9000 }, { roomId: 'rijn', share: 8000 }];
    await test.call('PATCH', `/companies/${companyId}`, { rates }, host);
    const sam = actorOf(booker.bookerId);

    const shares = await Promise.all([
      companies().rateOf(sam, 'rijn'),
      companies().rateOf(sam, 'rembrandt'),
      companies().rateOf(VISITOR, 'rijn'),
      companies().rateOf({ ...sam, role: 'person' }, 'rijn'),
      companies().rateOf(actorOf('nobody'), 'rijn'),
    ]);

    assert.deepEqual(shares, [8000, 9000, undefined, undefined, undefined]);
  });

  it('is made by the first booking that names it, found by the next, and never changed by either', async () => {
    const vatNumber = 'NL004495445B01';
    const bookings = Array.from({ length: 12 }, (_, at) =>
      companies().resolve(HERE, billingOf({ vatNumber, name: `De Wit ${at}` }), 'nl', VISITOR),
    );

    const found = await Promise.all(bookings);
    const byName = await companies().resolve(HERE, billingOf({ name: '  BAKKERIJ  de wit' }), 'nl', VISITOR);
    const sameName = await companies().resolve(HERE, billingOf(), 'nl', VISITOR);

    assert.equal(new Set(found.map(({ companyId }) => companyId)).size, 1);
    assert.equal(new Set(found.map(({ name }) => name)).size, 1);
    assert.equal(byName.companyId, sameName.companyId);
    assert.notEqual(byName.companyId, found[0]?.companyId);
    const { body } = await test.call('GET', `/companies/${found[0]?.companyId}`, undefined, host);
    const bookers = Array.isArray(body.bookers) ? body.bookers : [];
    assert.deepEqual(
      bookers.map(({ email }) => email),
      ['sam@bakkerij.example'],
    );
  });

  it('lets nobody book for it without what it wants on its invoices', async () => {
    const { companyId, booker } = await createCompany(test, host);
    const terms = { orderNeeded: true, costCentres: ['sales'] };
    await test.call('PATCH', `/companies/${companyId}`, terms, host);
    const vatNumber = 'NL004495445B01';
    const cases = [
      { said: {}, code: 'purchase_order_needed' },
      { said: { purchaseOrder: 'PO-7' }, code: 'cost_centre_unknown' },
      { said: { purchaseOrder: 'PO-7', costCentre: 'bread' }, code: 'cost_centre_unknown' },
    ];

    for (const { said, code } of cases)
      for (const actor of [VISITOR, actorOf(booker.bookerId)])
        await assert.rejects(companies().resolve(HERE, billingOf({ vatNumber, ...said }), 'nl', actor), {
          code,
        });
    const right = billingOf({ vatNumber, purchaseOrder: 'PO-7', costCentre: 'sales' });

    assert.equal((await companies().resolve(HERE, right, 'nl', VISITOR)).companyId, companyId);
  });

  it('is a consumer of their own where no company pays', async () => {
    const consumer = { kind: 'consumer', name: 'Kim', email: 'Kim@home.example' } as const;

    const first = await companies().resolve(HERE, consumer, 'en', VISITOR);
    const again = await companies().resolve(HERE, { ...consumer, email: 'kim@home.example' }, 'en', VISITOR);

    assert.equal(first.kind, 'consumer');
    assert.equal(again.companyId, first.companyId);
    assert.deepEqual((await test.call('GET', '/companies', undefined, host)).body, { companies: [] });
  });
});

describe('a booker', () => {
  let test: TestHouse;
  let host: string;

  beforeEach(async () => {
    test = await openTestHouse({ settings: { PUBLIC_URL: 'https://table.example' } });
    host = await createStaff(test, 'host');
  });

  afterEach(() => test.close());

  const askLink = (email: string) =>
    test.call('POST', '/booker-links', { spaceId: UTRECHT, email }, undefined, anotherAddress());

  it('signs in once by the link in a mail, which strangers cannot tell from none', async () => {
    await createCompany(test, host);

    const known = await askLink('SAM@bakkerij.example');
    const unknown = await askLink('nobody@bakkerij.example');
    await askLink('sam@bakkerij.example');
    const mails = await mailsIn(test);
    const [, token] = /https:\/\/table\.example\/booking#link=(\S+)/.exec(mails[0]?.text ?? '') ?? [];
    const session = await test.call('POST', '/sessions', { token });
    const me = await test.call('GET', '/own-company', undefined, textIn(session.body, 'token'));
    const again = await test.call('POST', '/sessions', { token }, undefined, anotherAddress());

    assert.deepEqual(known.body, unknown.body);
    assert.equal(mails.length, 1);
    assert.equal(mails[0]?.subject, 'Je link om in te loggen');
    assert.match(session.headers.get('set-cookie') ?? '', /^ct_booker=/);
    assert.equal(session.body.role, 'booker');
    assert.equal(Object(me.body.company).name, 'Bakkerij De Wit');
    assert.equal(again.body.code, 'link_unknown');
  });

  it('brings in colleagues, and whoever is taken out is out at once', async () => {
    const { token, booker, companyId } = await createCompany(test, host);
    const colleague = bookerRequestOf({ email: 'lee@bakkerij.example', name: 'Lee' });
    const other = await test.call('POST', '/companies', companyRequestOf({ vatNumber: 'DE136695976' }), host);

    const added = await test.call('POST', '/own-company/bookers', colleague, token);
    const twice = await test.call('POST', '/own-company/bookers', colleague, token);
    const taken = bookerRequestOf({ email: 'LEE@bakkerij.example' });
    const poached = await test.call('POST', `/companies/${other.body.companyId}/bookers`, taken, host);
    const path = `/companies/${companyId}/bookers/${booker.bookerId}`;
    const removed = await test.call('DELETE', path, undefined, host);
    const gone = await test.call('DELETE', path, undefined, host);
    const after = await test.call('GET', '/own-company', undefined, token);

    assert.deepEqual([added.status, twice.status], [201, 201]);
    assert.deepEqual([poached.status, poached.body.code], [409, 'booker_exists']);
    assert.deepEqual([removed.status, gone.body.code], [200, 'booker_unknown']);
    assert.deepEqual([after.status, after.body.code], [401, 'credential_unknown']);
  });
});

describe('a budget', () => {
  const at = new Date('2026-11-30T23:30:00Z');
  const until = new Date('2026-11-25T09:00:00Z');
  let test: TestHouse;
  let host: string;
  let token: string;
  let company: ReturnType<typeof companyIdOf.parse>;

  beforeEach(async () => {
    test = await openTestHouse({ settings: { PUBLIC_URL: 'https://table.example' } });
    host = await createStaff(test, 'host');
    const made = await createCompany(test, host);
    token = made.token;
    company = made.companyId;
    await test.call('PATCH', '/own-company', { budget: OWN_TERMS.budget }, token);
  });

  afterEach(() => test.close());

  const companies = () => test.house.app.services.companies;
  const take = (bookingId: string, total: number, when = at) =>
    companies().takeBudget({ companyId: company, bookingId, total, at: when });

  it('lets through what it covers and not a cent more, however many ask at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) => take(`booking-${index}`, 9_999)),
    );

    // 100,000 covers ten of 9,999 and not eleven.
    assert.equal(answers.filter((answer) => answer === 'taken').length, 10);
    assert.equal(await take('small', 10), 'taken');
    assert.equal(await take('smaller', 1), 'over');
  });

  it('counts a booking once, gives it back once, and begins anew with the month on the wall', async () => {
    const first = [await take('one', 60_000), await take('one', 60_000)];
    const second = await take('two', 60_000);
    const inNovember = await take('two', 60_000, new Date('2026-11-30T22:30:00Z'));
    await companies().giveBudgetBack('one');
    await companies().giveBudgetBack('one');

    assert.deepEqual(first, ['taken', 'taken']);
    assert.deepEqual([second, inNovember], ['over', 'taken']);
    assert.deepEqual([await take('three', 100_000), await take('four', 1)], ['taken', 'over']);
  });

  it('asks its approver by mail, once, and keeps the first word', async () => {
    const question = {
      companyId: company,
      bookingId: 'big',
      total: 250_000,
      booker: 'Sam de Vries',
      room: 'Rembrandt',
      people: 40,
      times: [{ from: new Date('2026-12-01T08:00:00Z'), to: new Date('2026-12-01T11:00:00Z') }],
      until,
    };
    await companies().askApproval(question);
    await companies().askApproval(question);
    const mails = await mailsIn(test);
    const [, word = ''] = /#approval=(\S+)/.exec(mails[0]?.text ?? '') ?? [];

    const seen = await companies().approval(word);
    const approved = await companies().answerApproval(word, true);
    const again = await companies().answerApproval(word, true);
    await assert.rejects(companies().answerApproval(word, false), { code: 'approval_over' });
    const own = await test.call('GET', `/companies/${company}`, undefined, host);

    assert.equal(mails.length, 1);
    assert.match(mails[0]?.text ?? '', /^Total with VAT: €2,500\.00$/m);
    assert.deepEqual([seen.state, approved.state, again.state], ['asked', 'approved', 'approved']);
    assert.deepEqual(own.body.spending, { month: '2026-11', taken: 0 });
    // The word alone takes nothing: the booking that it confirms does.
    assert.equal(await take('big', 250_000), 'over');
  });

  it('counts what was approved once, over it or not', async () => {
    const approved = {
      companyId: company,
      bookingId: 'big',
      total: 250_000,
      at: new Date('2026-11-25T09:00:00Z'),
    };
    await companies().countInBudget(approved.bookingId, [approved]);
    await companies().countInBudget(approved.bookingId, [approved]);

    const own = await test.call('GET', `/companies/${company}`, undefined, host);

    assert.deepEqual(own.body.spending, { month: '2026-11', taken: 250_000 });
  });

  it('takes no word after its time, and none that was made up', async () => {
    await companies().askApproval({
      companyId: company,
      bookingId: 'late',
      total: 1,
      booker: 'Sam',
      room: 'Rijn',
      people: 2,
      times: [{ from: at, to: at }],
      until,
    });
    const [, word = ''] = /#approval=(\S+)/.exec((await mailsIn(test))[0]?.text ?? '') ?? [];
    test.clock.forward(24 * 3_600_000);

    const seen = await companies().approval(word);
    await assert.rejects(companies().answerApproval(word, true), { code: 'approval_over' });
    for (const forged of [`late.${'A'.repeat(43)}`, 'late', '.', '', `other.${word.split('.')[1]}`])
      await assert.rejects(companies().approval(forged), { code: 'approval_unknown' });

    assert.equal(seen.state, 'lapsed');
  });
});
