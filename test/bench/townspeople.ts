import type { FirstVisit } from '#contract/people';
import { firstVisit } from '../../server/people/contract.ts';
import { drawn } from '../../server/sample-data/lot.ts';
import { readTown } from '../../server/sample-data/town.ts';
import type { SkillNames } from '../../server/skills/contract.ts';

type Language = FirstVisit['profile']['language'];
/** What every skill is called, by language. */
export type Names = Readonly<Record<Language, SkillNames['names']>>;

const LANGUAGES = ['en', 'nl', 'ar', 'ja'] as const;

/** How people ask for help with a skill, in what they type at the door. */
const ASKING = {
  en: [(skill) => `Who knows about ${skill}? I am stuck`, (skill) => `Working on ${skill} all day`],
  nl: [
    (skill) => `Wie weet er iets van ${skill}?`,
    (skill) => `Vandaag aan de slag met ${skill}, tips welkom`,
  ],
  ar: [(skill) => `أبحث عن شخص يفهم في ${skill}`, (skill) => `اليوم أعمل على ${skill}`],
  ja: [(skill) => `${skill}に詳しい人を探しています`, (skill) => `今日は${skill}の仕事をしています`],
} as const satisfies Record<Language, readonly ((skill: string) => string)[]>;

/** Somebody of a town larger than the written one: of each language a quarter, the same for the same number. */
export function townsperson(i: number, names: Names): FirstVisit {
  const language = drawn(LANGUAGES, `${i} language`);
  const neighbour = drawn(
    readTown().filter(({ languages }) => languages[0] === language),
    `${i} neighbour`,
  );
  const skills = Object.keys(names.en);
  const strange = (what: string) => drawn(skills, `${i} ${what}`);
  const offers = [drawn(neighbour.offers, `${i} own offer`), ...['b', 'c', 'd'].map(strange)];
  const needs = [drawn(neighbour.needs, `${i} own need`), strange('need')];
  const own = offers.slice(1, 3).map((skill) => names[language][skill]);
  return firstVisit.parse({
    personId: `person-${i}`,
    profile: {
      name: `${neighbour.name} ${i}`,
      language,
      languages: neighbour.languages,
      about: `${neighbour.about ?? ''} ${own.join(', ')}`.trim(),
      ...(i % 3 === 0 ? {} : { company: `Company ${i % 90}` }),
      offers: [...new Set(offers)],
      needs: [...new Set(needs)],
    },
    consents: { matching: true, wall: false, network: false, research: false },
    consentVersion: 1,
  });
}

/** What somebody types at the door on one visit: a written sentence, or one of their needs in words. */
export function onTheirMind({ personId, profile }: FirstVisit, visit: number, names: Names): string {
  const { language, needs } = profile;
  const lots = `${personId} ${visit}`;
  const written = readTown().filter(({ languages }) => languages[0] === language);
  const sentences = written.flatMap(({ focuses }) => focuses);
  if (drawn([true, false], `${lots} written`)) return drawn(sentences, `${lots} sentence`);
  const skill = drawn([...needs, drawn(Object.keys(names.en), `${lots} skill`)], `${lots} need`);
  return drawn(ASKING[language], `${lots} asking`)(names[language][skill] ?? skill);
}
