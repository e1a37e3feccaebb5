/**
 * The vocabulary of the engine: what goes in (entries, events), what comes out (suggestions and facts).
 * Instants are milliseconds since the epoch; nothing here knows a clock, a store or a socket.
 */

export type { Asking, Day } from './asking.ts';

/** The four languages a space speaks. */
export type Language = 'en' | 'nl' | 'ar' | 'ja';

export type PersonId = string;

/** An entry of the vocabulary (`vat`), or a free skill nobody has merged yet (`free:belgian beer`). */
export type SkillId = string;

export type SpaceId = string;

/** One skill of the vocabulary. `parent` names a broader entry; `synonyms` are what people type instead. */
export interface SkillEntry {
  id: SkillId;
  labels: Record<Language, string>;
  synonyms?: Partial<Record<Language, readonly string[]>>;
  parent?: SkillId;
}

/** A skill found in plain words. `score` is in (0, 1]; `matched` is the stretch of the text it came from. */
export interface SkillProposal {
  skill: SkillId;
  score: number;
  matched: string;
}

export type Openness = 'open' | 'breaks' | 'closed';

/** Where a seat is, in metres from the floor plan's origin. */
export interface SeatPlace {
  x: number;
  y: number;
  zone: string;
}

/** What somebody said is on their mind: the words as typed, and the skills they confirmed. */
export interface Focus {
  text: string;
  skills: readonly SkillId[];
}

/** All that the engine knows of a person, replaced as a whole whenever any of it changes. */
export interface PersonFacts {
  personId: PersonId;
  languages: readonly Language[];
  offers: readonly SkillId[];
  needs: readonly SkillId[];
  /** Free text kept beside offers and needs; searched by the text channel. */
  about?: string;
  company?: string;
  /** People this person does not want to be introduced to; holds in both directions. */
  blocked?: readonly PersonId[];
  /** Consent to matching. Without it the person is never suggested and never scored. */
  consents: boolean;
}

/**
 * What has happened, in the order it happened. The same event applied twice changes nothing (`id` decides);
 * a state built event by event equals one rebuilt from the whole list.
 */
export type EngineEvent =
  | { type: 'person.changed'; id: string; at: number; person: PersonFacts }
  | { type: 'person.erased'; id: string; at: number; personId: PersonId }
  | {
      type: 'presence.started';
      id: string;
      at: number;
      personId: PersonId;
      spaceId: SpaceId;
      openness: Openness;
      focus: Focus;
      seat?: SeatPlace;
      /** When the person means to leave, if they said so. */
      until?: number;
    }
  | { type: 'presence.changed'; id: string; at: number; personId: PersonId; openness: Openness; focus: Focus }
  | { type: 'presence.ended'; id: string; at: number; personId: PersonId }
  /** Shown to both; counts as exposure and load. `shown` is what the answers are learned from. */
  | { type: 'pair.offered'; id: string; at: number; pair: readonly [PersonId, PersonId]; shown?: Shown }
  /** One side's private answer. */
  | { type: 'pair.answered'; id: string; at: number; by: PersonId; other: PersonId; yes: boolean }
  | { type: 'pair.met'; id: string; at: number; pair: readonly [PersonId, PersonId] }
  /** Three or four were asked whether they would sit at one table: one exposure each, whatever the day's offers. */
  | { type: 'table.offered'; id: string; at: number; people: readonly PersonId[] }
  /** What one of them said, in private. */
  | { type: 'table.answered'; id: string; at: number; by: PersonId; yes: boolean }
  /**
   * A host says "not these two". `until` is when "not today" is over, a day later where it is left out; from `shown`, what
   * the two would have been told, a misfit is learned.
   */
  | {
      type: 'pair.refused';
      id: string;
      at: number;
      pair: readonly [PersonId, PersonId];
      reason: RefusalReason;
      until?: number;
      shown?: Shown;
    }
  /** What one side says of the meeting afterwards. */
  | { type: 'pair.valued'; id: string; at: number; by: PersonId; other: PersonId; useful: boolean }
  /** A need that was helped with: the memory channel's evidence. Weight: helped 1, met .3, declined 0. */
  | {
      type: 'need.helped';
      id: string;
      at: number;
      asker: PersonId;
      helper: PersonId;
      need: Focus;
      /** What the helper said or gave, if known. */
      text?: string;
      weight: number;
    };

/** Why a host does not want two people brought together: they know each other, compete, do not fit, or not today. */
export type RefusalReason = 'acquainted' | 'rivals' | 'misfit' | 'not_today';

/** Why: a code and its values, replayable from the events and put into words by the client. */
export type Fact =
  /** The receiver's need is met by an offer of the other; equal ids mean the very same skill. */
  | { code: 'offers_what_you_need'; need: SkillId; offer: SkillId }
  /** The other has helped with this before. */
  | { code: 'helped_with_this_before'; skill: SkillId; at: number }
  /** The other's own words touch the receiver's need; at most three shared words. */
  | { code: 'speaks_of_it'; words: readonly string[] }
  /** Both have the same thing on their mind today. */
  | { code: 'same_focus'; skill: SkillId }
  | { code: 'never_met' }
  | { code: 'another_trade' }
  | { code: 'another_company' }
  | { code: 'newcomer' };

/** Two people who should meet, both named in sorted order (`pair[0] < pair[1]`). */
export interface Suggestion {
  spaceId: SpaceId;
  pair: readonly [PersonId, PersonId];
  /** What ranks: probability that both say yes, times surprise, less load. Higher is better. */
  value: number;
  /** r(x→y) in [0, 1]: how well pair[1] can help pair[0], and the reverse. */
  relevance: readonly [number, number];
  /** 0…1: how unexpected the meeting is. */
  surprise: number;
  /** `reasons[0]` is for pair[0]: what pair[1] can do for them, and so on. Never both empty. */
  reasons: readonly [readonly Fact[], readonly Fact[]];
  /** Facts that hold for the pair as such. */
  shared: readonly Fact[];
  arm: 'engine' | 'random';
  /** The probability with which this suggestion was shown at its place, in (0, 1]. */
  propensity: number;
}

/** What of a suggestion its answers are learned from; sides in the order of the pair. */
export interface Shown {
  relevance: readonly [number, number];
  surprise: number;
  /** Which kinds of reason each side was told. */
  told: readonly [readonly Fact['code'][], readonly Fact['code'][]];
}

export interface EngineSettings {
  /** The space's dial from relevance (0) to surprise (1). */
  surpriseDial: number;
  /** No suggestion is made below this relevance of the better direction. */
  relevanceFloor: number;
  /** Half-life of evidence in days: ties, and skills shown by helping. */
  halfLifeDays: number;
  /** Half-life in days of the habit of helping: who answers lately ranks before who once did. */
  habitHalfLifeDays: number;
  /** λ of `log V − λ·log(1+load)`. */
  loadWeight: number;
  /** λ of answers shared out fairly: `p / (1 + shown)^λ`. */
  fairWeight: number;
  /** A pair is shown from this share on of how likely both yeses are in the house as a rule; 0 shows all. */
  selectivity: number;
  /** Share of suggestions drawn at random among those present, in [0, 1). */
  randomShare: number;
  /** What each channel of relevance counts for when a need is asked of a room, 0…10. */
  channels: ChannelWeights;
  /** Whether answers and outcomes change how pairs are valued; `false` is an engine that never learns. */
  learns: boolean;
}

/** The kinds of evidence that a pair is judged by, and told. */
export type Channel = 'memory' | 'text' | 'skills';

/** One number a channel of relevance. */
export interface ChannelWeights {
  /** Who helped with needs like this one. */
  memory: number;
  /** Whose words are the words of the need. */
  text: number;
  /** Who offers or has shown its skills. */
  skills: number;
  /** Whose words are the words of the asker's own past. */
  background: number;
  /** Who knows the people the asker knows. */
  circle: number;
  /** Who has been helping of late. */
  lately: number;
}
