import type { SkillId } from '../types.ts';
import type { Lexicon } from '../vocabulary/lexicon.ts';
import { freeWords, type Meaning } from '../vocabulary/vocabulary.ts';

/** What a skill means, by number. */
export interface Meant {
  number: number;
  /** The skills that answer it; how well, in the same order. */
  kin: Int32Array;
  fits: Float64Array;
  /** The words of its name, a language each, and those of all languages together without figures. */
  names: readonly Int32Array[];
  naming: Int32Array;
}

/**
 * The meanings of skills by number. What an entry of the vocabulary means is looked up once and stays, since it is the
 * vocabulary's and nobody's own; what a free skill means is its writer's, and is kept only for as long as whoever asked keeps it.
 */
export interface Meanings {
  /** What a skill means; every number is kept until it is let go of. */
  keep(skill: SkillId, meaning: Meaning): Meant;
  letGo(skill: SkillId, meant: Meant): void;
  /** Numbers that stay with what entries of the vocabulary mean. */
  kept(): ReadonlySet<number>;
}

/** No meanings yet. */
export function createMeanings(lexicon: Lexicon): Meanings {
  const entries = new Map<SkillId, { meaning: Meaning; meant: Meant }>();

  function numbered(skill: SkillId, { answers, names, naming }: Meaning): Meant {
    return {
      number: lexicon.keepSkill(skill),
      kin: Int32Array.from(answers.keys(), lexicon.keepSkill),
      fits: Float64Array.from(answers.values()),
      names: names.map((name) => Int32Array.from(name.keys(), lexicon.keep)),
      naming: Int32Array.from(naming.keys(), lexicon.keep),
    };
  }

  function* numbersOf({ number, kin, names, naming }: Meant): Generator<number> {
    yield number;
    yield* kin;
    for (const name of names) yield* name;
    yield* naming;
  }

  return {
    keep(skill, meaning) {
      if (freeWords(skill) !== undefined) return numbered(skill, meaning);
      const known = entries.get(skill);
      // A vocabulary that grew says anew what a skill means; what it meant before may still be laid out somewhere.
      if (known?.meaning === meaning) return known.meant;
      const meant = numbered(skill, meaning);
      entries.set(skill, { meaning, meant });
      return meant;
    },
    letGo(skill, meant) {
      if (freeWords(skill) === undefined) return;
      for (const number of numbersOf(meant)) lexicon.letGo(number);
    },
    kept: () => new Set([...entries.values()].flatMap(({ meant }) => [...numbersOf(meant)])),
  };
}
