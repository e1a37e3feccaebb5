import assert from 'node:assert/strict';
import { createVocabulary } from '../../matching/index.ts';
import { seed } from '../../server/skills/seed.ts';
import sentences from '../unit/skills/golden-sentences.json' with { type: 'json' };

describe('the sentences people type, read with the seed vocabulary', () => {
  const vocabulary = createVocabulary(seed);

  for (const language of ['en', 'nl', 'ar', 'ja']) {
    it(`find the right skills in ${language}: precision at least .9, recall at least .8`, () => {
      let right = 0;
      let proposed = 0;
      let wanted = 0;

      for (const { text, skills } of sentences.filter((sentence) => sentence.language === language)) {
        const found = vocabulary.propose(text).map(({ skill }) => skill);
        right += found.filter((skill) => skills.some((wish) => wish === skill)).length;
        proposed += found.length;
        wanted += skills.length;
      }

      assert.ok(wanted > 20, 'too few sentences to say anything');
      assert.ok(right / proposed >= 0.9, `precision ${right / proposed}`);
      assert.ok(right / wanted >= 0.8, `recall ${right / wanted}`);
    });
  }
});
