import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Filled, outlookOf, POLICIES, type Share } from '../matching/evaluate/policies.ts';
import { type Decision, decisionOf, type Outcome } from './introductions/decisions.ts';
import { createIntroductionModel, type IntroductionDocument } from './introductions/model.ts';
import { readConfig } from './platform/config.ts';
import { openDatabase } from './platform/database.ts';
import { createLog } from './platform/log.ts';

/** `npm run what-if`: what other ways of introducing people would have come to, by what was logged with its chance. */

const USAGE = 'npm run what-if -- [--export FILE]\n';
const WRONG = 2;
/** Of fewer observations nothing is said. */
const ENOUGH = 30;

/** What counts as having come about, by how far an introduction must have come. */
const REWARDS: readonly { name: string; outcomes: readonly Outcome[] }[] = [
  { name: 'both said yes', outcomes: ['accepted', 'met', 'useful'] },
  { name: 'they met', outcomes: ['met', 'useful'] },
  { name: 'useful to one at least', outcomes: ['useful'] },
];
const UNDECIDED: readonly Outcome[] = ['not_offered', 'open'];

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const told = ({ value, low, high }: Share) =>
  `${percent(value)} (${percent(Math.max(0, low))} … ${percent(Math.min(1, high))})`;

/** One line a policy; of one that the log says too little of, why. */
function lineOf(log: readonly Filled[], policy: (typeof POLICIES)[number], width: number): string {
  const outlook = outlookOf(log, policy);
  const name = outlook.name.padEnd(width);
  const effective = Math.floor(outlook.effective);
  if (effective < ENOUGH)
    return `  ${name}  too little: the log amounts to ${effective} of its offers, ${ENOUGH} are wanted`;
  const { filled, selfNormalised, doublyRobust } = outlook;
  return [
    `  ${name}`,
    told(selfNormalised).padEnd(26),
    told(doublyRobust).padEnd(26),
    String(effective).padStart(9),
    percent(filled).padStart(8),
  ].join('  ');
}

/** What every policy would have come to, in lines. */
export function report(decisions: readonly Decision[]): string[] {
  const decided = decisions.filter(({ outcome }) => !UNDECIDED.includes(outcome));
  const drawn = decided.filter(({ arm }) => arm === 'random').length;
  const lines = [
    `${decisions.length} suggestions with their chance; ${decided.length} were offered and are over, ${drawn} of them drawn by chance.`,
  ];
  const width = Math.max(...POLICIES.map(({ name }) => name.length));
  const head = `  ${' '.repeat(width)}  ${'self-normalised'.padEnd(26)}  ${'doubly robust'.padEnd(26)}  effective   offers`;
  for (const { name, outcomes } of REWARDS) {
    const log = decided.map(({ outcome, ...one }) => ({
      ...one,
      reward: Number(outcomes.includes(outcome)),
    }));
    lines.push('', `${name}, of a hundred offers (95 %):`, head);
    lines.push(...POLICIES.map((policy) => lineOf(log, policy, width)));
  }
  return lines;
}

/** Reads the log of a house that does not run, prints the report, and writes the log as lines of JSON where asked to. */
async function whatIf(file: string | undefined): Promise<void> {
  const config = readConfig(process.env);
  const database = await openDatabase(config, createLog(config.LOG_LEVEL));
  try {
    const introductions = createIntroductionModel(database.connection).find({}).sort({ suggestedAt: 1 });
    const decisions = (await introductions.lean<IntroductionDocument[]>()).flatMap(decisionOf);
    process.stdout.write(`${report(decisions).join('\n')}\n`);
    if (file === undefined) return;
    writeFileSync(file, decisions.map((one) => `${JSON.stringify(one)}\n`).join(''));
    process.stdout.write(`\nwrote ${decisions.length} lines to ${file}\n`);
  } finally {
    await database.close();
  }
}

if (process.argv[1]?.endsWith('what-if.ts'))
  try {
    const { values } = parseArgs({ options: { export: { type: 'string' } } });
    await whatIf(values.export);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exitCode = WRONG;
  }
