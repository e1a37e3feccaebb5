import { spawnSync } from 'node:child_process';
import { storeUri } from './address.ts';
import { backUp, restore } from './backup.ts';

/** `npm run backup`, `npm run restore` and `npm run shell`. */

const FOLDER = process.env.DATA_DIR || '.data';

function shell(folder: string): void {
  const uri = storeUri(folder, 'common-table');
  process.stdout.write(`The store in ${folder}, while it runs, answers at\n  ${uri}\n`);
  const { error } = spawnSync('mongosh', [uri], { stdio: 'inherit' });
  if (error)
    process.stdout.write(`mongosh is not installed here; this fetches it once:\n  npx mongosh '${uri}'\n`);
}

function run(command: string | undefined, given: string[]): void {
  if (command === 'shell') shell(given[0] ?? FOLDER);
  else if (command === 'backup') {
    const [file = `store-${new Date().toISOString().replaceAll(':', '-')}.backup`, folder = FOLDER] = given;
    const { bytes } = backUp(folder, file);
    process.stdout.write(`${folder} is copied to ${file} (${bytes} bytes)\n`);
  } else if (command === 'restore' && given[0] !== undefined) {
    const [file, folder = FOLDER] = given;
    const { takenAt } = restore(file, folder);
    process.stdout.write(`${file} of ${takenAt} is restored to ${folder}\n`);
  } else throw new Error('backup [file] [folder] | restore <file> [folder] | shell [folder]');
}

try {
  const [command, ...given] = process.argv.slice(2);
  run(command, given);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
