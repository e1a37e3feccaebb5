import { type Impression, type Learned, nothingLearned } from '../learn.ts';
import { createIndexOfRoom, type IndexOfRoom } from '../room/index-of-room.ts';
import type { Sheet } from '../signals/sheet.ts';
import type {
  EngineSettings,
  Focus,
  Openness,
  PersonFacts,
  PersonId,
  SeatPlace,
  SkillId,
  SpaceId,
} from '../types.ts';
import { createLexicon, type Lexicon } from '../vocabulary/lexicon.ts';
import type { Need } from '../vocabulary/need.ts';
import type { Bag } from '../vocabulary/words.ts';
import { type Associations, createAssociations } from './associations.ts';
import { type Corpus, createCorpus } from './bm25.ts';
import { type Column, createColumn } from './column.ts';
import type { Strength } from './evidence.ts';
import { createGraphOfRecord, type GraphOfRecord } from './graph.ts';
import type { Guest } from './guests.ts';
import type { Holdings } from './holdings.ts';
import { createMeanings, type Meanings } from './meanings.ts';
import type { Past } from './past.ts';
import { createTally, type Tally } from './tally.ts';

/** Somebody in a space now. */
export interface Presence {
  spaceId: SpaceId;
  openness: Openness;
  focus: Focus;
  since: number;
  seat?: SeatPlace;
  until?: number;
}

/** What has passed between two people; one object, held by both. */
export interface Pair {
  lastOffered?: number;
  lastMet?: number;
  /** Until when a host wants the two kept apart. */
  apartUntil?: number;
  /** Who has answered since the two were last offered to one another. */
  answered?: readonly PersonId[] | undefined;
  /** How much they have been in touch, as in the graph of record. */
  tie?: Strength;
  /** What was shown of the two when they were last offered to one another. */
  impression?: Impression;
}

/** A skill shown by helping: how much in all, as in the graph of record, and how much of late. */
export interface ShownSkill {
  lasting: Strength;
  habit: Strength;
}

/** A need as it was put, and who helped with it; its words are in `State.needWords`. */
export interface PastNeed {
  key: string;
  asker: PersonId;
  skills: readonly SkillId[];
  /** `said`: the words this help added to the helper's document; `given`: every time they helped with it. */
  helpers: Map<PersonId, { weight: number; at: number; said: Bag; given: readonly Given[] }>;
}

/** One time of helping; `order` grows from event to event. */
export interface Given {
  weight: number;
  at: number;
  order: number;
}

/** One person, with all that the pipeline reads about them in O(1). */
export interface Person {
  facts: PersonFacts;
  /** The part of the person's document that comes from offers and free text, to be replaced as a whole. */
  profile: Bag;
  presence?: Presence | undefined;
  /** What the person needs now, read when it was said, and laid out by number; both are there while the person is present. */
  need?: Need | undefined;
  sheet?: Sheet | undefined;
  pairs: Map<PersonId, Pair>;
  shown: Map<SkillId, ShownSkill>;
  /** Skills offered or shown, each once, with its number. */
  held: Map<SkillId, number>;
  /** The same laid out; there once somebody asked, until an offer or a skill shown changes. */
  holdings?: Holdings | undefined;
  /** The fields of what is offered: the broadest parent of each skill. */
  trades: Set<SkillId>;
  /** Keys of the past needs this person helped with, oldest first. */
  helpedWith: Set<string>;
  /** The past needs this person helped with, in columns; there once somebody asked, until one is added or forgotten. */
  past?: Past | undefined;
  /** When the person last helped anybody, in milliseconds. */
  lastHelped?: number | undefined;
  /** Keys of the past needs this person asked. */
  asked: Set<string>;
  /** Skills that were named together in what was on their mind, a set a visit. */
  named: (readonly SkillId[])[];
  /** Introductions offered to and accepted by this person. */
  offered: number;
  accepted: number;
  /** Instants of the latest offers, oldest first, at most as many as a day can hold. */
  offeredAt: number[];
  /** Recent offers, fading with the load's half-life. */
  load?: Strength;
  /** The same with the half-life of a habit: what answers to a need are shared out by. */
  exposure?: Strength;
}

/** Work done so far, for tests that bound it. */
export interface Counters {
  events: number;
  /** Words of documents read by the text channel. */
  documentsRead: number;
  /** Postings of past needs read by the memory channel. */
  needsRead: number;
  /** Skills of people read by the skills channel. */
  skillsRead: number;
  /** Postings of the room read to find who shares a term. */
  postingsRead: number;
  /** Pairs looked at by `suggest`. */
  pairsConsidered: number;
  /** Those of them of which it was asked how unexpected they are. */
  surprisesRead: number;
}

/** All that has been derived from the events. */
export interface State {
  people: Map<PersonId, Person>;
  /** Who is in each space now: the room. */
  rooms: Map<SpaceId, Set<PersonId>>;
  /** Who is present under which term: what `suggest` reads in place of the whole room; and who is at which of its slots. */
  room: IndexOfRoom;
  guests: (Guest | undefined)[];
  /** Every word and skill that anything below holds, by number. */
  lexicon: Lexicon;
  meanings: Meanings;
  documents: Corpus;
  needs: Map<string, PastNeed>;
  needWords: Corpus;
  /** How many people hold each skill. */
  holders: Tally;
  /** Three sheets to reckon on; whoever writes on one wipes it. */
  sheets: readonly [Column, Column, Column];
  associations: Associations;
  graph: GraphOfRecord;
  seen: Set<string>;
  /** Grows with every change of people, documents or past needs: what weights by rarity rest on. */
  evidence: number;
  house: { offered: number; accepted: number };
  learned: Learned;
  /** Whether answers and outcomes teach anything. */
  learns: boolean;
  counters: Counters;
  lastEvent: string;
}

/** The state before anything has happened. */
export function emptyState({ halfLifeDays, learns }: EngineSettings): State {
  const lexicon = createLexicon();
  return {
    people: new Map(),
    rooms: new Map(),
    room: createIndexOfRoom(),
    guests: [],
    lexicon,
    meanings: createMeanings(lexicon),
    documents: createCorpus(lexicon),
    needs: new Map(),
    needWords: createCorpus(lexicon),
    holders: createTally(),
    sheets: [createColumn(), createColumn(), createColumn()],
    associations: createAssociations(lexicon),
    graph: createGraphOfRecord(halfLifeDays),
    seen: new Set(),
    evidence: 0,
    house: { offered: 0, accepted: 0 },
    learned: nothingLearned(),
    learns,
    counters: {
      events: 0,
      documentsRead: 0,
      needsRead: 0,
      skillsRead: 0,
      postingsRead: 0,
      pairsConsidered: 0,
      surprisesRead: 0,
    },
    lastEvent: '',
  };
}
