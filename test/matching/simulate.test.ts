import assert from 'node:assert/strict';
import { createVocabulary, type Fact, type Suggestion } from '../../matching/index.ts';
import { judge } from '../../matching/simulate/claims.ts';
import { PER_DAY } from '../../matching/simulate/host.ts';
import { playTown } from '../../matching/simulate/play.ts';
import type { TownRecord } from '../../matching/simulate/record.ts';
import { townEntries } from '../../matching/simulate/trades.ts';
import { liveThrough } from '../../matching/simulate/worlds.ts';
import { createReplay } from './replay-fact.ts';

const SMALL = { seed: 5, days: 12, teams: 120 };

describe('the simulated town', () => {
  it('is the same town twice, and another with another seed', () => {
    const [once, again, other] = [5, 5, 6].map((seed) => playTown({ ...SMALL, days: 3, seed }));

    assert.deepEqual(again, once);
    assert.notDeepEqual(other, once);
  });

  it('has every fact of every suggestion told again by the events', () => {
    const { take, isTrue } = createReplay(createVocabulary(townEntries()));
    const codes = new Set<Fact['code']>();
    let suggestions = 0;
    const untrue: string[] = [];

    function check({ pair, reasons, shared }: Suggestion): void {
      suggestions++;
      const [a, b] = pair;
      const facts = [
        ...reasons[0].map((fact) => ({ fact, self: a, other: b })),
        ...reasons[1].map((fact) => ({ fact, self: b, other: a })),
        ...shared.map((fact) => ({ fact, self: a, other: b })),
      ];
      assert.ok(reasons[0].length + reasons[1].length > 0);
      for (const { fact, self, other } of facts) {
        codes.add(fact.code);
        if (!isTrue(fact, self, other)) untrue.push(`${self}←${other} ${JSON.stringify(fact)}`);
      }
    }
    playTown({ ...SMALL, watch: { happened: take, suggested: check } });

    assert.deepEqual(untrue, []);
    assert.equal(codes.size, 8, 'every kind of fact came up');
    assert.ok(suggestions > 500, `only ${suggestions} suggestions`);
  });

  it('keeps the caps, shares out, and crosses circles more than relevance alone, in two weeks already', () => {
    const lives = [liveThrough(SMALL)];

    const claims = judge(lives);

    const held = claims.filter(({ isMet }) => isMet).map(({ claim }) => claim);
    for (const claim of ['most offers to one person', 'Gini'])
      assert.ok(
        held.some((one) => one.startsWith(claim)),
        `${claim}: ${JSON.stringify(claims)}`,
      );
    const crossing = ({ offers }: TownRecord) =>
      offers.filter(({ crosses }) => crosses).length / offers.length;
    const [life] = lives;
    assert.ok(life !== undefined && crossing(life.engine) > crossing(life.relevance));
    assert.equal(Math.max(...(claims.find(({ goal }) => goal === `≤ ${PER_DAY}`)?.spread ?? [])), PER_DAY);
  });

  it('misses what an engine that respects no cap would miss', () => {
    const [life] = [liveThrough({ ...SMALL, days: 3 })];
    const [first] = life.engine.offers;
    assert.ok(first !== undefined);
    const overdone = { ...life, engine: { ...life.engine, offers: [first, first, first] } };

    const claims = judge([overdone]);

    assert.equal(claims.find(({ goal }) => goal === `≤ ${PER_DAY}`)?.isMet, false);
  });
});
