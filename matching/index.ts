/** The matching engine's public API: the only file others import. */
export { createEngine, type Engine, type EngineOptions, type Ranked, type RankQuery } from './engine.ts';
export type { TableSuggestion } from './gatherings/whole-room.ts';
export { DEFAULT_SETTINGS } from './settings.ts';
export type { GraphView } from './state/graph.ts';
export type { Counters } from './state/state.ts';
export type * from './types.ts';
export { createVocabulary, type Vocabulary } from './vocabulary/vocabulary.ts';
