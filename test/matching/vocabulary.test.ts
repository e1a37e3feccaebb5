import assert from 'node:assert/strict';
import { createVocabulary } from '../../matching/index.ts';
import { entries, vocabulary } from './builders.ts';

const sentences: { text: string; proposes: string[]; because: string }[] = [
  {
    text: 'I need help with my VAT return',
    proposes: ['vat'],
    because: 'the longest phrase wins over its parts',
  },
  { text: 'ik maak apps voor bakkers', proposes: ['apps', 'bakery'], because: 'plain Dutch, two skills' },
  {
    text: 'wie is een goede belastingadviseur?',
    proposes: ['tax'],
    because: 'a compound of a two-word synonym',
  },
  { text: 'belastingproblemen', proposes: ['tax'], because: 'a compound of which one part is a skill' },
  { text: 'belasting advies nodig', proposes: ['tax'], because: 'a compound written as two words' },
  { text: 'usabilty testing', proposes: ['ux'], because: 'a letter dropped' },
  { text: 'photograhpy', proposes: ['photo'], because: 'two letters swapped' },
  {
    text: 'a logo, and some taxes',
    proposes: ['logo', 'tax'],
    because: 'inflected words, in the order of the text',
  },
  { text: 'تصميم الشعار', proposes: ['logo'], because: 'an Arabic label' },
  {
    text: 'أحتاج مساعدة في الضرائب والتصميم',
    proposes: ['tax', 'design'],
    because: '"and the" written onto the word',
  },
  { text: 'ضَرَائِب', proposes: ['tax'], because: 'written with its vowels' },
  { text: '確定申告の相談がしたい', proposes: ['income-tax'], because: 'Japanese without spaces' },
  { text: 'パン屋向けのロゴを作っています', proposes: ['bakery', 'logo'], because: 'two Japanese synonyms' },
  {
    text: '新しいCIマークとBtoBアプリ',
    proposes: ['logo', 'apps'],
    because: 'Latin and Japanese in one word',
  },
  { text: 'ﾛｺﾞ', proposes: ['logo'], because: 'half-width katakana' },
  {
    text: 'btw: my ロゴ needs ترجمة',
    proposes: ['vat', 'logo', 'translation'],
    because: 'three scripts at once',
  },
  { text: 'I like sailing', proposes: [], because: 'unknown words propose nothing' },
  { text: 'help, I am looking for good people', proposes: [], because: 'asking names no subject' },
  { text: '', proposes: [], because: 'nothing was said' },
  { text: '!!! 2026 ???', proposes: [], because: 'no word at all' },
];

const lookalikes: typeof sentences = [
  { text: 'ik zoek een stage', proposes: ['interns'], because: 'a Dutch word in a Dutch text' },
  { text: 'stage', proposes: ['interns'], because: 'one word alone may be of either language' },
  { text: 'a place to stage my play', proposes: [], because: 'an English word is not the Dutch one' },
  { text: 'I want to sit in the sun', proposes: [], because: 'Dutch stems are for Dutch texts' },
  { text: 'ik bouw een site', proposes: ['web'], because: 'in which they find it' },
  {
    text: 'who can do my btw for me',
    proposes: ['vat'],
    because: 'what is no English word may be a Dutch one',
  },
  { text: 'a name for my product', proposes: [], because: 'a product is no productivity' },
  { text: 'more productivity', proposes: ['focus'], because: 'which is found by its own name' },
  { text: 'we are stuck', proposes: [], because: 'in a short word a replaced letter makes another word' },
];

describe('the vocabulary', () => {
  for (const { text, proposes, because } of sentences) {
    it(`reads "${text}": ${because}`, () => {
      const found = vocabulary().propose(text);

      assert.deepEqual(new Set(found.map(({ skill }) => skill)), new Set(proposes));
      for (const { score, matched } of found) {
        assert.ok(score > 0 && score <= 1);
        assert.ok(text.normalize('NFKC').includes(matched));
      }
    });
  }

  for (const { text, proposes, because } of lookalikes) {
    it(`reads "${text}" among words that look alike: ${because}`, () => {
      const words = createVocabulary([
        { id: 'interns', labels: { en: 'Internships', nl: 'Stage', ar: 'تدريب', ja: '実習' } },
        { id: 'scenery', labels: { en: 'Stage design', nl: 'Decorbouw', ar: 'ديكور', ja: '舞台美術' } },
        { id: 'web', labels: { en: 'Web pages', nl: 'Site', ar: 'مواقع', ja: 'ウェブ' } },
        { id: 'vat', labels: { en: 'Sales tax', nl: 'Btw', ar: 'ضريبة', ja: '消費税' } },
        { id: 'focus', labels: { en: 'Productivity', nl: 'Focus', ar: 'إنتاجية', ja: '集中' } },
        { id: 'storage', labels: { en: 'Stock', nl: 'Voorraad', ar: 'مخزون', ja: '在庫' } },
      ]);

      const found = words.propose(text);

      assert.deepEqual(
        found.map(({ skill }) => skill),
        proposes,
      );
    });
  }

  it('keeps unknown words as a free skill, the same however they are written', () => {
    const words = vocabulary();

    assert.equal(words.freeSkill('  Belgian   BEER! '), 'free:belgian beer');
    assert.equal(words.freeSkill('belgian beer'), words.freeSkill('Belgian-beer'));
    assert.throws(() => words.freeSkill('…'), /^RangeError: text:/);
  });

  it('knows parents, nearest first, and ends where they go round', () => {
    const label = { en: 'x', nl: 'x', ar: 'x', ja: 'x' };
    const round = createVocabulary([
      { id: 'a', labels: label, parent: 'b' },
      { id: 'b', labels: label, parent: 'a' },
    ]);

    assert.deepEqual(vocabulary().parentsOf('vat'), ['tax']);
    assert.deepEqual(round.parentsOf('a'), ['b']);
  });

  it('proposes at most the limit, and refuses a text beyond its bounds', () => {
    const words = vocabulary();

    assert.equal(words.propose('vat, logo, photos, hiring and translation', 2).length, 2);
    assert.throws(() => words.propose('x'.repeat(20_001)), /^RangeError: text:/);
  });

  it('refuses an id twice, and an id that reads as a free skill', () => {
    const [first] = entries;
    assert.ok(first);
    const words = vocabulary();

    assert.throws(() => words.add(first), /^RangeError: id:/);
    assert.throws(() => words.add({ ...first, id: 'free:tax' }), /^RangeError: id:/);
  });

  it('finds an entry that was added later', () => {
    const words = vocabulary();
    words.add({ id: 'sailing', labels: { en: 'sailing', nl: 'zeilen', ar: 'الإبحار', ja: 'セーリング' } });

    assert.deepEqual(
      words.propose('ik wil zeilen').map(({ skill }) => skill),
      ['sailing'],
    );
  });
});
