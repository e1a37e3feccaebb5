import assert from 'node:assert/strict';
import { contains, minutesOf, overlaps, widened } from '../../../server/values/span.ts';

const span = (from: string, to: string) => ({
  from: new Date(`2026-11-24T${from}:00Z`),
  to: new Date(`2026-11-24T${to}:00Z`),
});

describe('spans', () => {
  it('that touch do not overlap', () => {
    assert.equal(overlaps(span('09:00', '10:00'), span('10:00', '11:00')), false);
  });

  it('overlap when they share a minute, whichever comes first', () => {
    assert(overlaps(span('09:00', '10:01'), span('10:00', '11:00')));
    assert(overlaps(span('10:00', '11:00'), span('09:00', '10:01')));
  });

  it('hold what ends with them', () => {
    assert(contains(span('09:00', '12:00'), span('10:00', '12:00')));
    assert.equal(contains(span('09:00', '12:00'), span('10:00', '12:01')), false);
  });

  it('grow on both sides by their buffers', () => {
    assert.deepEqual(widened(span('09:00', '10:00'), 15, 30), span('08:45', '10:30'));
  });

  it('last as long as passes, over a clock change too', () => {
    const night = { from: new Date('2026-03-29T00:00:00+01:00'), to: new Date('2026-03-29T06:00:00+02:00') };
    assert.equal(minutesOf(night), 300);
  });
});
