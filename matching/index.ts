/** The matching engine's public API: the only file others import. */
export { createEngine, type Engine, type EngineOptions, type Ranked, type RankQuery } from './engine.ts';
export type { GraphView } from './graph.ts';
export { DEFAULT_SETTINGS } from './settings.ts';
export type { Counters } from './state.ts';
export type * from './types.ts';
export { createVocabulary, type Vocabulary } from './vocabulary.ts';
export type { TableSuggestion } from './whole-room.ts';
