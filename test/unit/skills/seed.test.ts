import assert from 'node:assert/strict';
import { createVocabulary } from '../../../matching/index.ts';
import type { Language, SkillEntry } from '../../../matching/types.ts';
import { seed as entries } from '../../../server/skills/seed.ts';
import sentences from './golden-sentences.json' with { type: 'json' };

/** `held` sentences were written before anybody looked at how they are read, and nothing is tuned on them. */
const golden: readonly { language: string; skills: string[]; held?: boolean }[] = sentences;
const LANGUAGES: readonly Language[] = ['en', 'nl', 'ar', 'ja'];
const byId = new Map(entries.map((entry) => [entry.id, entry]));

/** Words that really mean two skills: both are proposed, and the person chooses. */
const AMBIGUOUS: readonly { language: Language; phrase: string; because: string }[] = [
  { language: 'en', phrase: 'integration', because: 'of systems, or of newcomers' },
  { language: 'ja', phrase: '調達', because: 'of money, or of goods and services' },
];

/** Names that Japanese business writes in Latin letters. */
const LATIN_NAMES = new Set(['SaaS', 'WordPress', 'IoT']);

const namesOf = (entry: SkillEntry, language: Language): string[] => [
  entry.labels[language],
  ...(entry.synonyms?.[language] ?? []),
];

const phrasesOf = (entry: SkillEntry, language: Language) =>
  namesOf(entry, language).map((phrase) => phrase.toLowerCase());

function ancestorsOf(entry: SkillEntry): string[] {
  const ancestors: string[] = [];
  let parent = entry.parent;
  while (parent !== undefined && !ancestors.includes(parent)) {
    ancestors.push(parent);
    parent = byId.get(parent)?.parent;
  }
  return ancestors;
}

/** Phrases of one language that more than one entry claims, each with the entries. */
function sharedPhrases(language: Language): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const entry of entries) {
    for (const phrase of phrasesOf(entry, language)) {
      owners.set(phrase, [...(owners.get(phrase) ?? []), entry.id]);
    }
  }
  return new Map([...owners].filter(([, ids]) => ids.length > 1));
}

describe('the seed vocabulary', () => {
  it('has at least 700 skills under distinct kebab-case ids', () => {
    const ids = entries.map(({ id }) => id);

    assert.ok(ids.length >= 700, `${ids.length} entries`);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(
      ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)),
      [],
    );
  });

  it('names every skill in all four languages', () => {
    const unnamed = entries.filter((entry) =>
      LANGUAGES.some((language) => entry.labels[language].trim() === ''),
    );

    assert.deepEqual(unnamed, []);
  });

  it('knows at least two other words for every skill in every language', () => {
    const poor = entries.flatMap((entry) =>
      LANGUAGES.filter((language) => (entry.synonyms?.[language]?.length ?? 0) < 2).map(
        (language) => `${entry.id} ${language}`,
      ),
    );

    assert.deepEqual(poor, []);
  });

  it('gives every child a parent that exists, and no skill itself as an ancestor', () => {
    for (const entry of entries) {
      if (entry.parent !== undefined) assert.ok(byId.has(entry.parent), `${entry.id}: ${entry.parent}`);
      assert.ok(!ancestorsOf(entry).includes(entry.id), `${entry.id} is its own ancestor`);
    }
  });

  it('gives every skill a parent, but for some thirty fields', () => {
    const fields = entries.filter(({ parent }) => parent === undefined);

    assert.ok(fields.length <= 32, `${fields.length} fields`);
  });

  it('is read back: every label and synonym, typed alone, proposes its own skill', () => {
    const words = createVocabulary(entries);

    const lost = entries.flatMap((entry) =>
      LANGUAGES.flatMap((language) => namesOf(entry, language)).filter(
        (phrase) => !words.propose(phrase).some(({ skill }) => skill === entry.id),
      ),
    );

    assert.deepEqual(lost, []);
  });

  for (const language of LANGUAGES) {
    it(`lets no phrase stand in two skills, nor twice in one, in ${language}, unless it is truly ambiguous`, () => {
      const allowed = AMBIGUOUS.filter((word) => word.language === language).map(({ phrase }) => phrase);

      const shared = [...sharedPhrases(language)].map(([phrase, ids]) => ({ phrase, ids }));

      assert.deepEqual(
        shared.map(({ phrase }) => phrase).sort(),
        [...allowed].sort(),
        JSON.stringify(shared),
      );
    });
  }

  it('writes Arabic labels in Arabic script and Japanese labels in Japanese script or a known name', () => {
    const strangers = entries.filter(({ labels }) => {
      const isArabic = /\p{Script=Arabic}/u.test(labels.ar);
      const isJapanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(labels.ja);
      return !isArabic || !(isJapanese || LATIN_NAMES.has(labels.ja));
    });

    assert.deepEqual(
      strangers.map(({ id, labels }) => [id, labels.ar, labels.ja]),
      [],
    );
  });

  it('carries no stray spaces, which would keep a phrase from being found', () => {
    const untidy = entries.flatMap((entry) =>
      LANGUAGES.flatMap((language) => phrasesOf(entry, language)).filter(
        (phrase) => phrase !== phrase.trim() || phrase.includes('  ') || phrase === '',
      ),
    );

    assert.deepEqual(untidy, []);
  });
});

describe('the golden sentences', () => {
  it('are at least sixty a language, eight of them without any skill, and a third not looked at before', () => {
    for (const language of LANGUAGES) {
      const own = golden.filter((sentence) => sentence.language === language);

      assert.ok(own.length >= 60, `${language}: ${own.length}`);
      assert.ok(own.filter(({ skills }) => skills.length === 0).length >= 8, language);
      assert.ok(own.filter(({ held }) => held === true).length * 3 >= own.length * 0.9, `${language} held`);
    }
  });

  it('expect only skills of the seed, each once, and say why they are there', () => {
    for (const { text, skills, because } of sentences) {
      assert.deepEqual(
        skills.filter((id) => !byId.has(id)),
        [],
        text,
      );
      assert.equal(new Set(skills).size, skills.length, text);
      assert.notEqual(because.trim(), '', text);
    }
    assert.equal(new Set(sentences.map(({ text }) => text)).size, sentences.length);
  });
});
