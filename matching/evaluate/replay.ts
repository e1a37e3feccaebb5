import {
  createEngine,
  createVocabulary,
  type EngineEvent,
  type EngineSettings,
  type Focus,
} from '../index.ts';
import { type BenchHelp, type BenchNeed, type Dataset, ROOM_KINDS, type RoomKind } from './dataset.ts';

const DAY = 86_400_000;
const SPACE = 'roombench';

/** The rankings of every room, keyed by the id of its need. */
export type Rankings = Record<RoomKind, Map<string, string[]>>;

/** The engine reads 20,000 characters of a text; a few posts are longer. */
const clipped = (text: string) => text.slice(0, 20_000);
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

/**
 * Plays the benchmark through the engine's public API and ranks every room with what is known strictly before its
 * instant: a room of instant t is ranked before any event of instant t is applied. A need becomes a check-in with a
 * focus and a check-out; a help becomes `need.helped`. The helpers of a room are not read.
 */
export function rankRooms(dataset: Dataset, settings: Partial<EngineSettings> = {}): Rankings {
  const vocabulary = createVocabulary([]);
  const engine = createEngine({ vocabulary, seed: 1, settings });
  const byId = new Map(dataset.needs.map((need) => [need.id, need]));
  const known = new Set<string>();
  const rankings: Rankings = { mixed: new Map(), hard: new Map() };
  const ensure = (personId: string, t: number) => {
    if (known.has(personId)) return;
    known.add(personId);
    engine.apply(arrival(personId, instant(t)));
  };
  const rooms = ROOM_KINDS.flatMap((kind) => dataset.rooms[kind].map((room) => ({ kind, room })));
  rooms.sort((a, b) => a.room.t - b.room.t);
  let nextRoom = 0;

  function rankUntil(t: number): void {
    for (let next = rooms[nextRoom]; next !== undefined && next.room.t <= t; next = rooms[++nextRoom]) {
      const { kind, room } = next;
      const need = byId.get(room.need);
      if (need === undefined) throw new RangeError(`room: its need ${room.need} is unknown`);
      for (const person of room.room) ensure(person, room.t);
      const ranked = engine.rank({
        focus: focusOf(need, vocabulary.freeSkill),
        at: instant(room.t),
        candidates: [...room.room],
      });
      rankings[kind].set(
        room.need,
        ranked.map(({ personId }) => personId),
      );
    }
  }

  for (const row of rowsInTime(dataset)) {
    if ('need' in row) {
      const { need } = row;
      rankUntil(need.t);
      ensure(need.asker, need.t);
      const at = instant(need.t);
      const personId = need.asker;
      const focus = focusOf(need, vocabulary.freeSkill);
      engine.apply({
        type: 'presence.started',
        id: `${need.id}:in`,
        at,
        personId,
        spaceId: SPACE,
        openness: 'open',
        focus,
      });
      engine.apply({ type: 'presence.ended', id: `${need.id}:out`, at, personId });
    } else {
      const { help } = row;
      rankUntil(help.t);
      const need = byId.get(help.need);
      // Answering one's own question is no help to anybody else.
      if (need === undefined || need.asker === help.helper) continue;
      ensure(need.asker, help.t);
      ensure(help.helper, help.t);
      engine.apply({
        type: 'need.helped',
        id: `help:${help.id}`,
        at: instant(help.t),
        asker: need.asker,
        helper: help.helper,
        need: focusOf(need, vocabulary.freeSkill),
        text: clipped(help.text),
        weight: 1,
      });
    }
  }
  rankUntil(Number.POSITIVE_INFINITY);
  return rankings;
}
