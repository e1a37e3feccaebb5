import type { EngineSettings } from '../index.ts';
import { type PairedDay, sumOf, type Tally } from './intervals.ts';
import { playTown } from './play.ts';
import type { Offer, TownRecord } from './record.ts';

/** The worlds that are compared: the same people and days, another engine. */
export const WORLDS = {
  /** As it ships. */
  engine: {},
  /** As it ships, but no answer and no outcome teaches it anything. */
  untaught: { learns: false },
  /** Relevance alone, as choosy as gives about the acceptance of the engine: no surprise, no sharing of load. */
  relevance: { surpriseDial: 0, loadWeight: 0, selectivity: 1.35 },
} as const satisfies Record<string, Partial<EngineSettings>>;

type World = keyof typeof WORLDS;

/** One town, lived through in every world. */
export type Lives = Record<World, TownRecord> & { seed: number; days: number };

/** Plays one town in every world. */
export function liveThrough({ seed, days, teams }: { seed: number; days: number; teams: number }): Lives {
  const play = (settings: Partial<EngineSettings>) => playTown({ seed, days, teams, settings });
  return {
    seed,
    days,
    engine: play(WORLDS.engine),
    untaught: play(WORLDS.untaught),
    relevance: play(WORLDS.relevance),
  };
}

/** What the engine chose itself; its random arm is looked at apart. */
export function chosen({ offers }: TownRecord): Offer[] {
  return offers.filter(({ suggestion }) => suggestion.arm === 'engine');
}

/** How many of some offers had it. */
export function tallyOf(offers: readonly Offer[], had: (offer: Offer) => boolean): Tally {
  return { hits: offers.filter(had).length, cases: offers.length };
}

/** Acceptance day by day in two worlds, for the days from…until of a town. */
export function pairedDays(life: Lives, theirs: World, [from, until]: [number, number]): PairedDay[] {
  return Array.from({ length: until - from }, (_, i) => {
    const on = (world: World) =>
      tallyOf(
        chosen(life[world]).filter(({ day }) => day === from + i),
        ({ isAccepted }) => isAccepted,
      );
    return { ours: on('engine'), theirs: on(theirs) };
  });
}

/** The sum over all towns of what each tallies. */
export function tallyAll(lives: readonly Lives[], tally: (life: Lives) => Tally): Tally {
  return sumOf(lives.map(tally));
}
