import assert from 'node:assert/strict';
import { freeSkill } from '../../../client/api/skills.ts';

describe('a skill in own words', () => {
  const table = [
    {
      words: '  Belgian   Beer ',
      skill: 'free:belgian beer',
      because: 'spaces and capitals make no difference',
    },
    { words: 'ベルギービール', skill: 'free:ベルギービール', because: 'any script will do' },
    { words: '   ', skill: undefined, because: 'nothing was said' },
    { words: 'x'.repeat(200), skill: `free:${'x'.repeat(75)}`, because: 'a skill has a longest length' },
  ];
  for (const { words, skill, because } of table) {
    it(`“${words.slice(0, 20)}” is ${skill?.slice(0, 24)}: ${because}`, () => {
      assert.equal(freeSkill(words), skill);
    });
  }
});
