import assert from 'node:assert/strict';
import type { Engine, EngineEvent, RefusalReason, Shown } from '../../matching/index.ts';
import { applyAll, arrived, changed, DAY, focus, NOON, testEngine } from './builders.ts';

type Refused = Extract<EngineEvent, { type: 'pair.refused' }>;

const PEOPLE = ['ann', 'bob', 'cas', 'dee'] as const;
const SKILLS = ['vat', 'logo', 'photo', 'hiring'] as const;
const room = { spaceId: 'utrecht', at: NOON } as const;

const refused = (reason: RefusalReason, more: Partial<Refused> = {}): Refused => ({
  type: 'pair.refused',
  id: `refused ${reason}`,
  at: NOON,
  pair: ['ann', 'bob'],
  reason,
  ...more,
});

/** Everybody can do something for everybody else; `apart` says whom ann does not want to meet. */
function house({ apart = [], count = 4 }: { apart?: string[]; count?: number } = {}): Engine {
  const ids = PEOPLE.slice(0, count);
  return applyAll(testEngine(), [
    ...ids.map((id, i) =>
      changed(id, {
        offers: [SKILLS[i] ?? ''],
        needs: [...SKILLS],
        ...(id === 'ann' ? { blocked: apart } : {}),
      }),
    ),
    ...ids.map((id, i) => {
      const skills = SKILLS.filter((_, k) => k !== i);
      return arrived(id, '', { focus: focus('', skills), seat: { x: i, y: 0, zone: 'hall' } });
    }),
  ]);
}

const shownTo = (engine: Engine, id: string, at = NOON) =>
  engine.suggest(id, { at, limit: 9 }).flatMap(({ pair }) => pair.filter((other) => other !== id));

const isPair = (people: readonly string[]) => people.includes('ann') && people.includes('bob');

/** In which ways the engine would bring ann and bob together now. */
function together(engine: Engine): string[] {
  const free = [{ seatId: 's', x: 1, y: 1, zone: 'hall' }];
  const asked = { personId: 'ann', ...room, focus: focus('', ['logo']), free };
  const people = [...PEOPLE];
  const ways: Record<string, boolean> = {
    suggested: shownTo(engine, 'ann').includes('bob') || shownTo(engine, 'bob').includes('ann'),
    paired: engine.pairing({ ...room, except: ['cas', 'dee'] }).some(({ pair }) => isPair(pair)),
    'at a table of three': engine
      .tables({ ...room, size: 3, except: ['dee'] })
      .some((one) => isPair(one.people)),
    'at a table of four': engine.tables({ ...room, size: 4 }).some((one) => isPair(one.people)),
    'in a circle': engine.circles({ people, at: NOON, size: 4 }).some((one) => isPair(one.people)),
    seated: engine.seat(asked)?.near === 'bob',
  };
  return Object.keys(ways).filter((way) => ways[way]);
}

const EVERYWHERE = [
  'suggested',
  'paired',
  'at a table of three',
  'at a table of four',
  'in a circle',
  'seated',
];

describe('two who are kept apart', () => {
  it('would be brought together in every way otherwise', () => {
    assert.deepEqual(together(house()), EVERYWHERE);
  });

  it('are brought together nowhere while one blocks the other, and everywhere once that is over', () => {
    const engine = house({ apart: ['bob'] });

    const blocked = together(engine);
    engine.apply(changed('ann', { offers: ['vat'], needs: [...SKILLS], blocked: [] }, NOON));

    assert.deepEqual(blocked, []);
    assert.deepEqual(together(engine), EVERYWHERE);
  });

  for (const reason of ['rivals', 'misfit', 'not_today'] as const)
    it(`are brought together nowhere after a host has said "${reason}"`, () => {
      assert.deepEqual(together(applyAll(house(), [refused(reason)])), []);
    });

  it('who know each other step back as those who have met, and may still sit at one table', () => {
    const engine = applyAll(house({ count: 3 }), [refused('acquainted')]);

    const tables = engine.tables({ ...room, size: 3 });
    const later = engine.suggest('ann', { at: NOON + 90 * DAY, limit: 9 });

    assert.deepEqual(shownTo(engine, 'ann'), ['cas']);
    assert.deepEqual(
      tables.map(({ people }) => people),
      [['ann', 'bob', 'cas']],
    );
    const [again, stranger] = ['bob', 'cas'].map((id) =>
      later.find(({ pair }) => pair.some((one) => one === id)),
    );
    assert.ok(again && stranger && again.surprise < stranger.surprise);
    assert.ok(!again.shared.some(({ code }) => code === 'never_met'));
    assert.ok(stranger.shared.some(({ code }) => code === 'never_met'));
  });

  for (const { reason, days, because } of [
    { reason: 'not_today', days: 0.5, because: 'the next morning is another day' },
    { reason: 'misfit', days: 90, because: 'people and needs change' },
    { reason: 'acquainted', days: 90, because: 'the horizon of those who have met' },
    { reason: 'rivals', days: undefined, because: 'competitors stay competitors' },
  ] as const)
    it(`for "${reason}" are so ${days === undefined ? 'for good' : `for ${days} days`}: ${because}`, () => {
      const until = NOON + 0.5 * DAY;
      const engine = applyAll(house(), [refused(reason, { until })]);

      const end = NOON + (days ?? 10_000) * DAY;

      assert.ok(!shownTo(engine, 'ann', end - 1).includes('bob'));
      assert.equal(shownTo(engine, 'ann', end).includes('bob'), days !== undefined);
    });

  it('stay apart for the longest of what was said, in whichever order', () => {
    const said = [refused('rivals'), refused('not_today', { until: NOON + 1 })];

    const [one, other] = [said, said.toReversed()].map((events) => applyAll(house(), events));

    for (const engine of [one, other])
      assert.ok(engine && !shownTo(engine, 'ann', NOON + DAY).includes('bob'));
  });
});

describe('what a host’s "not these two" teaches', () => {
  const shown: Shown = {
    relevance: [0.8, 0.4],
    surprise: 0.5,
    told: [['offers_what_you_need'], ['speaks_of_it', 'never_met']],
  };
  const learnedIn = (engine: Engine) => JSON.parse(JSON.stringify(engine.snapshot()));

  it('is that the reasons told promise less where the two do not fit, and nothing of anybody’s readiness', () => {
    const before = learnedIn(house());

    const after = learnedIn(applyAll(house(), [refused('misfit', { shown })]));

    const { told } = after.learned;
    assert.ok(
      told.skills.expected > told.text.expected,
      'who has more to gain would have said yes more likely',
    );
    assert.ok(told.text.expected > 0);
    assert.deepEqual([told.memory.expected, told.skills.yes, told.text.yes], [0, 0, 0]);
    assert.deepEqual(after.learned.yes, before.learned.yes);
    assert.deepEqual(after.house, before.house);
    const ready = ({ people }: { people: { offered: number; accepted: number }[] }) =>
      people.map(({ offered, accepted }) => [offered, accepted]);
    assert.deepEqual(ready(after), ready(before));
  });

  it('is nothing where they are rivals or it is not their day, or where nothing is learned', () => {
    const start = learnedIn(house()).learned;
    const untaught = applyAll(testEngine({ learns: false }), [
      changed('ann'),
      changed('bob'),
      refused('misfit', { shown }),
    ]);

    for (const reason of ['rivals', 'not_today'] as const)
      assert.deepEqual(learnedIn(applyAll(house(), [refused(reason, { shown })])).learned, start);
    assert.deepEqual(learnedIn(untaught).learned, start);
  });

  it('is taught once by one event, whichever of the two is named first', () => {
    const turned = refused('misfit', {
      pair: ['bob', 'ann'],
      shown: { ...shown, relevance: [0.4, 0.8], told: [shown.told[1], shown.told[0]] },
    });
    const event = refused('misfit', { shown });

    const once = applyAll(house(), [event]).snapshot();

    assert.deepEqual(applyAll(house(), [event, event]).snapshot(), once);
    assert.deepEqual(applyAll(house(), [turned]).snapshot(), once);
  });
});
