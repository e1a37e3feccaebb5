import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A question of the benchmark. `t` is in house days. */
export interface BenchNeed {
  id: string;
  community: string;
  t: number;
  asker: string;
  tags: readonly string[];
  title: string;
  text: string;
}

/** An answer of the benchmark to the question `need`. */
export interface BenchHelp {
  id: string;
  need: string;
  helper: string;
  t: number;
  score: number;
  text: string;
}

/** Sixty people, one to three of whom did help. `helpers` is for scoring and never for ranking. */
export interface BenchRoom {
  need: string;
  t: number;
  split: string;
  room: readonly string[];
  helpers: readonly string[];
}

export type RoomKind = 'mixed' | 'hard';
export const ROOM_KINDS: readonly RoomKind[] = ['mixed', 'hard'];

export interface Dataset {
  needs: readonly BenchNeed[];
  helps: readonly BenchHelp[];
  rooms: Record<RoomKind, readonly BenchRoom[]>;
}

const FILES = ['needs', 'helps', 'rooms-mixed', 'rooms-hard'];

function rows<Row>(folder: string, name: string, isRow: (row: unknown) => row is Row): Row[] {
  const text = gunzipSync(readFileSync(join(folder, `${name}.jsonl.gz`))).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line, i) => {
      const row: unknown = JSON.parse(line);
      if (!isRow(row)) throw new RangeError(`${name} line ${i + 1}: a field is missing`);
      return row;
    });
}

function has(row: unknown, ...fields: string[]): boolean {
  return typeof row === 'object' && row !== null && fields.every((field) => field in row);
}

const isNeed = (row: unknown): row is BenchNeed => has(row, 'id', 't', 'asker', 'tags', 'title', 'text');
const isHelp = (row: unknown): row is BenchHelp => has(row, 'id', 'need', 'helper', 't', 'text');
const isRoom = (row: unknown): row is BenchRoom => has(row, 'need', 't', 'split', 'room', 'helpers');

/** Which files of the benchmark a folder lacks. */
export function missingFiles(folder: string): string[] {
  return FILES.filter((name) => !existsSync(join(folder, `${name}.jsonl.gz`)));
}

/** The benchmark in a folder, everything in time order, rooms of one split only. @throws RangeError by line. */
export function readDataset(folder: string, split: string): Dataset {
  const inTime = <Row extends { t: number }>(list: Row[]) => list.sort((a, b) => a.t - b.t);
  const rooms = (kind: RoomKind) =>
    inTime(rows(folder, `rooms-${kind}`, isRoom).filter((room) => room.split === split));
  return {
    needs: inTime(rows(folder, 'needs', isNeed)),
    helps: inTime(rows(folder, 'helps', isHelp)),
    rooms: { mixed: rooms('mixed'), hard: rooms('hard') },
  };
}
