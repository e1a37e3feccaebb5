import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { LANGUAGES } from '#values/locale';
import { MESSAGES, notificationOf } from '../builders/notifications.ts';
import { AMSTERDAM, createStaff, openSecondSpace } from '../builders/world.ts';
import { type MailSink, openMailSink } from '../support/mail-sink.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const URL = 'https://table.example';

describe('mail', () => {
  let sink: MailSink;
  let test: TestHouse;
  let host: string;

  before(async () => {
    sink = await openMailSink();
  });

  after(() => sink.stop());

  beforeEach(async () => {
    sink.mails.length = 0;
    sink.answers('takes');
    test = await openTestHouse({
      settings: { SMTP_URL: sink.url, MAIL_FROM: 'rooms@table.example', PUBLIC_URL: URL },
    });
    host = await createStaff(test, 'host');
  });

  afterEach(() => test.close());

  const notifications = () => test.house.app.services.notifications;
  const outbox = async (query = '', token = host) => {
    const { body } = await test.call('GET', `/notifications${query}`, undefined, token);
    return Array.isArray(body.notifications) ? body.notifications : [];
  };

  it('arrives with both parts, its files, and an invitation that calendars act on', async () => {
    const calendar = {
      method: 'REQUEST',
      text: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n',
    } as const;
    const attachments = [
      { name: 'invoice.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.7') },
    ];
    await notifications().send(notificationOf({ calendar, attachments }));

    await notifications().deliverDue();

    const [mail] = sink.mails;
    assert.equal(sink.mails.length, 1);
    assert.equal(mail?.from?.text, '"Common Table Utrecht" <rooms@table.example>');
    assert.equal(mail?.subject, 'Confirmed: Rembrandt');
    assert.match(mail?.messageId ?? '', /^<n[\w-]+@table\.example>$/);
    assert.equal(mail?.headers.get('content-language'), 'en');
    assert.equal(mail?.headers.get('auto-submitted'), 'auto-generated');
    assert.match(
      mail?.text ?? '',
      /^When: Tuesday, 1 December 2026, 09:00–12:30 \(Central European Standard Time\)$/m,
    );
    assert.match(mail?.text ?? '', /^Total with VAT: €423\.50$/m);
    assert.match(mail?.text ?? '', /^https:\/\/table\.example\/bookings\/manage\/a-token$/m);
    assert.match(String(mail?.html), /<a href="https:\/\/table\.example\/bookings\/manage\/a-token"/);
    assert.deepEqual(
      mail?.attachments.map(({ contentType, filename, content }) => [
        contentType,
        filename,
        content.toString(),
      ]),
      [
        ['text/calendar', undefined, calendar.text],
        ['application/pdf', 'invoice.pdf', '%PDF-1.7'],
        ['application/ics', 'invitation.ics', calendar.text],
      ],
    );
  });

  for (const language of LANGUAGES)
    it(`says every message in ${language}, with nothing left open`, async () => {
      for (const about of MESSAGES) {
        const cause = `${about.message} in ${language}`;
        await notifications().send(notificationOf({ about, cause, language }));
      }

      await notifications().deliverDue();

      assert.equal(sink.mails.length, MESSAGES.length);
      for (const { subject = '', text = '', html } of sink.mails) {
        assert(subject.length > 3);
        assert.match(
          String(html),
          new RegExp(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`),
        );
        for (const part of [subject, text, String(html)])
          assert.doesNotMatch(part, /\{\{|undefined|NaN|Invalid/);
      }
    });

  it('shows what people typed as it was typed, and never as HTML or a header', async () => {
    const name = '<b>Sam</b> & "Co"';
    await notifications().send(notificationOf({ to: { name, address: 'sam@bakkerij.example' } }));

    await notifications().deliverDue();

    const [mail] = sink.mails;
    assert.match(mail?.text ?? '', /^Dear <b>Sam<\/b> & "Co",$/m);
    assert.match(String(mail?.html), /Dear &lt;b&gt;Sam&lt;\/b&gt; &amp; &quot;Co&quot;,/);
  });

  it('is sent once for a cause, however often it is asked for and however many deliver', async () => {
    const causes = Array.from({ length: 15 }, (_, index) => `booking:${index}:confirmed:1`);
    await Promise.all([...causes, ...causes].map((cause) => notifications().send(notificationOf({ cause }))));

    await Promise.all(Array.from({ length: 4 }, () => notifications().deliverDue()));
    test.clock.forward(DAY);
    await notifications().deliverDue();

    assert.equal(new Set(sink.mails.map(({ messageId }) => messageId)).size, 15);
    assert.equal(sink.mails.length, 15);
  });

  it('waits while the mail server is gone, over a restart of the house, and then arrives once', async () => {
    await notifications().send(notificationOf());
    await sink.stop();
    await notifications().deliverDue();
    const [waiting] = await outbox();
    await test.restart();
    await notifications().deliverDue();
    await sink.start();

    test.clock.forward(MINUTE);
    await notifications().deliverDue();
    test.clock.forward(DAY);
    await notifications().deliverDue();

    assert.deepEqual([waiting?.state, waiting?.attempts], ['waiting', 1]);
    assert.match(waiting?.error, /ECONNREFUSED/);
    const [sent] = await outbox();
    assert.deepEqual([sent?.state, sent?.attempts, sent?.error], ['sent', 2, undefined]);
    assert.equal(sink.mails.length, 1);
  });

  it('is given up after a day of attempts, shown to the host, and goes out when the host asks again', async () => {
    sink.answers('not-now');
    await notifications().send(notificationOf());
    for (let tries = 0; tries < 12; tries++) {
      await notifications().deliverDue();
      test.clock.forward(12 * 60 * MINUTE);
    }
    const dead = await outbox('?state=dead');
    sink.answers('takes');

    const again = await test.call(
      'POST',
      `/notifications/${dead[0]?.notificationId}/resend`,
      undefined,
      host,
    );
    await notifications().deliverDue();

    assert.deepEqual(
      dead.map(({ state, attempts }) => [state, attempts]),
      [['dead', 8]],
    );
    assert.match(dead[0]?.error, /mailbox does not take this/);
    assert.equal(again.body.state, 'waiting');
    assert.equal(sink.mails.length, 1);
    assert.deepEqual(await outbox('?state=dead'), []);
  });

  it('is given up at once when the mail server says never', async () => {
    sink.answers('never');
    await notifications().send(notificationOf());

    await notifications().deliverDue();

    const [dead] = await outbox();
    assert.deepEqual([dead?.state, dead?.attempts], ['dead', 1]);
  });

  it('holds up no other mail', async () => {
    const about = { message: 'booking-held', values: { room: 'no times' } };
    await assert.rejects(notifications().send(notificationOf({ about: JSON.parse(JSON.stringify(about)) })));
    sink.answers('never');
    await notifications().send(notificationOf({ cause: 'first' }));
    await notifications().deliverDue();
    sink.answers('takes');
    await notifications().send(notificationOf({ cause: 'second' }));

    await notifications().deliverDue();

    assert.equal(sink.mails.length, 1);
  });

  it('is sent as another copy when a host asks for one that was sent, and not while it waits', async () => {
    await notifications().send(notificationOf());
    const [{ notificationId }] = await outbox();
    const early = await test.call('POST', `/notifications/${notificationId}/resend`, undefined, host);
    await notifications().deliverDue();

    await test.call('POST', `/notifications/${notificationId}/resend`, undefined, host);
    await notifications().deliverDue();

    assert.deepEqual([early.status, early.body.code], [409, 'notification_waiting']);
    assert.equal(new Set(sink.mails.map(({ messageId }) => messageId)).size, 2);
  });

  it('is read by hosts of its own space, but for links that sign somebody in', async () => {
    await openSecondSpace(test);
    const stranger = await createStaff(test, 'host', AMSTERDAM);
    for (const about of MESSAGES.filter(({ message }) => /sign-in|held/.test(message)))
      await notifications().send(notificationOf({ about, cause: about.message }));
    const listed = await outbox();

    const read = await Promise.all(
      listed.map(({ notificationId }) =>
        test.call('GET', `/notifications/${notificationId}`, undefined, host),
      ),
    );
    const foreign = await test.call(
      'GET',
      `/notifications/${listed[0]?.notificationId}`,
      undefined,
      stranger,
    );

    const texts = read.map(({ body }) => String(body.text));
    assert.deepEqual(texts.map((text) => text.includes('Rembrandt')).sort(), [false, true]);
    assert.deepEqual(
      texts.filter((text) => text.includes('secret')),
      [],
    );
    assert.deepEqual([foreign.status, foreign.body.code], [404, 'notification_unknown']);
    assert.deepEqual(await outbox('', stranger), []);
  });
});

describe('mail without a mail server', () => {
  let test: TestHouse;

  beforeEach(async () => {
    test = await openTestHouse();
  });

  afterEach(() => test.close());

  it('is a file each in the outbox of the data folder', async () => {
    const host = await createStaff(test, 'host');
    const { notifications } = test.house.app.services;
    await notifications.send(notificationOf({ language: 'ar' }));

    await notifications.deliverDue();

    const folder = join(test.folder, 'outbox');
    const [name = '', ...others] = await readdir(folder);
    const mail = await simpleParser(await readFile(join(folder, name)));
    const { body } = await test.call('GET', '/notifications', undefined, host);
    assert.deepEqual(others, []);
    assert.match(name, /^n[\w-]+\.eml$/);
    assert.match(mail.subject ?? '', /تم التأكيد/);
    assert.equal(body.way, 'file');
  });
});
