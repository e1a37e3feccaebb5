import assert from 'node:assert/strict';
import { ZodError, z } from 'zod';
import { problem } from '#contract/platform';
import { type Actor, isForeign, may } from '#values/actor';
import { conflict, DomainError, forbidden, invalid, limited, missing, unauthenticated } from '#values/errors';
import { canBecome, statesBefore } from '#values/lifecycle';
import { LIFECYCLE } from '../../../server/introductions/lifecycle.ts';
import { refusalOf, toProblem } from '../../../server/platform/problem.ts';

describe('a refusal', () => {
  it('leaves the house as a problem with the status of its kind', () => {
    const refusals = [invalid, unauthenticated, forbidden, missing, conflict, limited];

    const problems = refusals.map((refuse) => toProblem(refuse('some_code', { free: 's02' })));

    assert.deepEqual(
      problems.map(({ status }) => status),
      [400, 401, 403, 404, 409, 429],
    );
    for (const one of problems) assert.deepEqual(problem.parse(one), one);
    assert.deepEqual(problems[4]?.details, { free: 's02' });
  });

  it('tells nothing of a fault that nobody meant', () => {
    const faults = [new Error('the password is 1234'), new TypeError('x'), 'text', undefined, null];

    const problems = faults.map(toProblem);

    for (const one of problems) {
      assert.deepEqual([one.status, one.code, one.details], [500, 'server_fault', {}]);
      assert(!JSON.stringify(one).includes('1234'));
    }
  });

  it('names the fields that were wrong, and never what stood in them', () => {
    const shape = z.strictObject({ name: z.string().max(3), inner: z.strictObject({ n: z.int() }) });
    const { error } = shape.safeParse({ name: 'Secret', inner: { n: 'Secret', extra: 'Secret' }, '<b>': 1 });
    assert(error instanceof ZodError);

    const refused = refusalOf(error);

    assert(refused instanceof DomainError);
    assert.equal(refused.code, 'request_invalid');
    assert.deepEqual(refused.details.fields, [
      'name too_big',
      'inner.n invalid_type',
      'inner unrecognized_keys extra',
      'unrecognized_keys <b>',
    ]);
  });
});

describe('a lifecycle', () => {
  it('says from which states a state may come, and nothing comes after an end', () => {
    const earlier = (to: keyof typeof LIFECYCLE) => statesBefore<keyof typeof LIFECYCLE>(LIFECYCLE, to);

    assert.deepEqual(earlier('accepted'), ['offered']);
    assert.deepEqual(earlier('expired'), ['suggested', 'offered']);
    assert.deepEqual(earlier('suggested'), []);
    for (const end of ['met', 'declined', 'expired'] as const)
      for (const to of Object.keys(LIFECYCLE).filter(
        (state): state is keyof typeof LIFECYCLE => state in LIFECYCLE,
      ))
        assert(!canBecome<keyof typeof LIFECYCLE>(LIFECYCLE, end, to));
  });
});

describe('an actor', () => {
  it('may what was given, and belongs to one space or to none', () => {
    const kiosk: Actor = {
      role: 'kiosk',
      id: 'kiosk-1',
      spaceId: 'utrecht-domplein',
      permissions: new Set(['space:view']),
    };
    const person: Actor = { role: 'person', id: 'person-1', permissions: new Set() };

    assert.deepEqual([may(kiosk, 'space:view'), may(kiosk, 'space:open')], [true, false]);
    assert.deepEqual([isForeign(kiosk, 'utrecht-domplein'), isForeign(kiosk, 'elsewhere')], [false, true]);
    assert.equal(isForeign(person, 'anywhere'), false);
  });
});
