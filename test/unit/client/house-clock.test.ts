import assert from 'node:assert/strict';
import { heard, houseNow, looksEvery } from '../../../client/api/house-clock.ts';

const at = '2026-11-24T09:00:00.000Z';
const told = (speed: number) => heard({ at, speed }, 5000);
const shown = (speed: number, stopwatch: number) => new Date(houseNow(told(speed), stopwatch)).toISOString();

describe("the house's clock on a screen", () => {
  it('shows at once the time that was told, whatever the stopwatch shows', () => {
    assert.equal(shown(1, 5000), at);
  });

  it('goes on from there as fast as the clock of the house', () => {
    assert.equal(shown(1, 65_000), '2026-11-24T09:01:00.000Z');
    assert.equal(shown(60, 65_000), '2026-11-24T10:00:00.000Z');
    assert.equal(shown(0.5, 65_000), '2026-11-24T09:00:30.000Z');
  });

  it('stands still where the clock of the house does', () => {
    assert.equal(shown(0, 65_000), at);
  });

  it('is whole milliseconds, though a stopwatch is not', () => {
    assert.equal(houseNow(told(1), 5000.4), new Date(at).getTime());
  });

  it('is looked at more often the faster it runs, but never more than once a second', () => {
    assert.equal(looksEvery(15_000, 1), 15_000);
    assert.equal(looksEvery(15_000, 5), 3000);
    assert.equal(looksEvery(15_000, 300), 1000);
    assert.equal(looksEvery(500, 1), 1000);
  });

  it('is looked at in its usual time where it is slow or stands still', () => {
    assert.equal(looksEvery(15_000, 0.1), 15_000);
    assert.equal(looksEvery(15_000, 0), 15_000);
  });
});
