import { parseArgs } from 'node:util';
import { z } from 'zod';
import { PlainFault } from './plain-fault.ts';

/** The day, 9 h 30 min, then takes about six minutes. */
const DAY_SPEED = 95;
const QUICK_SPEED = 240;

const USAGE = `npm run demo -- [options]

  --from DIR     play a day of the real questions and answers in DIR, instead of the written town
  --day N        from which day of them on (default 120)
  --list N       at the end, print N suggestions as a person reads them (default 30 with --from, else 0)
  --speed N      house time, times real time (default ${DAY_SPEED}: a day takes six minutes)
  --seed TEXT    another seed is another day (default 1)
  --port N       where the house listens (default 3000)
  --quick        a few people, until two of them have met
`;

const schema = z
  .object({
    from: z.string().min(1).optional(),
    day: z.coerce.number().int().min(0).default(120),
    list: z.coerce.number().int().min(0).optional(),
    speed: z.coerce.number().min(1).max(5000).optional(),
    seed: z.string().min(1).default('1'),
    port: z.coerce.number().int().min(0).max(65535).default(3000),
    quick: z.boolean().default(false),
  })
  .transform(({ list, speed, ...rest }) => ({
    ...rest,
    list: list ?? (rest.from === undefined ? 0 : 30),
    speed: speed ?? (rest.quick ? QUICK_SPEED : DAY_SPEED),
  }));

export type Options = z.infer<typeof schema>;

function typedOptions(typed: string[]) {
  const text = { type: 'string' } as const;
  const options = { from: text, day: text, list: text, speed: text, seed: text, port: text };
  try {
    return parseArgs({ args: typed, options: { ...options, quick: { type: 'boolean' } } }).values;
  } catch (fault) {
    throw new PlainFault(`${fault instanceof Error ? fault.message : fault}\n\n${USAGE}`, 2);
  }
}

/** What was typed after the command. @throws PlainFault that names what is wrong, and shows what can be typed. */
export function readOptions(typed: string[]): Options {
  const parsed = schema.safeParse(typedOptions(typed));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`);
  throw new PlainFault(`${faults.join('\n')}\n\n${USAGE}`, 2);
}
