import { parseArgs } from 'node:util';
import { type Claim, judge } from './claims.ts';
import { chosen, type Lives, liveThrough, WORLDS } from './worlds.ts';

const USAGE = 'npm run simulate -- [--towns 10] [--first 201] [--days 60] [--teams 150]';

const say = (line: string) => void process.stdout.write(`${line}\n`);

function count(name: string, text: string): number {
  const value = Number(text);
  if (!(Number.isInteger(value) && value > 0))
    throw new RangeError(`--${name}: ${text} is no count. ${USAGE}`);
  return value;
}

function sizeOf(argv: readonly string[]) {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      towns: { type: 'string', default: '10' },
      // Start values were set in the towns 1 to 10; these are others.
      first: { type: 'string', default: '201' },
      days: { type: 'string', default: '60' },
      teams: { type: 'string', default: '150' },
    },
  });
  return {
    towns: count('towns', values.towns),
    first: count('first', values.first),
    days: count('days', values.days),
    teams: count('teams', values.teams),
  };
}

function sayTown({ seed, engine, untaught, relevance }: Lives): void {
  const visits = [...engine.daysPresent.values()].reduce((sum, days) => sum + days, 0);
  const accepted = Object.entries({ engine, untaught, relevance }).map(([world, record]) => {
    const offers = chosen(record);
    return `${world} ${offers.filter(({ isAccepted }) => isAccepted).length} of ${offers.length}`;
  });
  say(`town ${seed}: ${engine.daysPresent.size} people, ${visits} visits; accepted: ${accepted.join(', ')}`);
}

function sayClaim({ claim, goal, found, spread, isMet }: Claim): void {
  say(`${isMet ? 'pass' : 'MISS'}  ${claim}`);
  say(`      goal ${goal}; found ${found}`);
  say(`      by town ${spread.map((one) => one.toFixed(3)).join('  ')}`);
}

/** Plays the towns and judges them. Whoever is missed makes the process fail. */
function main(): void {
  const { towns, first, days, teams } = sizeOf(process.argv.slice(2));
  say(
    `${towns} towns of ${teams} teams over ${days} opening days, each lived through ${Object.keys(WORLDS).length} times.`,
  );
  const lives: Lives[] = [];
  for (let seed = first; seed < first + towns; seed++) {
    const life = liveThrough({ seed, days, teams });
    lives.push(life);
    sayTown(life);
  }
  const claims = judge(lives);
  say('');
  for (const claim of claims) sayClaim(claim);
  const missed = claims.filter(({ isMet }) => !isMet).length;
  say('');
  say(`${claims.length - missed} of ${claims.length} claims hold.`);
  if (missed > 0) process.exitCode = 1;
}

main();
