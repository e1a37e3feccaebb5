import { worthOf } from '../rank.ts';
import { CHANNELS, weightsBy } from '../settings.ts';
import type { ChannelWeights } from '../types.ts';
import { type BenchRoom, type Dataset, ROOM_KINDS } from './dataset.ts';
import { historyRooms } from './history-rooms.ts';
import { type Choice, learnWeights } from './logit.ts';
import { rankRooms } from './replay.ts';

const FOLDS = 5;

/** A room of the history as a choice that was made in it, on its day. */
interface PastChoice extends Choice {
  day: number;
}

/** Every room of the history before a day, as the engine saw it then and as it came out. */
function pastChoices(dataset: Dataset, before: number): PastChoice[] {
  const rooms = historyRooms(dataset, before);
  const rankings = rankRooms({ ...dataset, rooms });
  const choice = ({ need, t, helpers }: BenchRoom, kind: keyof typeof rooms): PastChoice => {
    const ranked = rankings[kind].get(need) ?? [];
    return {
      day: t,
      signals: ranked.map(({ signals }) => signals),
      helped: ranked.map(({ personId }) => helpers.includes(personId)),
    };
  };
  return ROOM_KINDS.flatMap((kind) => rooms[kind].map((room) => choice(room, kind)));
}

/** hit@3 of some weights over choices. */
function hits(choices: readonly Choice[], weights: ChannelWeights): number {
  const isHit = ({ signals, helped }: Choice) =>
    signals
      .map((one, i) => ({ worth: worthOf(one, weights), helped: helped[i] }))
      .sort((a, b) => b.worth - a.worth)
      .slice(0, 3)
      .some((one) => one.helped);
  return choices.filter(isHit).length / choices.length;
}

const rounded = (weights: ChannelWeights) => weightsBy((channel) => Math.round(weights[channel] * 100) / 100);

const told = (weights: ChannelWeights) => CHANNELS.map((name) => `${name} ${weights[name]}`).join(', ');

/**
 * The weights of the channels, to two decimals, learned from the history before the first room of the split, with the
 * report of how weights learned on four fifths of the days fare on the fifth. @throws RangeError without history.
 */
export function learn(dataset: Dataset): { weights: ChannelWeights; lines: string[] } {
  const firstRoom = Math.min(...ROOM_KINDS.flatMap((kind) => dataset.rooms[kind].map(({ t }) => t)));
  const choices = pastChoices(dataset, firstRoom).sort((a, b) => a.day - b.day);
  const alike = weightsBy(() => 1);
  const lines = [`${choices.length} rooms of the history before day ${firstRoom}`];
  const foldOf = (i: number) => Math.floor((i * FOLDS) / choices.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = choices.filter((_, i) => foldOf(i) === fold);
    const learned = rounded(learnWeights(choices.filter((_, i) => foldOf(i) !== fold)));
    const days = `days ${held[0]?.day.toFixed(0)}–${held.at(-1)?.day.toFixed(0)}`;
    const scores = `hit@3 ${hits(held, learned).toFixed(3)}, all alike ${hits(held, alike).toFixed(3)}`;
    lines.push(`held out ${days}: ${scores} (${told(learned)})`);
  }
  const weights = rounded(learnWeights(choices));
  return { weights, lines: [...lines, `learned: ${told(weights)}`] };
}
