import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LANGUAGES } from '#values/locale';
import { CURRENCIES } from '#values/money';
import { formatOf } from '../../../client/i18n/format.ts';
import { shownNumber, typedNumber } from '../../../client/i18n/typed.ts';

describe('a number that is typed', () => {
  const cases = [
    { text: '1234.56', decimals: 2, language: 'en', value: 123_456, because: 'a point parts decimals' },
    { text: '1,234.56', decimals: 2, language: 'en', value: 123_456, because: 'English parts thousands so' },
    { text: '1.234,56', decimals: 2, language: 'nl', value: 123_456, because: 'Dutch parts thousands so' },
    { text: '1.234', decimals: 2, language: 'nl', value: 123_400, because: 'a Dutch point parts thousands' },
    { text: '12.5', decimals: 2, language: 'nl', value: 1_250, because: 'one digit is no thousands' },
    { text: '12,5', decimals: 2, language: 'en', value: 1_250, because: 'one digit is no thousands' },
    { text: '1.234', decimals: 2, language: 'en', value: undefined, because: 'cents have two digits' },
    { text: '0.1', decimals: 2, language: 'en', value: 10, because: 'a tenth is ten cents, exactly' },
    { text: '٢٤٫٥', decimals: 2, language: 'ar', value: 2_450, because: 'Arabic keyboards write so' },
    {
      text: '１２，３４５',
      decimals: 0,
      language: 'ja',
      value: 12_345,
      because: 'Japanese keyboards write so',
    },
    { text: '12.5', decimals: 0, language: 'ja', value: undefined, because: 'half a yen is none' },
    { text: ' 1 200 ', decimals: 0, language: 'en', value: 1_200, because: 'blanks mean nothing' },
    { text: '-5', decimals: 2, language: 'en', value: -500, because: 'less than nothing is a number' },
    { text: '', decimals: 2, language: 'en', value: undefined, because: 'nothing is no number' },
    { text: '1e3', decimals: 2, language: 'en', value: undefined, because: 'nobody pays in powers' },
    { text: '12,34,56', decimals: 2, language: 'en', value: undefined, because: 'no thousands, no decimals' },
  ] as const;
  for (const { text, decimals, language, value, because } of cases)
    it(`“${text}” is ${value} in ${language} with ${decimals} decimals, because ${because}`, () => {
      assert.equal(typedNumber(text, decimals, language), value);
    });

  it('is read as it was shown, in every language and currency, and as papers write it', () => {
    const currency = fc.constantFrom('EUR', 'EGP', 'JPY');
    fc.assert(
      fc.property(
        fc.nat(1_000_000_000),
        currency,
        fc.constantFrom(...LANGUAGES),
        (amount, unit, language) => {
          const decimals = CURRENCIES[unit];
          const [printed = ''] = /\d(?:[\d.,]*\d)?/.exec(formatOf(language).money(amount, unit)) ?? [];
          const shown = shownNumber(amount, decimals, language);
          assert.equal(typedNumber(shown, decimals, language), amount);
          assert.equal(typedNumber(printed, decimals, language), amount);
        },
      ),
      { seed: 24, numRuns: 400 },
    );
  });
});
