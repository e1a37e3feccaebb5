import assert from 'node:assert/strict';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { type CalendarEntry, calendarText } from '#platform/ical';
import { HOUR } from '#values/clock';
import { instantsAt, wallTime } from '#values/local-time';

const stamp = new Date('2026-11-24T09:00:00Z');

function entryOf(overrides: Partial<CalendarEntry> = {}): CalendarEntry {
  return {
    uid: 'booking-1@table.example',
    sequence: 3,
    stamp,
    span: { from: new Date('2026-12-01T08:00:00Z'), to: new Date('2026-12-01T11:30:00Z') },
    title: 'Rembrandt',
    state: 'confirmed',
    ...overrides,
  };
}

const textOf = (...entries: CalendarEntry[]) =>
  calendarText({ name: 'Rooms', timeZone: 'Europe/Amsterdam', method: 'PUBLISH', entries });

/** What an independent parser makes of a text. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  return { calendar, events };
}

describe('a calendar', () => {
  it('says what it was given, to an independent parser', () => {
    const organizer = { name: 'Common Table Utrecht', address: 'rooms@table.example' };
    const attendee = { name: 'Sam "the" de Vries', address: 'sam@bakkerij.example' };
    const entry = entryOf({ note: 'Lunch for 12; door 2', place: 'Oudegracht 1', organizer, attendee });

    const { calendar, events } = read(
      calendarText({ name: 'Rooms', timeZone: 'Europe/Amsterdam', method: 'REQUEST', entries: [entry] }),
    );

    const [event] = events;
    assert.equal(calendar.getFirstPropertyValue('method'), 'REQUEST');
    assert.equal(calendar.getFirstPropertyValue('x-wr-timezone'), 'Europe/Amsterdam');
    assert.deepEqual(
      [event?.uid, event?.sequence, event?.summary, event?.description, event?.location],
      [entry.uid, 3, 'Rembrandt', entry.note, entry.place],
    );
    assert.deepEqual(
      [event?.startDate.toJSDate(), event?.endDate.toJSDate()],
      [entry.span.from, entry.span.to],
    );
    assert.equal(event?.component.getFirstPropertyValue('status'), 'CONFIRMED');
    assert.equal(event?.organizer, 'mailto:rooms@table.example');
    assert.equal(event?.attendees[0]?.getFirstValue(), 'MAILTO:sam@bakkerij.example');
  });

  /** Around every clock change of a year there; Tokyo has none, Cairo changes on other days than Amsterdam. */
  const changes = [
    {
      timeZone: 'Europe/Amsterdam',
      dates: ['2026-03-28', '2026-03-29', '2026-10-25', '2026-10-26'],
      missing: 1,
      twice: 1,
    },
    {
      timeZone: 'Africa/Cairo',
      dates: ['2026-04-23', '2026-04-24', '2026-10-29', '2026-10-30'],
      missing: 1,
      twice: 1,
    },
    {
      timeZone: 'Asia/Tokyo',
      dates: ['2026-03-29', '2026-04-24', '2026-10-25', '2026-10-30'],
      missing: 0,
      twice: 0,
    },
  ];
  for (const { timeZone, dates, missing, twice } of changes)
    it(`shows in ${timeZone} what the wall shows, on the days of clock changes too`, () => {
      const walls = dates.flatMap((date) => [0, 90, 150, 540, 1410].map((minute) => ({ date, minute })));
      const starts = walls.flatMap(({ date, minute }) => instantsAt(date, minute, timeZone));
      const entries = starts.map((from, at) =>
        entryOf({ uid: `b${at}`, span: { from, to: new Date(from.getTime() + HOUR) } }),
      );

      const { events } = read(calendarText({ name: 'Rooms', timeZone, method: 'PUBLISH', entries }));

      const shown = events.map(({ startDate }) => wallTime(startDate.toJSDate(), timeZone));
      assert.deepEqual(
        shown,
        starts.map((from) => wallTime(from, timeZone)),
      );
      assert.deepEqual(
        events.map(({ duration }) => duration.toSeconds()),
        starts.map(() => 3600),
      );
      const times = walls.map(
        ({ date, minute }) => shown.filter((wall) => wall.date === date && wall.minute === minute).length,
      );
      assert.equal(times.filter((count) => count === 0).length, missing);
      assert.equal(times.filter((count) => count === 2).length, twice);
    });

  it('keeps two nights of one clock reading apart, when the hour comes twice', () => {
    const [first, second] = instantsAt('2026-10-25', 150, 'Europe/Amsterdam');
    assert(first && second);
    const entries = [first, second].map((from) =>
      entryOf({ uid: from.toISOString(), span: { from, to: new Date(from.getTime() + HOUR) } }),
    );

    const { events } = read(textOf(...entries));

    assert.deepEqual(
      events.map(({ startDate }) => startDate.toJSDate()),
      [first, second],
    );
  });

  it('stays one calendar whatever people type into it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.constantFrom('', '\r\nEND:VEVENT\r\n', ';', ',', '\\', '"', '\n', ':'),
        (typed, poison) => {
          const title = `${poison}${typed}`.replaceAll('\u0000', '');
          const { calendar, events } = read(textOf(entryOf({ title, note: title }), entryOf({ uid: 'b2' })));

          assert.equal(calendar.getAllSubcomponents().length, 2);
          assert.deepEqual(
            events.map(({ uid }) => uid),
            ['booking-1@table.example', 'b2'],
          );
        },
      ),
      { seed: 3, numRuns: 300 },
    );
  });

  it('folds no line over 75 octets', () => {
    const lines = textOf(entryOf({ title: '会議室'.repeat(40), note: 'ق'.repeat(300) })).split('\r\n');

    assert.deepEqual(
      lines.filter((line) => Buffer.byteLength(line) > 75),
      [],
    );
  });
});
