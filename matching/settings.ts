import type { ChannelWeights, EngineSettings } from './types.ts';

/**
 * The settings a space starts with. The weights of the channels were learned from the benchmark's history, before the first
 * of its rooms: `npm run evaluate -- --learn` prints them again.
 */
export const DEFAULT_SETTINGS: EngineSettings = {
  surpriseDial: 1,
  relevanceFloor: 0.2,
  halfLifeDays: 60,
  habitHalfLifeDays: 10,
  loadWeight: 0.25,
  fairWeight: 1,
  selectivity: 1.2,
  randomShare: 0.05,
  channels: { memory: 0.35, text: 1.59, skills: 0.49, background: 0.57, circle: 0.16, lately: 0.28 },
  learns: true,
};

/** The channels of relevance, in the order in which they are told. */
export const CHANNELS = [
  'memory',
  'text',
  'skills',
  'background',
  'circle',
  'lately',
] as const satisfies (keyof ChannelWeights)[];

/** Weights by a rule, one a channel. */
export function weightsBy(weightOf: (channel: keyof ChannelWeights) => number): ChannelWeights {
  const [memory, text, skills] = [weightOf('memory'), weightOf('text'), weightOf('skills')];
  const [background, circle, lately] = [weightOf('background'), weightOf('circle'), weightOf('lately')];
  return { memory, text, skills, background, circle, lately };
}

type Bound = [name: string, value: number, low: number, high: number];

/** Settings filled up with the defaults. @throws RangeError naming the setting that is out of bounds. */
export function settingsFrom(given: Partial<EngineSettings> = {}): EngineSettings {
  const settings = { ...DEFAULT_SETTINGS, ...given };
  const bounds: Bound[] = [
    ['surpriseDial', settings.surpriseDial, 0, 10],
    ['relevanceFloor', settings.relevanceFloor, 0, 1],
    ['halfLifeDays', settings.halfLifeDays, 0.01, 36_500],
    ['habitHalfLifeDays', settings.habitHalfLifeDays, 0.01, 36_500],
    ['loadWeight', settings.loadWeight, 0, 10],
    ['fairWeight', settings.fairWeight, 0, 10],
    ['selectivity', settings.selectivity, 0, 10],
    ['randomShare', settings.randomShare, 0, 0.99],
    ...CHANNELS.map((channel): Bound => [`channels.${channel}`, settings.channels[channel], 0, 10]),
  ];
  for (const [name, value, low, high] of bounds) {
    // Written so that NaN is refused too.
    if (!(value >= low && value <= high)) throw new RangeError(`${name}: ${value} is not in ${low}…${high}`);
  }
  if (typeof settings.learns !== 'boolean') throw new RangeError('learns: yes or no is wanted');
  if (CHANNELS.every((channel) => settings.channels[channel] === 0))
    throw new RangeError('channels: all weights are zero');
  return settings;
}
