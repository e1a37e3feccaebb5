import type { EngineSettings } from './types.ts';

/** The settings a space starts with; those of the three channels were set on the validation rooms. */
export const DEFAULT_SETTINGS: EngineSettings = {
  surpriseDial: 0.5,
  relevanceFloor: 0.2,
  halfLifeDays: 60,
  habitHalfLifeDays: 10,
  loadWeight: 0.25,
  randomShare: 0.05,
  channels: { memory: 0.45, text: 0.35, skills: 0.2 },
  learns: true,
};

/** Settings filled up with the defaults. @throws RangeError naming the setting that is out of bounds. */
export function settingsFrom(given: Partial<EngineSettings> = {}): EngineSettings {
  const settings = { ...DEFAULT_SETTINGS, ...given };
  const { memory, text, skills } = settings.channels;
  const bounds: [name: string, value: number, low: number, high: number][] = [
    ['surpriseDial', settings.surpriseDial, 0, 10],
    ['relevanceFloor', settings.relevanceFloor, 0, 1],
    ['halfLifeDays', settings.halfLifeDays, 0.01, 36_500],
    ['habitHalfLifeDays', settings.habitHalfLifeDays, 0.01, 36_500],
    ['loadWeight', settings.loadWeight, 0, 10],
    ['randomShare', settings.randomShare, 0, 0.99],
    ['channels.memory', memory, 0, 1],
    ['channels.text', text, 0, 1],
    ['channels.skills', skills, 0, 1],
  ];
  for (const [name, value, low, high] of bounds) {
    // Written so that NaN is refused too.
    if (!(value >= low && value <= high)) throw new RangeError(`${name}: ${value} is not in ${low}…${high}`);
  }
  if (typeof settings.learns !== 'boolean') throw new RangeError('learns: yes or no is wanted');
  if (memory + text + skills === 0) throw new RangeError('channels: all weights are zero');
  return settings;
}
