import assert from 'node:assert/strict';
import { type Frame, type Profile, samplesUnder } from '../../bench/profile.ts';

const frame = (functionName: string, url = ''): Frame => ({
  functionName,
  url,
  lineNumber: 0,
  columnNumber: 0,
});

const ENGINE = 'matching/engine.ts';

/** A request that asks the engine, which calls a sorter that others call too; a sample every 10 µs from 1,000 on. */
const profileOf = (samples: number[]): Profile => ({
  nodes: [
    { id: 1, callFrame: frame('(root)'), children: [2, 3, 4, 7, 9] },
    { id: 2, callFrame: frame('(idle)') },
    { id: 3, callFrame: frame('(garbage collector)') },
    { id: 4, callFrame: frame('handle', 'server/app.ts'), children: [5, 8] },
    { id: 5, callFrame: frame('suggest', ENGINE), children: [6] },
    { id: 6, callFrame: frame('sort') },
    { id: 7, callFrame: frame('(program)') },
    { id: 8, callFrame: frame('sort') },
    { id: 9, callFrame: frame('apply', ENGINE) },
  ],
  startTime: 990,
  samples,
  timeDeltas: samples.map(() => 10),
});

const nameOf = ({ functionName, url }: Frame) => (url === ENGINE ? ['match', functionName] : []);
const ALL = [[0, 10_000]] as const;

describe('the share of a part in a profile', () => {
  const cases = [
    { samples: [4, 6], busy: 2, match: 1, because: 'what the engine calls is on its account' },
    { samples: [8, 6], busy: 2, match: 1, because: 'the same function called by others is not' },
    { samples: [2, 5, 2], busy: 1, match: 1, because: 'idle is no work' },
    { samples: [7, 5], busy: 2, match: 1, because: 'native work is work' },
    { samples: [5, 3, 4, 3], busy: 4, match: 2, because: 'the collector is put down to who was running' },
  ];
  for (const { samples, busy, match, because } of cases)
    it(`is ${match} of ${busy} in ${samples.join(' ')}, because ${because}`, () => {
      const found = samplesUnder(profileOf(samples), ALL, nameOf);

      assert.equal(found.busy, busy);
      assert.equal(found.under.match, match);
    });

  it('counts nothing outside the spans, which begin with their first instant and end before their last', () => {
    const profile = profileOf([5, 9, 4, 9]);

    const found = samplesUnder(
      profile,
      [
        [1000, 1010],
        [1020, 1030],
      ],
      nameOf,
    );

    assert.deepEqual(found, { busy: 2, under: { match: 1, suggest: 1 } });
  });
});
