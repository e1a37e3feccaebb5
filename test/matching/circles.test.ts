import assert from 'node:assert/strict';
import { chance } from '../../matching/chance.ts';
import { circled, type Worth } from '../../matching/gatherings/circles.ts';
import { applyAll, changed, NOON, testEngine } from './builders.ts';

/** Worths of a made-up house, the same both ways; some pairs are rivals. */
function worths(seed: number, rivals = 0): Worth {
  return (a, b) => {
    const pair = `${seed}|${Math.min(a, b)}|${Math.max(a, b)}`;
    return chance(`${pair}|rivals`) < rivals ? -Infinity : chance(pair) ** 3;
  };
}

const worthOf = (circles: readonly (readonly number[])[], worth: Worth) =>
  circles.reduce(
    (sum, circle) =>
      sum + circle.reduce((s, a, i) => s + circle.slice(i + 1).reduce((t, b) => t + worth(a, b), 0), 0),
    0,
  );

/** The most that two circles of four can be worth, by trying them all. */
function bestOfEight(worth: Worth): number {
  let best = -Infinity;
  for (let bits = 0; bits < 256; bits++) {
    const one = [0, 1, 2, 3, 4, 5, 6, 7].filter((i) => (bits >> i) & 1);
    if (one.length !== 4 || !one.includes(0)) continue;
    const other = [0, 1, 2, 3, 4, 5, 6, 7].filter((i) => !one.includes(i));
    best = Math.max(best, worthOf([one, other], worth));
  }
  return best;
}

describe('circles', () => {
  it('of eight are nearly the best that trying all finds', () => {
    let found = 0;
    let possible = 0;
    for (let seed = 0; seed < 100; seed++) {
      const worth = worths(seed);
      const circles = circled(8, { size: 4, standing: [], worth });
      assert.deepEqual(circles.flat().sort(), [0, 1, 2, 3, 4, 5, 6, 7]);
      found += worthOf(circles, worth);
      possible += bestOfEight(worth);
    }

    assert.ok(found <= possible + 1e-9 && found > 0.95 * possible, `${found} of ${possible}`);
  });

  it('have four to six each, nobody twice, and never two who must not meet', () => {
    for (let seed = 0; seed < 200; seed++) {
      const worth = worths(seed, 0.2);
      const people = 4 + (seed % 27);
      const circles = circled(people, { size: 4 + (seed % 3), standing: [[0, 1, 2, 3, 4, 5, 6]], worth });

      const seated = circles.flat();
      assert.equal(new Set(seated).size, seated.length);
      assert.ok(circles.every(({ length }) => length >= 4 && length <= 6));
      assert.ok(worthOf(circles, worth) > -Infinity);
    }
  });
});

describe('circles of the house', () => {
  const skills = ['vat', 'logo', 'ux', 'apps', 'bakery', 'photo', 'hiring', 'translation'] as const;
  const people = skills.map((skill, i) => `p${i} ${skill}`);
  const house = () =>
    applyAll(
      testEngine(),
      people.map((id, i) =>
        changed(id, { offers: [skills[i] ?? 'vat'], needs: [skills[(i + 4) % 8] ?? 'vat'] }),
      ),
    );

  it('bring together those who can help one another', () => {
    const circles = house().circles({ people, at: NOON, size: 4 });

    assert.equal(circles.length, 2);
    for (const { people: circle, value } of circles) {
      assert.ok(value > 0);
      for (const id of circle) {
        const other = people[(people.indexOf(id) + 4) % 8] ?? '';
        assert.ok(circle.includes(other), `${id} sits without ${other}`);
      }
    }
  });

  it('keep people together over the weeks, whoever comes and goes', () => {
    const engine = applyAll(house(), [changed('new', { offers: ['tax'], needs: ['hiring'] })]);
    const [first, second] = engine.circles({ people, at: NOON, size: 4 });
    const standing = [first?.people ?? [], second?.people ?? []];
    const gone = standing[0]?.[0];
    const now = [...people.filter((id) => id !== gone), 'new'];

    const again = engine.circles({ people: now, at: NOON, size: 4, standing });

    const stayed = standing.map((circle) => circle.filter((id) => id !== gone));
    for (const circle of stayed)
      assert.ok(
        again.some((one) => circle.every((id) => one.people.includes(id))),
        circle.join(),
      );
    assert.ok(again.flatMap((one) => one.people).includes('new'));
  });

  it('set rivals and the blocked apart, even if they sat together, and leave out who does not consent', () => {
    const engine = applyAll(house(), [
      changed('p1 logo', { offers: ['vat'], needs: ['photo'] }),
      changed('p2 ux', { offers: ['ux'], needs: ['hiring'], blocked: ['p3 apps'] }),
      changed('p4 bakery', { offers: ['bakery'], consents: false }),
      ...['q1', 'q2'].map((id) => changed(id, { offers: [`free:${id}`] })),
    ]);

    const circles = engine.circles({
      people: [...people, 'q1', 'q2'],
      at: NOON,
      size: 4,
      standing: [['p0 vat', 'p1 logo', 'p2 ux', 'p3 apps']],
    });

    const seated = circles.map((circle) => circle.people);
    const areTogether = (a: string, b: string) =>
      seated.some((circle) => circle.includes(a) && circle.includes(b));
    assert.ok(seated.flat().length >= 8);
    assert.ok(!areTogether('p0 vat', 'p1 logo'));
    assert.ok(!areTogether('p2 ux', 'p3 apps'));
    assert.ok(!seated.flat().includes('p4 bakery'));
  });

  it('are none of three, and refuse sizes and people that cannot be', () => {
    assert.deepEqual(house().circles({ people: people.slice(0, 3), at: NOON, size: 4 }), []);
    for (const size of [3, 7, 4.5, Number.NaN])
      assert.throws(() => house().circles({ people, at: NOON, size }), /^RangeError: size/);
    assert.throws(() => house().circles({ people: ['nobody'], at: NOON, size: 4 }), /^RangeError: people/);
  });
});
