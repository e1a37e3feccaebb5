import assert from 'node:assert/strict';
import { LANGUAGES } from '#values/locale';
import { formatOf, hoursOf } from '../../../client/i18n/format.ts';

describe('a time of the week', () => {
  it('names the day before the hour in every language, on the wall of the space', () => {
    const told = LANGUAGES.map((language) =>
      formatOf(language, 'Europe/Amsterdam').weekdayTime('2026-11-24T23:30:00.000Z'),
    );

    assert.deepEqual(
      new Set(told),
      new Set(['Wednesday 00:30', 'woensdag 00:30', 'الأربعاء 00:30', '水曜日 00:30']),
    );
  });
});

describe('a day and its hours', () => {
  it('are parted as each language parts them', () => {
    const told = LANGUAGES.map((language) => `${formatOf(language).dayThen('2026-11-24')}10:00`);

    assert.deepEqual(
      new Set(told),
      new Set([
        'Tuesday 24 November, 10:00',
        'dinsdag 24 november, 10:00',
        'الثلاثاء، 24 نوفمبر، 10:00',
        '11月24日火曜日 10:00',
      ]),
    );
  });

  it('name from when until when in a word that no line breaks', () => {
    const hours = hoursOf('10:00', '11:00');

    assert.equal(hours, '10:00–\u206011:00');
  });
});
