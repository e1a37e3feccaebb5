import assert from 'node:assert/strict';
import { viewOpened } from '#contract/boards';
import { createDevice, createHost } from '../builders/people.ts';
import { openScreen } from '../support/screen.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

describe('a view that is opened', () => {
  let test: TestHouse;

  beforeEach(async () => {
    test = await openTestHouse();
  });

  afterEach(() => test.close());

  it("carries the house's time of that moment and how fast it runs", async () => {
    const { token } = await createDevice(test, await createHost(test));
    const kiosk = await openScreen(test.url, token, 'kiosk');
    const open = async () => {
      const answer = await kiosk.socket.emitWithAck('view:open', { view: 'kiosk' });
      assert(answer.ok);
      return viewOpened.parse(answer.reply).clock;
    };

    const first = await open();
    test.clock.forward(35 * 60_000);
    const second = await open();

    assert.deepEqual(first, { at: '2026-11-24T09:00:00.000Z', speed: 0 });
    assert.deepEqual(second, { at: '2026-11-24T09:35:00.000Z', speed: 0 });
    kiosk.close();
  });
});
