import {
  createEngine,
  createVocabulary,
  type EngineEvent,
  type EngineSettings,
  type Focus,
  type Ranked,
} from '../index.ts';
import { DAY } from '../state/evidence.ts';
import { LONGEST_TEXT } from '../vocabulary/vocabulary.ts';
import {
  type BenchHelp,
  type BenchNeed,
  type BenchRoom,
  type Dataset,
  ROOM_KINDS,
  type RoomKind,
} from './dataset.ts';

const SPACE = 'roombench';
/** How many of a ranking are shown, as the benchmark counts exposure. */
const SHOWN = 3;

/** The rankings of every room by the engine, keyed by the id of its need. */
export type Rankings = Record<RoomKind, Map<string, Ranked[]>>;

/** A few posts are longer than what the engine reads. */
const clipped = (text: string) => text.slice(0, LONGEST_TEXT);
const instant = (t: number) => t * DAY;

function focusOf(need: BenchNeed, freeSkill: (text: string) => string): Focus {
  return { text: clipped(`${need.title}\n${need.text}`), skills: [...new Set(need.tags.map(freeSkill))] };
}

/** Events of one person becoming known. */
function arrival(personId: string, at: number): EngineEvent {
  const person = { personId, languages: ['en'] as const, offers: [], needs: [], consents: true };
  return { type: 'person.changed', id: `person:${personId}`, at, person };
}

/** The benchmark's needs and helps, as rows in time order; a need comes before a help of the same instant. */
function rowsInTime({
  needs,
  helps,
}: Pick<Dataset, 'needs' | 'helps'>): ({ need: BenchNeed } | { help: BenchHelp })[] {
  const rows = [
    ...needs.map((need) => ({ t: need.t, order: 0, row: { need } })),
    ...helps.map((help) => ({ t: help.t, order: 1, row: { help } })),
  ];
  return rows.sort((a, b) => a.t - b.t || a.order - b.order).map(({ row }) => row);
}

/** The benchmark as the engine sees it: everybody becomes known when they first appear. */
function createPlayer(dataset: Pick<Dataset, 'needs'>, settings: Partial<EngineSettings>) {
  const vocabulary = createVocabulary([]);
  const engine = createEngine({ vocabulary, seed: 1, settings });
  const needs = new Map(dataset.needs.map((need) => [need.id, need]));
  const known = new Set<string>();

  function ensure(personId: string, t: number): void {
    if (known.has(personId)) return;
    known.add(personId);
    engine.apply(arrival(personId, instant(t)));
  }

  /** A need is a check-in with a focus, and a check-out. */
  function ask(need: BenchNeed): void {
    ensure(need.asker, need.t);
    const at = instant(need.t);
    const person = { at, personId: need.asker };
    const focus = focusOf(need, vocabulary.freeSkill);
    engine.apply({
      type: 'presence.started',
      id: `${need.id}:in`,
      ...person,
      spaceId: SPACE,
      openness: 'open',
      focus,
    });
    engine.apply({ type: 'presence.ended', id: `${need.id}:out`, ...person });
  }

  function help({ id, need: needId, helper, t, text }: BenchHelp): void {
    const asked = needs.get(needId);
    // Answering one's own question is no help to anybody else.
    if (asked === undefined || asked.asker === helper) return;
    ensure(asked.asker, t);
    ensure(helper, t);
    const need = focusOf(asked, vocabulary.freeSkill);
    const { asker } = asked;
    const event = { id: `help:${id}`, at: instant(t), asker, helper, need, text: clipped(text), weight: 1 };
    engine.apply({ type: 'need.helped', ...event });
  }

  function rank(room: Omit<BenchRoom, 'helpers'>, fair: boolean): Ranked[] {
    const need = needs.get(room.need);
    if (need === undefined) throw new RangeError(`room: its need ${room.need} is unknown`);
    for (const person of [need.asker, ...room.room]) ensure(person, room.t);
    const focus = focusOf(need, vocabulary.freeSkill);
    return engine.rank({ asker: need.asker, focus, at: instant(room.t), candidates: room.room, fair });
  }

  /** The first three were shown to the asker. */
  function show(room: Omit<BenchRoom, 'helpers'>, ranked: readonly Ranked[]): void {
    const asker = needs.get(room.need)?.asker ?? '';
    for (const { personId } of ranked.slice(0, SHOWN)) {
      const id = `shown:${room.need}:${personId}`;
      engine.apply({ type: 'pair.offered', id, at: instant(room.t), pair: [asker, personId] });
    }
  }

  return { ask, help, rank, show };
}

/**
 * Plays the benchmark through the engine's public API and ranks every room with what is known strictly before its
 * instant: a room of instant t is ranked before any event of instant t is applied. The helpers of a room are not read. With `fair`, who was shown counts
 * as shown, and rankings are shared out by it.
 */
export function rankRooms(
  dataset: Dataset,
  { settings = {}, fair = false }: { settings?: Partial<EngineSettings>; fair?: boolean } = {},
): Rankings {
  const player = createPlayer(dataset, settings);
  const rankings: Rankings = { mixed: new Map(), hard: new Map() };
  const rooms = ROOM_KINDS.flatMap((kind) => dataset.rooms[kind].map((room) => ({ kind, room })));
  rooms.sort((a, b) => a.room.t - b.room.t);
  let nextRoom = 0;

  function rankUntil(t: number): void {
    for (let next = rooms[nextRoom]; next !== undefined && next.room.t <= t; next = rooms[++nextRoom]) {
      const ranked = player.rank(next.room, fair);
      rankings[next.kind].set(next.room.need, ranked);
      if (fair) player.show(next.room, ranked);
    }
  }

  for (const row of rowsInTime(dataset)) {
    rankUntil('need' in row ? row.need.t : row.help.t);
    if ('need' in row) player.ask(row.need);
    else player.help(row.help);
  }
  rankUntil(Number.POSITIVE_INFINITY);
  return rankings;
}
