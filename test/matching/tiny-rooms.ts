import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const needs = [
  {
    id: 'n1',
    community: 'c',
    t: 1,
    asker: 'ask',
    tags: ['tax'],
    title: 'Which taxes?',
    text: 'About the vat of a shop',
  },
  {
    id: 'n2',
    community: 'c',
    t: 2,
    asker: 'ask',
    tags: ['logo'],
    title: 'A logo',
    text: 'Colours and paper',
  },
  {
    id: 'n3',
    community: 'c',
    t: 3,
    asker: 'new',
    tags: ['tax'],
    title: 'Vat again',
    text: 'The taxes of a bakery',
  },
  {
    id: 'n4',
    community: 'c',
    t: 4,
    asker: 'new',
    tags: ['logo'],
    title: 'Logo again',
    text: 'Which colours',
  },
];

const helps = [
  { id: 'h1', need: 'n1', helper: 'ann', t: 1.5, score: 1, text: 'Keep the vat apart' },
  { id: 'h2', need: 'n2', helper: 'bob', t: 2.5, score: 1, text: 'Two colours will do' },
  { id: 'h3', need: 'n3', helper: 'bob', t: 3.5, score: 1, text: 'Vat of bread is low' },
  { id: 'h4', need: 'n4', helper: 'bob', t: 4.5, score: 1, text: 'Blue' },
];

const bothRooms = [
  { need: 'n3', t: 3, room: ['cas', 'bob', 'ann', 'dee'], helpers: ['ann'] },
  { need: 'n4', t: 4, room: ['cas', 'ann', 'bob', 'dee'], helpers: ['bob'] },
];

/**
 * Writes a benchmark of four needs into a folder of its own, its rooms of one split; `until` drops what came at or after
 * that day.
 */
export function writeTinyRooms({ until = Number.POSITIVE_INFINITY, split = 'validation' } = {}): string {
  const rooms = bothRooms.map((room) => ({ ...room, split }));
  const folder = mkdtempSync(join(tmpdir(), 'tiny-rooms-'));
  const files = {
    needs: needs.filter(({ t }) => t < until || rooms.some((room) => room.t < until && room.t === t)),
    helps: helps.filter(({ t }) => t < until),
    'rooms-mixed': rooms.filter(({ t }) => t < until),
    'rooms-hard': rooms.filter(({ t }) => t < until),
  };
  for (const [name, rows] of Object.entries(files)) {
    const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    writeFileSync(join(folder, `${name}.jsonl.gz`), gzipSync(text));
  }
  return folder;
}
