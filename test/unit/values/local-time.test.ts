import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  beginningOfDay,
  clockFace,
  instantsAt,
  isOpen,
  type OpeningSpan,
  opensNext,
  wallTime,
} from '../../../server/values/local-time.ts';

const everyDay = (opens: number, closes: number): OpeningSpan[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens, closes }));

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('the time on the wall of a space', () => {
  const cases = [
    {
      zone: 'Europe/Amsterdam',
      at: '2026-03-29T00:59:00Z',
      shows: '2026-03-29 7 01:59',
      because: 'winter ends',
    },
    {
      zone: 'Europe/Amsterdam',
      at: '2026-03-29T01:00:00Z',
      shows: '2026-03-29 7 03:00',
      because: 'two never comes',
    },
    {
      zone: 'Europe/Amsterdam',
      at: '2026-10-25T00:30:00Z',
      shows: '2026-10-25 7 02:30',
      because: 'the first half past two',
    },
    {
      zone: 'Europe/Amsterdam',
      at: '2026-10-25T01:30:00Z',
      shows: '2026-10-25 7 02:30',
      because: 'the second',
    },
    {
      zone: 'Africa/Cairo',
      at: '2026-04-23T21:59:00Z',
      shows: '2026-04-23 4 23:59',
      because: 'the last minute of winter',
    },
    {
      zone: 'Africa/Cairo',
      at: '2026-04-23T22:00:00Z',
      shows: '2026-04-24 5 01:00',
      because: 'midnight never comes',
    },
    {
      zone: 'Africa/Cairo',
      at: '2026-10-29T20:59:00Z',
      shows: '2026-10-29 4 23:59',
      because: 'the first hour before midnight',
    },
    {
      zone: 'Africa/Cairo',
      at: '2026-10-29T21:00:00Z',
      shows: '2026-10-29 4 23:00',
      because: 'eleven comes twice',
    },
    {
      zone: 'Asia/Tokyo',
      at: '2026-03-28T15:00:00Z',
      shows: '2026-03-29 7 00:00',
      because: 'no clock changes there',
    },
    { zone: 'Asia/Tokyo', at: '2028-02-28T15:00:00Z', shows: '2028-02-29 2 00:00', because: 'a leap day' },
    {
      zone: 'Europe/Amsterdam',
      at: '2026-12-31T23:00:00Z',
      shows: '2027-01-01 5 00:00',
      because: 'a year begins',
    },
  ];
  for (const { zone, at, shows, because } of cases)
    it(`shows ${shows} at ${at} in ${zone}: ${because}`, () => {
      const { date, weekday, minute } = wallTime(new Date(at), zone);

      assert.equal(`${date} ${weekday} ${clockFace(minute)}`, shows);
    });

  it('is refused for a zone that is none', () => {
    assert.throws(() => wallTime(new Date(0), 'Europe/Utrecht-Domplein'), RangeError);
  });
});

describe('the doors of a space', () => {
  const hours = [{ weekday: 2, opens: 510, closes: 1080 }];
  const amsterdam = 'Europe/Amsterdam';

  it('open with the first minute and close with the last', () => {
    const at = ['07:29:59.999', '07:30:00.000', '16:59:59.999', '17:00:00.000'];

    const open = at.map((time) => isOpen(hours, amsterdam, new Date(`2026-11-24T${time}Z`)));

    assert.deepEqual(open, [false, true, true, false]);
  });

  it('are open on both sides of midnight where the day ends at 24:00 and the next begins at 0:00', () => {
    const always = everyDay(0, 1440);

    const closed = fc.sample(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }),
      {
        seed: 4,
        numRuns: 300,
      },
    );

    for (const zone of [amsterdam, 'Africa/Cairo', 'Asia/Tokyo'])
      assert.deepEqual(
        closed.filter((at) => !isOpen(always, zone, at)),
        [],
      );
  });

  it('say when they open next: later today, tomorrow, in a week, or never', () => {
    const on = (time: string) => opensNext(hours, amsterdam, new Date(`2026-11-${time}Z`));

    assert.deepEqual(on('24T05:00:00'), { date: '2026-11-24', minute: 510 });
    assert.deepEqual(on('23T23:30:00'), { date: '2026-11-24', minute: 510 });
    assert.deepEqual(on('24T17:00:00'), { date: '2026-12-01', minute: 510 });
    assert.equal(opensNext([], amsterdam, new Date()), undefined);
  });

  it('open next on the calendar’s day, over a clock change', () => {
    const sunday = [{ weekday: 7, opens: 150, closes: 600 }];

    const spring = opensNext(sunday, amsterdam, new Date('2026-03-28T22:30:00Z'));
    const autumn = opensNext(sunday, amsterdam, new Date('2026-10-24T21:30:00Z'));

    assert.deepEqual(spring, { date: '2026-03-29', minute: 150 });
    assert.deepEqual(autumn, { date: '2026-10-25', minute: 150 });
  });

  it('are closed until they open next, in every zone and on every day of three years', () => {
    const zones = fc.constantFrom(amsterdam, 'Africa/Cairo', 'Asia/Tokyo');
    const instants = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2028-12-31'),
      noInvalidDate: true,
    });
    const span = fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      opens: fc.integer({ min: 0, max: 700 }),
      closes: fc.integer({ min: 701, max: 1440 }),
    });

    fc.assert(
      fc.property(zones, instants, fc.array(span, { minLength: 1, maxLength: 3 }), (zone, now, spans) => {
        fc.pre(!isOpen(spans, zone, now));
        const next = opensNext(spans, zone, now);
        assert(next);
        const shown = (at: Date) => wallTime(at, zone);
        const isBefore = (at: Date) => {
          const { date, minute } = shown(at);
          return date < next.date || (date === next.date && minute < next.minute);
        };
        for (
          let at = now;
          isBefore(at) && at.getTime() < now.getTime() + 8 * DAY;
          at = new Date(at.getTime() + 97 * MINUTE)
        )
          assert(!isOpen(spans, zone, at), `${zone} is open at ${at.toISOString()}`);
        const weekday = new Date(`${next.date}T00:00:00Z`).getUTCDay() || 7;
        assert(spans.some((one) => one.weekday === weekday && one.opens === next.minute));
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('the instants of a wall time', () => {
  const cases = [
    {
      zone: 'Europe/Amsterdam',
      date: '2026-11-24',
      minute: 600,
      at: ['2026-11-24T09:00:00.000Z'],
      because: 'an ordinary day has one',
    },
    {
      zone: 'Europe/Amsterdam',
      date: '2026-03-29',
      minute: 150,
      at: [],
      because: 'half past two never comes',
    },
    {
      zone: 'Europe/Amsterdam',
      date: '2026-10-25',
      minute: 150,
      at: ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
      because: 'half past two comes twice',
    },
    { zone: 'Africa/Cairo', date: '2026-04-24', minute: 30, at: [], because: 'the day begins at one' },
    {
      zone: 'Asia/Tokyo',
      date: '2026-03-29',
      minute: 1440,
      at: ['2026-03-29T15:00:00.000Z'],
      because: 'midnight ends a day',
    },
  ];
  for (const { zone, date, minute, at, because } of cases)
    it(`${minute} of ${date} in ${zone}: ${because}`, () => {
      assert.deepEqual(
        instantsAt(date, minute, zone).map((instant) => instant.toISOString()),
        at,
      );
    });

  it('are those at which the wall shows it', () => {
    const zones = fc.constantFrom('Europe/Amsterdam', 'Africa/Cairo', 'Asia/Tokyo', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 365 * 1440 }), (zone, minutes) => {
        const instant = new Date(Date.UTC(2026, 0, 1) + minutes * MINUTE);
        const wall = wallTime(instant, zone);

        const found = instantsAt(wall.date, wall.minute, zone).map((each) => each.getTime());

        assert(found.includes(instant.getTime()));
      }),
      { seed: 5 },
    );
  });
});

describe('the beginning of a local day', () => {
  const cases = [
    {
      zone: 'Europe/Amsterdam',
      at: '2026-03-29T10:00:00Z',
      is: '2026-03-28T23:00:00.000Z',
      because: 'eleven hours before noon in spring',
    },
    {
      zone: 'Europe/Amsterdam',
      at: '2026-10-25T11:00:00Z',
      is: '2026-10-24T22:00:00.000Z',
      because: 'thirteen before noon in autumn',
    },
    {
      zone: 'Africa/Cairo',
      at: '2026-04-24T10:00:00Z',
      is: '2026-04-23T22:00:00.000Z',
      because: 'a day may begin at one',
    },
    {
      zone: 'Asia/Tokyo',
      at: '2026-11-24T15:00:00Z',
      is: '2026-11-24T15:00:00.000Z',
      because: 'midnight begins its own day',
    },
  ];
  for (const { zone, at, is, because } of cases)
    it(`of ${at} in ${zone} is ${is}: ${because}`, () => {
      assert.equal(beginningOfDay(new Date(at), zone).toISOString(), is);
    });
});
