import {
  createEngine,
  createVocabulary,
  type Engine,
  type EngineEvent,
  type EngineSettings,
  type Focus,
  type Language,
  type PersonFacts,
  type SkillEntry,
} from '../../matching/index.ts';

export const DAY = 86_400_000;
export const NOON = Date.UTC(2026, 3, 14, 12);

function entry(
  id: string,
  labels: [string, string, string, string],
  synonyms: Partial<Record<Language, string[]>> = {},
  parent?: string,
): SkillEntry {
  const [en, nl, ar, ja] = labels;
  return { id, labels: { en, nl, ar, ja }, synonyms, ...(parent === undefined ? {} : { parent }) };
}

/** A vocabulary small enough to read, with every kind of entry: parents, synonyms, compounds, four languages. */
export const entries: readonly SkillEntry[] = [
  entry('tax', ['tax advice', 'belastingadvies', 'استشارات ضريبية', '税務相談'], {
    en: ['taxes', 'tax'],
    nl: ['belasting', 'belasting adviseur'],
    ar: ['ضرائب', 'الضرائب'],
    ja: ['税金', '税理士'],
  }),
  entry(
    'vat',
    ['VAT', 'btw', 'ضريبة القيمة المضافة', '消費税'],
    { en: ['vat return'], nl: ['btw-aangifte'] },
    'tax',
  ),
  entry('income-tax', ['income tax return', 'inkomstenbelasting', 'إقرار ضريبي', '確定申告'], {}, 'tax'),
  entry('design', ['design', 'ontwerp', 'تصميم', 'デザイン'], { nl: ['vormgeving'] }),
  entry(
    'logo',
    ['logo design', 'logo-ontwerp', 'تصميم الشعار', 'ロゴデザイン'],
    { en: ['logo'], ja: ['ロゴ', 'CIマーク'] },
    'design',
  ),
  entry('ux', ['UX testing', 'gebruikersonderzoek', 'اختبار تجربة المستخدم', 'ユーザビリティテスト'], {
    en: ['usability test', 'usability testing'],
  }),
  entry('apps', ['mobile app development', 'apps bouwen', 'تطوير تطبيقات', 'アプリ開発'], {
    en: ['mobile apps', 'apps'],
    nl: ['apps'],
    ar: ['تطبيقات', 'تطبيق'],
    ja: ['アプリ'],
  }),
  entry('bakery', ['bakery', 'bakkerij', 'مخبز', 'ベーカリー'], { nl: ['bakkers'], ja: ['パン屋'] }),
  entry('photo', ['photography', 'fotografie', 'تصوير', '写真撮影'], {
    en: ['photos'],
    nl: ['fotograaf'],
    ja: ['写真'],
  }),
  entry('hiring', ['hiring', 'personeel werven', 'توظيف', '採用'], { en: ['recruitment'] }),
  entry('translation', ['translation', 'vertalen', 'ترجمة', '翻訳'], { nl: ['vertaling'] }),
];

export const vocabulary = () => createVocabulary(entries);
export const focus = (text = '', skills: string[] = []): Focus => ({ text, skills });

export function facts(personId: string, more: Partial<PersonFacts> = {}): PersonFacts {
  return { personId, languages: ['en'], offers: [], needs: [], consents: true, ...more };
}

export function testEngine(settings: Partial<EngineSettings> = {}, seed = 1): Engine {
  return createEngine({ vocabulary: vocabulary(), seed, settings: { randomShare: 0, ...settings } });
}

let counter = 0;
const id = () => `event-${++counter}`;

export function changed(personId: string, more: Partial<PersonFacts> = {}, at = NOON - DAY): EngineEvent {
  return { type: 'person.changed', id: id(), at, person: facts(personId, more) };
}

type Arrival = Extract<EngineEvent, { type: 'presence.started' }>;

export function arrived(personId: string, text = '', more: Partial<Arrival> = {}): EngineEvent {
  const here = { spaceId: 'utrecht', openness: 'open' as const, focus: focus(text) };
  return { type: 'presence.started', id: id(), at: NOON, personId, ...here, ...more };
}

type Help = Extract<EngineEvent, { type: 'need.helped' }>;

export function helped(asker: string, helper: string, more: Partial<Help> = {}): EngineEvent {
  const need = more.need ?? focus('my first vat return', ['vat']);
  return { type: 'need.helped', id: id(), at: NOON - 10 * DAY, asker, helper, weight: 1, ...more, need };
}

export function met(a: string, b: string, at: number): EngineEvent {
  return { type: 'pair.met', id: id(), at, pair: [a, b] };
}

export function offered(a: string, b: string, at: number): EngineEvent {
  return { type: 'pair.offered', id: id(), at, pair: [a, b] };
}

export function applyAll(engine: Engine, events: readonly EngineEvent[]): Engine {
  for (const event of events) engine.apply(event);
  return engine;
}
