import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { PlainFault } from './plain-fault.ts';

const needRow = z.object({
  id: z.string(),
  community: z.string(),
  t: z.number(),
  asker: z.string(),
  tags: z.array(z.string()),
  title: z.string(),
});

const helpRow = z.object({ need: z.string(), helper: z.string(), t: z.number() });

/** A question that was really asked. `t` is in house days. */
export type RealNeed = z.infer<typeof needRow>;

/** An answer that was really given to the question `need`. */
export type RealHelp = z.infer<typeof helpRow>;

/** Real questions and answers. */
export interface Records {
  readonly needs: readonly RealNeed[];
  readonly helps: readonly RealHelp[];
}

async function rows<Schema extends z.ZodType>(folder: string, name: string, schema: Schema) {
  const path = join(folder, name);
  const packed = await readFile(path).catch(() => {
    throw new PlainFault(
      `There is no ${name} in ${folder}: --from wants the folder of the room benchmark.`,
      2,
    );
  });
  const lines = gunzipSync(packed).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => schema.parse(JSON.parse(line)));
}

/** The questions and answers in a folder. @throws PlainFault where it does not hold them. */
export async function readRecords(folder: string): Promise<Records> {
  // One after the other, so that the first that is missing is the one that is named.
  const needs = await rows(folder, 'needs.jsonl.gz', needRow);
  const helps = await rows(folder, 'helps.jsonl.gz', helpRow);
  return { needs, helps };
}
