import assert from 'node:assert/strict';
import fc from 'fast-check';
import mergePatch from 'json-merge-patch';
import { z } from 'zod';
import { createLiveView, type OpenedView, type Patch } from '../../../server/platform/live-view.ts';

const schema = z.strictObject({
  free: z.int(),
  here: z.record(z.string(), z.strictObject({ seat: z.string() })),
});
type State = z.infer<typeof schema>;
type Place = 'utrecht' | 'cairo';
const PLACES: readonly Place[] = ['utrecht', 'cairo'];

/** Two places whose state a test changes at will, and their screens. */
function createTown() {
  const states: Record<Place, State> = { utrecht: { free: 3, here: {} }, cairo: { free: 2, here: {} } };
  const watched = new Set<string>(PLACES);
  const sent: Patch[] = [];
  const faults: unknown[] = [];
  const counts = { computed: 0 };
  let fails = false;
  const view = createLiveView<Place, typeof schema>({
    epoch: 'this-run',
    schema,
    compute: async (place) => {
      counts.computed++;
      if (fails) throw new Error('the store is away');
      return structuredClone(states[place]);
    },
    isWatched: (place) => watched.has(place),
    send: (patch) => void sent.push(patch),
    onFault: (fault) => void faults.push(fault),
  });
  return {
    view,
    states,
    watched,
    sent,
    faults,
    counts,
    failing(whether: boolean) {
      fails = whether;
    },
  };
}

/** What a screen holds that opened a view and has followed every patch since. */
function followed(opened: OpenedView<State>, sent: readonly Patch[], place: Place) {
  let { revision, state } = opened;
  const gaps: number[] = [];
  for (const patch of sent.filter(({ key }) => key === place)) {
    if (patch.revision <= revision) continue;
    if (patch.revision !== revision + 1) gaps.push(patch.revision);
    ({ revision } = patch);
    state = schema.parse(mergePatch.apply(structuredClone(state), patch.patch));
  }
  return { state, gaps };
}

const step = fc.record({
  place: fc.constantFrom(...PLACES),
  person: fc.constantFrom('ana', 'bo', 'cai'),
  seat: fc.option(fc.constantFrom('s01', 's02')),
  touches: fc.integer({ min: 0, max: 3 }),
  waits: fc.boolean(),
});

describe('a live view', () => {
  it('brings every screen to the full view, whatever is touched, when, and how often', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const { view, states, sent, faults } = createTown();
        const opened = { utrecht: await view.open('utrecht'), cairo: await view.open('cairo') };

        for (const { place, person, seat, touches, waits } of steps) {
          if (seat === null) delete states[place].here[person];
          else states[place].here[person] = { seat };
          for (let touch = 0; touch < touches + 1; touch++) view.touch(place);
          if (waits) await view.settled();
        }
        await view.settled();

        for (const place of PLACES)
          assert.deepEqual(followed(opened[place], sent, place), { state: states[place], gaps: [] });
        assert.deepEqual(faults, []);
      }),
      { seed: 13, numRuns: 100 },
    );
  });

  it('sends nothing when nothing changed, and one patch for many changes of one tick', async () => {
    const { view, states, sent } = createTown();
    await view.open('utrecht');
    await view.settled();

    view.touch('utrecht');
    await view.settled();
    const quiet = sent.length;
    states.utrecht.free = 1;
    view.touch('utrecht');
    states.utrecht.here.ana = { seat: 's01' };
    view.touch('utrecht');
    await view.settled();

    assert.equal(quiet, 0);
    assert.deepEqual(
      sent.map(({ key, patch }) => [key, patch]),
      [['utrecht', { free: 1, here: { ana: { seat: 's01' } } }]],
    );
  });

  it('is not computed while nobody watches, and starts whole when somebody does again', async () => {
    const { view, states, watched, sent, counts } = createTown();
    const first = await view.open('utrecht');
    await view.settled();
    watched.delete('utrecht');
    view.touch('utrecht');
    await view.settled();
    const { computed } = counts;

    states.utrecht.free = 0;
    view.touch('utrecht');
    view.touchAll();
    await view.settled();
    const quiet = counts.computed - computed;
    watched.add('utrecht');
    const second = await view.open('utrecht');

    assert.equal(quiet, 0);
    assert.deepEqual(sent, []);
    assert.equal(second.state.free, 0);
    assert(second.revision > first.revision, 'no two states of one run share a revision');
  });

  it('goes on, without a gap, after it could not be computed once', async () => {
    const { view, states, sent, faults, failing } = createTown();
    const opened = await view.open('utrecht');
    await view.settled();
    failing(true);
    states.utrecht.free = 2;
    view.touch('utrecht');
    await view.settled();

    failing(false);
    view.touch('utrecht');
    await view.settled();

    assert.equal(faults.length, 1);
    assert.deepEqual(followed(opened, sent, 'utrecht'), { state: states.utrecht, gaps: [] });
  });

  it('never shows what its contract does not name', async () => {
    const { view, states } = createTown();
    Object.assign(states.cairo, { secret: 'who sits where' });

    await assert.rejects(view.open('cairo'), z.ZodError);
  });
});
