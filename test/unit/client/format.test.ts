import assert from 'node:assert/strict';
import { LANGUAGES } from '#values/locale';
import { formatOf } from '../../../client/i18n/format.ts';

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
