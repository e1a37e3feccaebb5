import assert from 'node:assert/strict';
import { DomainError } from '#values/errors';
import { createClock } from '../../../server/platform/clock.ts';
import { readConfig } from '../../../server/platform/config.ts';
import { createEventBus } from '../../../server/platform/event-bus.ts';
import { createLog } from '../../../server/platform/log.ts';
import { createRateLimit } from '../../../server/platform/rate-limit.ts';
import { createTurns } from '../../../server/platform/turns.ts';

interface Events {
  'tea.made': { cups: number };
  'tea.drunk': { by: string };
}

const quietBus = () => createEventBus<Events>(createLog('silent'));

describe('the event bus', () => {
  it('tells every subscriber in the order they came, and only of what they asked for', () => {
    const events = quietBus();
    const heard: string[] = [];
    events.on('tea.made', ({ cups }) => void heard.push(`first ${cups}`));
    events.on('tea.made', ({ cups }) => void heard.push(`second ${cups}`));
    events.on('tea.drunk', ({ by }) => void heard.push(by));

    events.publish({ name: 'tea.made', cups: 3 });

    assert.deepEqual(heard, ['first 3', 'second 3']);
  });

  it('goes on and counts when a subscriber fails, at once or later', async () => {
    const events = quietBus();
    const heard: number[] = [];
    events.on('tea.made', () => {
      throw new Error('the pot is broken');
    });
    events.on('tea.made', async () => {
      throw new Error('the pot breaks later');
    });
    events.on('tea.made', ({ cups }) => void heard.push(cups));

    events.publish({ name: 'tea.made', cups: 2 });
    await events.settled();

    assert.deepEqual([heard, events.failures()], [[2], 2]);
  });

  it('is settled when all work is done, also what news of that work has started', async () => {
    const events = quietBus();
    const done: string[] = [];
    events.on('tea.made', async () => {
      await Promise.resolve();
      events.publish({ name: 'tea.drunk', by: 'Ana' });
    });
    events.on('tea.drunk', async ({ by }) => {
      await new Promise((resume) => setImmediate(resume));
      done.push(by);
    });

    events.publish({ name: 'tea.made', cups: 1 });
    await events.settled();

    assert.deepEqual(done, ['Ana']);
  });
});

describe('turns', () => {
  it('are taken one after another for one key, side by side for two, and pass on after a failure', async () => {
    const turns = createTurns();
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} begins`);
      await new Promise((resume) => setImmediate(resume));
      log.push(`${name} ends`);
      if (name === 'a1') throw new RangeError(name);
    };

    const failed = assert.rejects(turns.take('a', work('a1')), RangeError);
    await Promise.all([failed, turns.take('a', work('a2')), turns.take('b', work('b1'))]);

    const ofA = log.filter((line) => line.startsWith('a'));
    assert.deepEqual(ofA, ['a1 begins', 'a1 ends', 'a2 begins', 'a2 ends']);
    assert(log.indexOf('b1 begins') < log.indexOf('a1 ends'));
  });
});

describe('a rate limit', () => {
  it('lets so many through a caller, and tells the rest how long to wait', async () => {
    const limit = createRateLimit(2, 60);
    const spend = async (caller: string) => {
      try {
        await limit.spend(caller);
        return 'through';
      } catch (fault) {
        return fault instanceof DomainError ? fault : 'another fault';
      }
    };

    const [first, second, third, other] = [
      await spend('a'),
      await spend('a'),
      await spend('a'),
      await spend('b'),
    ];

    assert.deepEqual([first, second, other], ['through', 'through', 'through']);
    assert(third instanceof DomainError);
    assert.deepEqual([third.kind, third.code], ['limited', 'too_many_requests']);
    assert(Number(third.details.retryAfterSeconds) >= 1 && Number(third.details.retryAfterSeconds) <= 60);
  });
});

describe('the clock of the house', () => {
  it('is the machine’s own, or starts where it is told to and never runs backwards', () => {
    const own = createClock({ speed: 1 });
    const town = createClock({ start: new Date('2030-01-01T00:00:00Z'), speed: 5000 });

    const read = [town.now(), town.now(), town.now()];

    assert(own.now() >= new Date('2026-01-01T00:00:00Z'));
    assert(read.every((at) => at >= new Date('2030-01-01T00:00:00Z')));
    assert.deepEqual(
      [...read].sort((a, b) => a.getTime() - b.getTime()),
      read,
    );
  });
});

describe('the settings', () => {
  it('have a default each, so that none is needed', () => {
    const config = readConfig({});

    assert.deepEqual([config.PORT, config.LOG_LEVEL, config.DATABASE_URL], [3000, 'info', undefined]);
    assert.match(config.dataFolder, /\.data$/);
  });

  it('are refused all at once, each by its name and none by its value', () => {
    const wrong = {
      PORT: '70000',
      SECRET: 'far too short',
      DATABASE_URL: 'postgres://user:hunter2@db/x',
      LOG_LEVEL: 'loud',
      CLOCK_START: 'yesterday at noon',
    };

    const refused = (() => {
      try {
        readConfig(wrong);
        return '';
      } catch (fault) {
        return fault instanceof Error ? fault.message : '';
      }
    })();

    for (const name of Object.keys(wrong)) assert(refused.includes(name), `${name} is named`);
    for (const value of Object.values(wrong)) assert(!refused.includes(value), `${value} is not printed`);
  });

  it('that are empty are as good as not there', () => {
    const config = readConfig({ PORT: '', SECRET: '' });

    assert.deepEqual([config.PORT, config.SECRET], [3000, undefined]);
  });
});
