import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from './platform/config.ts';
import { openDatabase } from './platform/database.ts';
import { createLog } from './platform/log.ts';
import { type Candidates, candidatesOf, type Finding, type ListedSkill } from './skills/candidates.ts';
import { type ListFault, readList } from './skills/lists.ts';
import { createSkillService } from './skills/service.ts';

const USAGE = 'npm run import-skills -- --from DIR [--dry-run]\n';
const WRONG = 2;
const MOST_SHOWN = 20;

const say = (...lines: string[]) => void process.stdout.write(lines.map((line) => `${line}\n`).join(''));

async function readFolder(folder: string) {
  const listed: ListedSkill[] = [];
  const faults: ListFault[] = [];
  const files = (await readdir(folder)).filter((name) => /\.(csv|tsv)$/.test(name)).sort();
  if (files.length === 0) throw new Error(`${folder} holds no .csv and no .tsv`);
  for (const file of files) {
    const read = readList(file, await readFile(join(folder, file), 'utf8'));
    listed.push(...read.listed);
    faults.push(...read.faults);
  }
  return { listed, faults };
}

function list(title: string, lines: readonly string[]): void {
  say(title, ...lines.slice(0, MOST_SHOWN).map((line) => `  ${line}`));
  if (lines.length > MOST_SHOWN) say(`  and ${lines.length - MOST_SHOWN} more`);
}

const placed = ({ file, line, label, skill }: Finding, otherwise: string) =>
  `${file}:${line}: "${label}" ${skill === undefined ? otherwise : `is ${skill}`}`;

function report({ added, known, conflicts }: Candidates): void {
  say(`${added.length} new, ${known.length} known already, ${conflicts.length} in conflict`);
  const inEnglish = added.filter(({ fallsBack }) => fallsBack.length > 0);
  say(`${inEnglish.length} of the new lack a language and go by their English label there`);
  list(
    'New:',
    added.map(({ entry, source, line }) => `${source}:${line}: ${entry.id}`),
  );
  list(
    'Known by a label or synonym:',
    known.map((one) => placed(one, '')),
  );
  list(
    'In conflict, left out: the id is that of another skill, or there is no English label:',
    conflicts.map((one) => placed(one, 'has no id')),
  );
}

/** Reads every list of a folder, and adds what is new in one write, unless a line cannot be read or it is a trial. */
async function importSkills(folder: string, isTrial: boolean): Promise<number> {
  const { listed, faults } = await readFolder(folder);
  if (faults.length > 0) {
    for (const { file, line, because } of faults) process.stderr.write(`${file}:${line}: ${because}\n`);
    process.stderr.write('Nothing was imported.\n');
    return WRONG;
  }
  const config = readConfig(process.env);
  const database = await openDatabase(config, createLog(config.LOG_LEVEL));
  try {
    const skills = createSkillService({ connection: database.connection });
    await skills.load();
    const found = candidatesOf(listed, skills.entries());
    report(found);
    if (!isTrial) await skills.add(found.added);
    say(
      isTrial
        ? 'A trial: nothing was written.'
        : 'Written; a running server knows them after its next start.',
    );
    return 0;
  } finally {
    await database.close();
  }
}

try {
  const { values } = parseArgs({
    options: { from: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
  });
  if (values.from === undefined) throw new Error('--from is missing');
  process.exitCode = await importSkills(values.from, values['dry-run']);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = WRONG;
}
