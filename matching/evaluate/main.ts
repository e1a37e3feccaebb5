import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DEFAULT_SETTINGS } from '../index.ts';
import { missingFiles, readDataset } from './dataset.ts';
import { evaluate } from './report.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/roombench-se' },
    split: { type: 'string', default: 'validation' },
    out: { type: 'string' },
  },
});

const missing = missingFiles(values.data);
if (missing.length > 0) {
  console.log(`skipped: ${values.data} lacks ${missing.map((name) => `${name}.jsonl.gz`).join(', ')}`);
} else {
  const dataset = readDataset(values.data, values.split);
  if (dataset.rooms.mixed.length + dataset.rooms.hard.length === 0) {
    console.log(`skipped: no room of split "${values.split}" in ${values.data}`);
  } else {
    const { lines, rankings } = evaluate(dataset, DEFAULT_SETTINGS.channels);
    for (const line of lines) console.log(line);
    if (values.out !== undefined) {
      const rows = Object.entries(rankings).flatMap(([room, byNeed]) =>
        [...byNeed].map(([need, ranking]) => JSON.stringify({ room, need, ranking })),
      );
      writeFileSync(values.out, `${rows.join('\n')}\n`);
      console.log(`wrote ${rows.length} rankings to ${values.out}`);
    }
  }
}
