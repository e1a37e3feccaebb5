import assert from 'node:assert/strict';
import type { EventEmitter } from 'node:events';
import mongoose from 'mongoose';
import {
  SHARED_COMMANDS,
  SHARED_FILTERS,
  SHARED_PIPELINES,
  SHARED_STATEMENTS,
  SHARED_UPDATES,
} from './shared-surface.ts';

declare module 'mongoose' {
  // Tells of every connection that is made; its own types leave it out.
  const events: EventEmitter;
}

type Fields = Record<string, unknown>;

/** Fields that the driver adds to every command; they ask for nothing that could differ. */
const ENVELOPE = new Set(['$db', 'lsid', '$clusterTime', '$readPreference']);

/** What the values of fields are written in, by the names of the fields. */
const LANGUAGES: Readonly<Record<string, string>> = {
  filter: 'filter',
  q: 'filter',
  query: 'filter',
  partialFilterExpression: 'filter',
  u: 'update',
  update: 'update',
  arrayFilters: 'filter',
  pipeline: 'stage',
  projection: 'projection',
  fields: 'projection',
  sort: 'sort',
  collation: 'collation',
};
/** Fields that hold statements, with the name that those go by. */
const STATEMENTS: Readonly<Record<string, string>> = {
  updates: 'update.updates',
  deletes: 'delete.deletes',
  indexes: 'index',
  ops: 'bulkWrite.ops',
};

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value));

/** All that a command uses of its server, in words such as `find.sort`, `filter $in`, `stage $group`, `index unique`. */
function surfaceOf(command: Fields): Set<string> {
  const [name = '', ...fields] = Object.keys(command);
  const found = new Set([`command ${name}`]);
  for (const field of fields.filter((one) => !ENVELOPE.has(one))) {
    found.add(`${name}.${field}`);
    const of = STATEMENTS[field];
    if (of === undefined) addLanguage(field, command[field], found);
    else addStatements(of, command[field], found);
  }
  return found;
}

function addStatements(of: string, statements: unknown, found: Set<string>): void {
  for (const statement of Array.isArray(statements) ? statements.filter(isFields) : []) {
    for (const field of Object.keys(statement)) {
      found.add(`${of}.${field}`);
      addLanguage(field, statement[field], found);
    }
  }
}

function addLanguage(field: string, value: unknown, found: Set<string>): void {
  const language = LANGUAGES[field];
  // An update by a list is a pipeline.
  if (language)
    addOperators(language === 'update' && Array.isArray(value) ? 'stage' : language, value, found);
}

function addOperators(language: string, value: unknown, found: Set<string>): void {
  if (value instanceof RegExp) found.add(`${language} /${value.flags}`);
  if (Array.isArray(value)) for (const item of value) addOperators(language, item, found);
  if (!isFields(value)) return;
  for (const key of Object.keys(value)) {
    const within = key.startsWith('$') ? innerLanguage(language, key) : language;
    if (key.startsWith('$')) found.add(`${language} ${key}`);
    addOperators(within, value[key], found);
  }
}

// What stands in a stage is an expression, but for the filter of $match and pipelines within pipelines.
function innerLanguage(language: string, operator: string): string {
  if (operator === '$match') return 'filter';
  if (operator === '$expr') return 'expression';
  if (language !== 'stage') return language;
  return operator === '$facet' || operator === '$lookup' ? 'stage' : 'expression';
}

/** Everything that has a place in the shared surface: operators are in it by the cases that use them. */
function sharedSurface(): Set<string> {
  const parts = new Set<string>();
  for (const [name, fields] of Object.entries(SHARED_COMMANDS)) {
    parts.add(`command ${name}`);
    for (const field of fields) parts.add(`${name}.${field}`);
  }
  for (const [of, fields] of Object.entries(SHARED_STATEMENTS))
    for (const field of fields) parts.add(`${of}.${field}`);
  for (const { filter } of SHARED_FILTERS) addLanguage('filter', filter, parts);
  for (const { update } of SHARED_UPDATES) addLanguage('update', update, parts);
  for (const { pipeline } of SHARED_PIPELINES) addLanguage('pipeline', pipeline, parts);
  return parts;
}

const shared = sharedSurface();
const outside = new Set<string>();
/** How many houses are open: what tests of the store itself send is their own affair. */
let watched = 0;

/** What is sent while somebody listens. */
let heard: string[] | undefined;

const nameOf = (command: Fields) => {
  const [name = ''] = Object.keys(command);
  return `${name} ${String(command[name])}`;
};

/** All that is sent to the store while something is done, as `find bookings`, in the order of the alphabet. */
export async function commandsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  heard = sent;
  await work().finally(() => {
    heard = undefined;
  });
  return sent.sort();
}

/** What a command asks for that the shared surface does not name. */
export function outsideOf(command: Fields): string[] {
  return [...surfaceOf(command)].filter((part) => !shared.has(part));
}

// Every connection of mongoose in this process, from its first command on. A driver tells of its commands only when it
// was told so before it connected, and the house has no reason to.
mongoose.events.on('createConnection', (connection: mongoose.Connection) => {
  const openUri = connection.openUri.bind(connection);
  connection.openUri = (uri, options) => openUri(uri, { ...options, monitorCommands: true });
  connection.once('connected', () => {
    connection.getClient().on('commandStarted', ({ command }: { command: Fields }) => {
      heard?.push(nameOf(command));
      if (watched > 0) for (const part of outsideOf(command)) outside.add(part);
    });
  });
});

/** From here on what is sent is looked at, until as often `assertNothingOutside` was asked. */
export function watchCommands(): void {
  watched++;
}

/** Fails when something was sent, since this was last asked, that the store and MongoDB may not do alike. */
export function assertNothingOutside(): void {
  const found = [...outside].sort();
  outside.clear();
  watched--;
  assert.deepEqual(
    found,
    [],
    'sent, but not in test/support/shared-surface.ts: add a case there, or do without',
  );
}
