import { parse } from 'csv-parse/sync';
import { isLanguage, type Language } from '#values/locale';
import type { ListedSkill } from './candidates.ts';

/** A line of a list that cannot be read, and why. */
export interface ListFault {
  file: string;
  line: number;
  because: string;
}

interface Columns {
  label: string;
  /** What it goes by where it has no label. */
  instead?: string;
  synonyms?: string;
  uri?: string;
  /** What stands between two synonyms. */
  between: RegExp;
}

interface Row {
  record: Record<string, string>;
  line: number;
}

const LONGEST_LABEL = 200;
const LEVELS = [3, 2, 1, 0];
const ESCO: Columns = {
  label: 'preferredLabel',
  synonyms: 'altLabels',
  uri: 'conceptUri',
  between: /\s*(?:\n|\|)\s*/,
};
const TOPICS: Columns = { label: 'display_name', instead: 'topic', synonyms: 'aliases', between: /\s*,\s*/ };

/** Which columns hold what, told by the names in the first line. */
function columnsOf(names: readonly string[]): Columns | 'levels' | undefined {
  if (names.includes(ESCO.label)) return ESCO;
  if (names.includes(TOPICS.label)) return TOPICS;
  return names.includes('Level 0 preferred term') ? 'levels' : undefined;
}

/** The deepest level that a line of the hierarchy names is the one it is about. */
function columnsOfLevel(record: Record<string, string>): Columns {
  const level = LEVELS.find((n) => (record[`Level ${n} preferred term`] ?? '') !== '') ?? 0;
  return { label: `Level ${level} preferred term`, uri: `Level ${level} URI`, between: /\n/ };
}

/** The language of a list, which its name holds between underscores or before a dot. */
function languageOf(file: string): Language {
  const codes = [...file.matchAll(/_([a-z]{2})(?=[._])/g)].map(([, code = '']) => code);
  return codes.find(isLanguage) ?? 'en';
}

function listedSkill(
  { record, line }: Row,
  columns: Columns,
  file: string,
): ListedSkill | ListFault | undefined {
  const label = (record[columns.label] || record[columns.instead ?? ''] || '').trim();
  const words = (record[columns.synonyms ?? ''] ?? '').split(columns.between).filter(Boolean);
  const uri = record[columns.uri ?? ''];
  // A line with neither name nor address nor other words is empty, though some column of it is not.
  if (label === '' && words.length === 0 && !uri) return undefined;
  if (label === '') return { file, line, because: `no ${columns.label}` };
  if (label.length > LONGEST_LABEL)
    return { file, line, because: `${columns.label} is longer than ${LONGEST_LABEL} characters` };
  return {
    file,
    line,
    label,
    language: languageOf(file),
    synonyms: words.map((word) => word.trim()).filter((word) => word !== '' && word.length <= LONGEST_LABEL),
    ...(uri ? { uri } : {}),
  };
}

function rowsOf(file: string, text: string): Row[] {
  const rows: Row[] = [];
  let line = 1;
  parse(text, {
    bom: true,
    columns: true,
    delimiter: file.endsWith('.tsv') ? '\t' : ',',
    skip_empty_lines: true,
    // The hierarchy leaves out the empty columns at the end of a line.
    relax_column_count_less: true,
    onRecord(record: Record<string, string>, { lines }) {
      rows.push({ record, line });
      // The reader stands at the end of this record; the next begins on the line after it.
      line = lines + 1;
      return record;
    },
  });
  return rows;
}

/** The first record begins below the names of the columns. */
const startingAtTwo = (rows: readonly Row[]) =>
  rows.map(({ record, line }) => ({ record, line: Math.max(line, 2) }));

/** The skills of one list, ESCO (csv) or topics (tsv), with the lines that cannot be read. */
export function readList(file: string, text: string): { listed: ListedSkill[]; faults: ListFault[] } {
  const listed: ListedSkill[] = [];
  const faults: ListFault[] = [];
  try {
    for (const row of startingAtTwo(rowsOf(file, text))) {
      const known = columnsOf(Object.keys(row.record));
      if (known === undefined)
        return {
          listed: [],
          faults: [{ file, line: 1, because: 'no list that is known: no column of labels' }],
        };
      const read = listedSkill(row, known === 'levels' ? columnsOfLevel(row.record) : known, file);
      if (read === undefined) continue;
      if ('because' in read) faults.push(read);
      else listed.push(read);
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    return { listed: [], faults: [{ file, line, because: error.message }] };
  }
  return { listed, faults };
}
