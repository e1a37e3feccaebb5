import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** `npm run storm`: every storm in full. `npm run storm -- slot`: those whose file is named so. */

const FOLDER = join('test', 'storms');
const given = process.argv.slice(2);
const names = given.filter((word) => !word.startsWith('-'));
const files = readdirSync(FOLDER).filter(
  (file) => file.endsWith('.test.ts') && (names.length === 0 || names.some((name) => file.startsWith(name))),
);
if (files.length === 0) throw new Error(`there is no storm named ${names.join(', ')}`);

const { status } = spawnSync(
  join('node_modules', '.bin', 'mocha'),
  [
    '--config',
    '.mocharc.json',
    ...given.filter((word) => word.startsWith('-')),
    ...files.map((file) => join(FOLDER, file)),
  ],
  { stdio: 'inherit', env: { ...process.env, STORM: 'full' } },
);
process.exitCode = status ?? 1;
