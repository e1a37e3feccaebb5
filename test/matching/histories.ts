import fc from 'fast-check';
import type { EngineEvent, Openness, RefusalReason, SkillId } from '../../matching/index.ts';
import { DAY, entries, NOON } from './builders.ts';

const PEOPLE = ['ann', 'bob', 'cas', 'dee', 'els', 'fay'];
const TEXTS = [
  '',
  'my first vat return',
  'ik zoek een belastingadviseur',
  'アプリとロゴ',
  'أحتاج إلى تصميم الشعار',
  'restoring wooden boats',
  'wooden toys and boats for children',
];

const person = fc.constantFrom(...PEOPLE);
const skill: fc.Arbitrary<SkillId> = fc.constantFrom(
  ...entries.map(({ id }) => id),
  'free:wooden boats',
  'free:yoga',
);
const skills = fc.array(skill, { maxLength: 3 });
const focus = fc.record({ text: fc.constantFrom(...TEXTS), skills });
const spaceId = fc.constantFrom('utrecht', 'utrecht', 'utrecht', 'cairo');
const openness = fc.constantFrom<Openness>('open', 'open', 'open', 'open', 'breaks', 'closed');
const two = fc.uniqueArray(person, { minLength: 2, maxLength: 2 });
const weight = fc.constantFrom(0, 0.3, 1);

const share = fc.constantFrom(0, 0.3, 1);
const told = fc.subarray(['helped_with_this_before', 'offers_what_you_need', 'speaks_of_it'] as const);
const shown = fc.record({ relevance: fc.tuple(share, share), surprise: share, told: fc.tuple(told, told) });

const reason = fc.constantFrom<RefusalReason>('acquainted', 'rivals', 'misfit', 'not_today');

const facts = fc.record({
  personId: person,
  languages: fc.subarray(['en', 'nl', 'ar', 'ja'] as const),
  offers: skills,
  needs: skills,
  about: fc.constantFrom(...TEXTS),
  company: fc.constantFrom('Noord', 'Zuid'),
  blocked: fc.subarray(PEOPLE, { maxLength: 1 }),
  consents: fc.constantFrom(true, true, true, false),
});

type Bare = EngineEvent extends infer E ? (E extends EngineEvent ? Omit<E, 'id' | 'at'> : never) : never;

const happening: fc.Arbitrary<Bare> = fc.oneof(
  facts.map((person): Bare => ({ type: 'person.changed', person })),
  { arbitrary: person.map((personId): Bare => ({ type: 'person.erased', personId })), weight: 1 },
  {
    arbitrary: fc
      .record({ personId: person, spaceId, openness, focus })
      .map((rest): Bare => ({ type: 'presence.started', ...rest })),
    weight: 4,
  },
  fc
    .record({ personId: person, openness, focus })
    .map((rest): Bare => ({ type: 'presence.changed', ...rest })),
  person.map((personId): Bare => ({ type: 'presence.ended', personId })),
  fc
    .tuple(two, shown)
    .map(([[a = '', b = ''], shown]): Bare => ({ type: 'pair.offered', pair: [a, b], shown })),
  fc
    .tuple(two, fc.boolean())
    .map(([[by = '', other = ''], yes]): Bare => ({ type: 'pair.answered', by, other, yes })),
  two.map(([a = '', b = '']): Bare => ({ type: 'pair.met', pair: [a, b] })),
  fc
    .record({ two, reason, shown, until: fc.integer({ min: NOON, max: NOON + 2 * DAY }) })
    .map(({ two: [a = '', b = ''], ...rest }): Bare => ({ type: 'pair.refused', pair: [a, b], ...rest })),
  fc
    .tuple(two, fc.boolean())
    .map(([[by = '', other = ''], useful]): Bare => ({ type: 'pair.valued', by, other, useful })),
  {
    arbitrary: fc.record({ two, need: focus, text: fc.constantFrom(...TEXTS), weight }).map(
      ({ two: [asker = '', helper = ''], ...rest }): Bare => ({
        type: 'need.helped',
        asker,
        helper,
        ...rest,
      }),
    ),
    weight: 3,
  },
);

/** Histories of a small house in time order; some of their events are refused, as in life. */
export const histories: fc.Arbitrary<EngineEvent[]> = fc
  .tuple(
    fc.tuple(...PEOPLE.map(() => facts)),
    fc.array(fc.tuple(happening, fc.integer({ min: 0, max: 3 })), {
      minLength: 8,
      maxLength: 40,
      size: 'max',
    }),
  )
  .map(([people, happenings]) => {
    let at = NOON - 60 * DAY;
    const first = people.map((person, i): EngineEvent => {
      return { type: 'person.changed', id: `p${i}`, at, person: { ...person, personId: PEOPLE[i] ?? '' } };
    });
    const rest = happenings.map(([bare, days], i): EngineEvent => {
      at += days * DAY;
      return { ...bare, id: `e${i}`, at };
    });
    return [...first, ...rest];
  });

export const everybody = PEOPLE;
