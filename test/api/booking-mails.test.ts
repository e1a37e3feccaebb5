import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import type { ParsedMail } from 'mailparser';
import { LANGUAGES } from '#values/locale';
import { confirm, confirmationOf, createBooking, grossIn, hold, slotOf } from '../builders/bookings.ts';
import { anotherAddress } from '../builders/callers.ts';
import { OWN_TERMS } from '../builders/companies.ts';
import { textIn } from '../builders/people.ts';
import { createCompany, createStaff } from '../builders/world.ts';
import { mailsIn } from '../support/outbox.ts';
import { openTestHouse, type TestHouse, testClock } from '../support/test-house.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** What each calendar file of a mail says to an independent parser; every one is about one event. */
function invitationsIn(mail: ParsedMail | undefined) {
  const parts = mail?.attachments.filter(({ contentType }) => contentType === 'text/calendar') ?? [];
  return parts.map(({ content, filename: name }) => {
    const calendar = new ICAL.Component(ICAL.parse(content.toString()));
    const [component, ...others] = calendar.getAllSubcomponents('vevent');
    assert(component);
    assert.equal(others.length, 0);
    const { uid, sequence, startDate, summary } = new ICAL.Event(component);
    const status = component.getFirstPropertyValue('status');
    const method = calendar.getFirstPropertyValue('method');
    return { name, method, uid, sequence, from: startDate.toJSDate(), summary, status };
  });
}

function invitationIn(mail: ParsedMail | undefined) {
  const [first, ...others] = invitationsIn(mail);
  assert(first);
  assert.equal(others.length, 0);
  return first;
}

const wordIn = (mail: ParsedMail | undefined) =>
  /https:\/\/table\.example\/booking#manage=(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';

describe('the mails of a booking', () => {
  let test: TestHouse;

  afterEach(() => test.close());

  const openAt = async (start: string) => {
    const settings = { PUBLIC_URL: 'https://table.example' };
    test = await openTestHouse({ settings, clock: testClock(start) });
  };
  const post = (path: string, body: object) => test.call('POST', path, body, undefined, anotherAddress());
  const about = async (subject: RegExp) =>
    (await mailsIn(test)).filter((mail) => subject.test(mail.subject ?? ''));

  /** Lets a stretch of time pass in steps, with the jobs that the clock starts. */
  async function pass(milliseconds: number, step = HOUR) {
    const { bookings } = test.house.app.services;
    for (let passed = 0; passed < milliseconds; passed += step) {
      test.clock.forward(step);
      await bookings.age();
    }
    return mailsIn(test);
  }

  it('confirm it with an invitation and a link, and take it out again when the link cancels it', async () => {
    await openAt('2026-11-24T09:00:00.000Z');
    const slot = slotOf({ date: '2026-12-15' });
    await createBooking(test, { occurrences: [slot] });
    const [confirmed] = await about(/^Confirmed/);
    const word = wordIn(confirmed);
    const part = { occurrenceId: slot.occurrenceId, scope: 'all' };

    const seen = await test.call('GET', `/bookings/manage/${word}`);
    const refund = await post(`/bookings/manage/${word}/refunds`, part);
    const cancelled = await post(`/bookings/manage/${word}/cancellations`, {
      ...part,
      gross: grossIn(refund.body),
    });
    const [withdrawn] = await about(/^Cancelled/);

    assert.equal(seen.body.state, 'confirmed');
    assert.equal(cancelled.body.state, 'cancelled');
    assert.match(confirmed?.text ?? '', /^Dear Noor Visser,/, 'who booked is greeted, not the firm');
    const invited = invitationIn(confirmed);
    const taken = invitationIn(withdrawn);
    assert.deepEqual([invited.method, invited.status], ['REQUEST', 'CONFIRMED']);
    assert.deepEqual([taken.method, taken.status], ['CANCEL', 'CANCELLED']);
    assert.equal(taken.uid, invited.uid);
    assert(taken.sequence > invited.sequence);
    assert.deepEqual(invited.from, new Date('2026-12-15T09:00:00Z'));
    const kinds = (await mailsIn(test)).map(({ subject }) => subject?.split(/[: ]/)[0]);
    assert.deepEqual(kinds, ['Cancelled', 'Confirmed', 'Credit', 'Invoice']);
  });

  it('invite to several dates by a file for each, and take each out again by the UID that the feed shows', async () => {
    await openAt('2026-11-24T09:00:00.000Z');
    const slots = ['2026-12-15', '2026-12-18', '2027-01-05'].map((date) => slotOf({ date }));
    await createBooking(test, { occurrences: slots });
    const [confirmed] = await about(/^Confirmed/);
    const word = wordIn(confirmed);
    const part = { occurrenceId: slots[1]?.occurrenceId, scope: 'following' };
    const host = await createStaff(test, 'host');
    const feed = await test.call('POST', '/feeds', { feedId: 'all', subject: { kind: 'space' } }, host);
    const shown = await (await fetch(test.url + textIn(feed.body, 'path'))).text();

    await post(`/bookings/manage/${word}/cancellations`, { ...part, gross: await refundOf(word, part) });

    const [withdrawn] = await about(/^Cancelled/);
    const [invited, taken] = [invitationsIn(confirmed), invitationsIn(withdrawn)];
    assert.deepEqual(
      invited.map(({ name, method, status, from }) => [name, method, status, from?.toISOString()]),
      [
        ['2026-12-15-1000-rembrandt.ics', 'REQUEST', 'CONFIRMED', '2026-12-15T09:00:00.000Z'],
        ['2026-12-18-1000-rembrandt.ics', 'REQUEST', 'CONFIRMED', '2026-12-18T09:00:00.000Z'],
        ['2027-01-05-1000-rembrandt.ics', 'REQUEST', 'CONFIRMED', '2027-01-05T09:00:00.000Z'],
      ],
    );
    const uids = invited.map(({ uid }) => uid);
    assert.deepEqual([...shown.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid).sort(), [...uids].sort());
    assert.deepEqual(
      taken.map(({ method, status, uid }) => [method, status, uid]),
      uids.slice(1).map((uid) => ['CANCEL', 'CANCELLED', uid]),
    );
    assert(taken.every(({ sequence }) => sequence > (invited[0]?.sequence ?? 0)));
  });

  for (const language of LANGUAGES)
    it(`are in the booker’s language: ${language}`, async () => {
      await openAt('2026-11-24T09:00:00.000Z');
      const held = await hold(test);
      const agreed = confirmationOf(grossIn(held.body, 'booking', 'price'), { language });

      await post(`/bookings/manage/${textIn(held.body, 'manage')}/confirmation`, agreed);

      const mails = await mailsIn(test);
      assert.deepEqual(
        mails.map((mail) => mail.headers.get('content-language')),
        [language, language],
      );
      assert(mails.every(({ html }) => String(html).includes(`<html lang="${language}"`)));
    });

  it('remind seven days and 48 hours before, once each, over the end of summer time', async () => {
    await openAt('2026-10-01T08:00:00.000Z');
    // Sunday 25 October has 25 hours in Amsterdam; the booking is on the Monday after.
    await createBooking(test, { occurrences: [slotOf({ date: '2026-10-26' })] });

    const early = await pass(17 * DAY + 23 * HOUR);
    const all = await pass(9 * DAY);

    const reminders = (mails: readonly ParsedMail[]) =>
      mails.map(({ subject }) => subject ?? '').filter((subject) => /^In (?:a week|two days)/.test(subject));
    assert.deepEqual(reminders(early), []);
    assert.deepEqual(reminders(all), ['In a week: Rembrandt', 'In two days: Rembrandt']);
  });

  it('remind of the new time after a move, and of nothing that was cancelled', async () => {
    await openAt('2026-11-24T09:00:00.000Z');
    const moved = slotOf({ date: '2026-12-03' });
    const gone = slotOf({ date: '2026-12-10', roomId: 'vecht' });
    const { word } = await createBooking(test, { occurrences: [moved] });
    const { word: other } = await createBooking(test, { occurrences: [gone] });
    await pass(3 * DAY);
    const before = await about(/^In a week/);
    const { date: _old, roomId, from, to, occurrenceId } = moved;
    const move = { move: { occurrenceId, scope: 'one', roomId, date: '2026-12-17', from, to } };
    const preview = await post(`/bookings/manage/${word}/change-previews`, move);
    const gross = grossIn(preview.body, 'difference');
    const changed = await post(`/bookings/manage/${word}/changes`, { ...move, gross });
    const part = { occurrenceId: gone.occurrenceId, scope: 'all' };
    await post(`/bookings/manage/${other}/cancellations`, { ...part, gross: await refundOf(other, part) });

    await pass(21 * DAY, 3 * HOUR);

    assert.equal(changed.status, 200);
    assert.equal(before.length, 1);
    const texts = (await about(/^In (?:a week|two days)/)).map(({ subject, text }) => `${subject} ${text}`);
    assert.deepEqual(texts.map((text) => /\d+ December/.exec(text)?.[0]).sort(), [
      '17 December',
      '17 December',
      '3 December',
    ]);
    assert.deepEqual(
      texts.filter((text) => text.includes('Vecht')),
      [],
    );
  });

  it('ask the approver when the budget does not cover it; the answer by the link decides', async () => {
    await openAt('2026-11-24T09:00:00.000Z');
    const host = await createStaff(test, 'host');
    const { token, companyId } = await createCompany(test, host);
    const budget = { ...OWN_TERMS.budget, monthly: 1 };
    await test.call('PATCH', '/own-company', { budget }, token);
    const book = async (from: number) => {
      const held = await hold(test, { occurrences: [slotOf({ from, to: from + 60 })] }, token);
      return confirm(test, held, token);
    };
    const [wanted, unwanted] = [await book(600), await book(720)];
    const asked = await about(/asks for your approval/);
    const words = asked.map(({ text }) => /#approval=(\S+)/.exec(text ?? '')?.[1] ?? '');
    const seen = await Promise.all(words.map((word) => test.call('GET', `/approvals/${word}`)));
    const [yes = '', no = ''] =
      seen[0]?.body.bookingId === wanted.body.bookingId ? words : [...words].reverse();

    const answers = [
      await post(`/approvals/${yes}`, { approve: true }),
      await post(`/approvals/${yes}`, { approve: true }),
      await post(`/approvals/${yes}`, { approve: false }),
      await post(`/approvals/${no}`, { approve: false }),
    ];

    assert.deepEqual([wanted.body.state, unwanted.body.state], ['requested', 'requested']);
    assert.deepEqual(
      answers.map(({ body }) => body.state ?? body.code),
      ['approved', 'approved', 'approval_over', 'declined'],
    );
    const subjects = (await mailsIn(test)).map(({ subject }) => subject);
    assert.equal(subjects.filter((subject) => subject === 'Approved: Rembrandt').length, 1);
    assert.equal(subjects.filter((subject) => /was not approved$/.test(subject ?? '')).length, 1);
    const detail = await test.call('GET', `/companies/${companyId}`, undefined, host);
    assert.deepEqual(detail.body.spending, { month: '2026-11', taken: grossIn(wanted.body, 'price') });
  });

  async function refundOf(word: string, part: object): Promise<number> {
    return grossIn((await post(`/bookings/manage/${word}/refunds`, part)).body);
  }
});
