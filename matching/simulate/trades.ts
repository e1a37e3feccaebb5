import type { SkillEntry, SkillId } from '../index.ts';

/** The trades of the town: each a field of six skills; two neighbours share an interest group. */
const TRADES = {
  software: ['mobile apps', 'web shops', 'databases', 'cloud hosting', 'test automation', 'game engines'],
  data: ['statistics', 'machine learning', 'dashboards', 'surveys', 'forecasting', 'scraping'],
  design: ['logos', 'typography', 'illustration', 'packaging', 'prototyping', 'animation'],
  media: ['podcasting', 'photography', 'film editing', 'copywriting', 'newsletters', 'storytelling'],
  money: ['bookkeeping', 'payroll', 'pricing', 'crowdfunding', 'investors', 'subsidies'],
  law: ['contracts', 'trademarks', 'privacy', 'permits', 'arbitration', 'licensing'],
  food: ['baking', 'fermentation', 'catering', 'menus', 'hygiene', 'beekeeping'],
  growing: ['composting', 'greenhouses', 'irrigation', 'orchards', 'seeds', 'soil'],
  building: ['carpentry', 'insulation', 'lighting', 'acoustics', 'welding', 'architecture'],
  energy: ['solar panels', 'batteries', 'heat pumps', 'metering', 'wind', 'retrofits'],
  people: ['hiring', 'coaching', 'facilitation', 'onboarding', 'mediation', 'training'],
  selling: ['negotiation', 'fairs', 'exports', 'retail', 'partnerships', 'advertising'],
} as const;

export type Trade = keyof typeof TRADES;

export const trades: readonly Trade[] = [
  'software',
  'data',
  'design',
  'media',
  'money',
  'law',
  'food',
  'growing',
  'building',
  'energy',
  'people',
  'selling',
];

/** The interest group that people of a trade mostly belong to, 0…5. */
export function groupOf(trade: Trade): number {
  return Math.floor(trades.indexOf(trade) / 2);
}

/** The skills of a trade. */
export function skillsOf(trade: Trade): readonly SkillId[] {
  return TRADES[trade];
}

const tradeOfSkill = new Map<SkillId, Trade>(
  trades.flatMap((trade) => skillsOf(trade).map((skill) => [skill, trade] as const)),
);

/** The trade that a skill belongs to. @throws RangeError for a skill the town does not know. */
export function tradeOf(skill: SkillId): Trade {
  const trade = tradeOfSkill.get(skill);
  if (trade === undefined) throw new RangeError(`skill: nobody here knows ${skill}`);
  return trade;
}

const entry = (id: SkillId, parent?: SkillId): SkillEntry => ({
  id,
  // The town writes in one tongue; that people speak several matters to it only as common ground.
  labels: { en: id, nl: id, ar: id, ja: id },
  ...(parent === undefined ? {} : { parent }),
});

/** The town's vocabulary: a trade is the parent of its skills. */
export function townEntries(): SkillEntry[] {
  return trades.flatMap((trade) => [
    entry(`trade ${trade}`),
    ...skillsOf(trade).map((skill) => entry(skill, `trade ${trade}`)),
  ]);
}
