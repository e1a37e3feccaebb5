import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DEFAULT_SETTINGS } from '../index.ts';
import { type Dataset, missingFiles, readDataset } from './dataset.ts';
import { tradeOff } from './fairness.ts';
import { learn } from './learning.ts';
import { evaluate } from './report.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/roombench-se' },
    split: { type: 'string', default: 'validation' },
    out: { type: 'string' },
    learn: { type: 'boolean', default: false },
    fair: { type: 'boolean', default: false },
  },
});

/** Prints the report of the rooms, and writes the rankings as lines of JSON where a file was named. */
function report(dataset: Dataset): void {
  const { lines, rankings } = evaluate(dataset, DEFAULT_SETTINGS.channels);
  for (const line of lines) console.log(line);
  if (values.out === undefined) return;
  const rows = Object.entries(rankings).flatMap(([room, byNeed]) =>
    [...byNeed].map(([need, ranked]) =>
      JSON.stringify({ room, need, ranking: ranked.map(({ personId }) => personId) }),
    ),
  );
  writeFileSync(values.out, `${rows.join('\n')}\n`);
  console.log(`wrote ${rows.length} rankings to ${values.out}`);
}

const missing = missingFiles(values.data);
const dataset = missing.length === 0 ? readDataset(values.data, values.split) : undefined;
if (dataset === undefined) {
  console.log(`skipped: ${values.data} lacks ${missing.map((name) => `${name}.jsonl.gz`).join(', ')}`);
} else if (dataset.rooms.mixed.length + dataset.rooms.hard.length === 0) {
  console.log(`skipped: no room of split "${values.split}" in ${values.data}`);
} else if (values.learn) {
  for (const line of learn(dataset).lines) console.log(line);
} else if (values.fair) {
  for (const line of tradeOff(dataset)) console.log(line);
} else {
  report(dataset);
}
