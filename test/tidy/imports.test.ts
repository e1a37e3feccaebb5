import assert from 'node:assert/strict';
import { type Import, importsOf, program, type SourceFile, tests } from '../support/source-tree.ts';
import {
  ALLOWED_IMPORTS,
  COMPOSITION,
  ENGINE_FOLDERS,
  OWN_FILES,
  RANKS,
  RULE_FILE,
  SLICE_FILES,
} from './house-plan.ts';

const MATCHING_PACKAGES = ['graphology', 'graphology-types', '@orama/stemmers'];
const STORE = 'server/platform/store/';
const STORE_PACKAGES = ['libsql', 'bson', 'mingo'];
/** The parts of the engine that people run, not the house: they read files and print. */
const RUN_BY_HAND = /^matching\/(?:evaluate|bench|simulate)\//;
const SURFACES = ['kiosk', 'board', 'host', 'booking', 'member', 'door', 'papers', 'impacts', 'public'];

const sliceOf = (path: string) => /^server\/([\w-]+)\/[^/]+\.ts$/.exec(path)?.[1] ?? '';
const isSlice = (path: string) => sliceOf(path) in RANKS;
const isContract = (path: string) => /^server\/[\w-]+\/contract\.ts$/.test(path);
const isValue = (path: string) => path.startsWith('server/values/');

function heightOf(path: string): number {
  const [, slice = '', name = ''] = path.split('/');
  return SLICE_FILES[name] ?? OWN_FILES[`${slice}/${name}`]?.height ?? RULE_FILE;
}

function platformFault({ to, isPackage }: Import): string | undefined {
  if (isPackage || isValue(to) || to.startsWith('server/platform/')) return undefined;
  return isContract(to) && !isSlice(to) ? undefined : 'the platform knows no slice';
}

function contractFault({ to, isPackage }: Import): string | undefined {
  if (isPackage) return to === 'zod' ? undefined : 'a contract needs no package but zod';
  return isValue(to) || isContract(to) ? undefined : 'a contract is made of contracts and values';
}

function acrossSlices({ to, isType }: Import, from: string): string | undefined {
  const lower = (RANKS[sliceOf(to)] ?? 0) < (RANKS[sliceOf(from)] ?? 0);
  if (!to.endsWith('/service.ts')) return 'of another slice only its contract and the type of its service';
  if (!isType) return 'a service is passed in; only its type is imported';
  return lower ? undefined : 'work travels down: that service is of no lower rank';
}

function insideSlice({ from, to }: Import): string | undefined {
  if (heightOf(to) < heightOf(from)) return undefined;
  const bothRules = heightOf(from) === RULE_FILE && heightOf(to) === RULE_FILE;
  return bothRules ? undefined : 'inside a slice imports go down';
}

function sliceFault(found: Import): string | undefined {
  const { from, to, isPackage } = found;
  if (isContract(from)) return contractFault(found);
  if (isPackage) {
    if (to === 'mongoose')
      return /\/(?:model|service|writes)\.ts$/.test(from) ? undefined : 'not of the store';
    return ['zod', 'node:crypto'].includes(to) ? undefined : 'a slice needs no package but zod and mongoose';
  }
  if (isValue(to) || isContract(to) || to === 'server/events.ts') return undefined;
  if (to.endsWith('.json')) return to.startsWith(`server/${sliceOf(from)}/`) ? undefined : 'not its own data';
  if (sliceOf(to) === sliceOf(from)) return insideSlice(found);
  if (to.startsWith('server/platform/'))
    return heightOf(from) === RULE_FILE ? 'a rule knows no platform' : undefined;
  if (to === 'matching/index.ts') return heightOf(from) === 0 ? 'a contract knows no engine' : undefined;
  return isSlice(to) ? acrossSlices(found, from) : 'not a part that a slice may know';
}

function clientFault({ from, to, isPackage }: Import): string | undefined {
  if (isPackage)
    return to.startsWith('node:') && from !== 'client/vite.config.ts' ? 'no Node here' : undefined;
  if (isValue(to) || isContract(to)) return undefined;
  if (!to.startsWith('client/')) return 'of the server the client knows contracts and values';
  const [, ownFolder = ''] = from.split('/');
  const [, otherFolder = ''] = to.split('/');
  if (!SURFACES.includes(otherFolder) || otherFolder === ownFolder) return undefined;
  return from === 'client/main.tsx' ? undefined : 'a surface is imported by nobody but the entrance';
}

/** The place of a file of the engine among its folders, from the bottom up; the pipeline has none. */
const floorOf = (path: string) => ENGINE_FOLDERS.indexOf(path.split('/')[1] ?? '');

function matchingFault({ from, to, isPackage, isType }: Import): string | undefined {
  if (RUN_BY_HAND.test(from)) return isPackage || to.startsWith('matching/') ? undefined : 'only the engine';
  if (isPackage) return MATCHING_PACKAGES.includes(to) ? undefined : 'the engine is pure';
  if (!to.startsWith('matching/') || RUN_BY_HAND.test(to)) return 'the engine knows only itself';
  const goesUp = floorOf(from) >= 0 && floorOf(to) > floorOf(from);
  return goesUp && !isType ? 'inside the engine folders know those below them' : undefined;
}

/** The store could be a package of its own; what measures it drives it as a program would. */
function storeFault({ from, to, isPackage }: Import): string | undefined {
  if (!isPackage) return to.startsWith(STORE) ? undefined : 'the store knows only itself';
  const known = to.startsWith('node:') || STORE_PACKAGES.includes(to.split('/')[0] ?? '');
  return known || (to === 'mongoose' && from.startsWith(`${STORE}bench/`))
    ? undefined
    : 'the store needs no more';
}

/** The demonstration plays people and tablets: it knows the public doors, and how to start a house of its own. */
function sampleFault({ to, isPackage }: Import): string | undefined {
  if (isPackage) return to === 'mongoose' ? 'the town comes in by the doors' : undefined;
  const known = isContract(to) || isValue(to) || to === 'server/build.ts';
  return known || to.startsWith('server/sample-data/') ? undefined : 'the town comes in by the doors';
}

/** Why an import may not be, or `undefined` where it may. */
function faultOf(found: Import): string | undefined {
  const { from, to } = found;
  if (isValue(from)) return isValue(to) ? undefined : 'values import nothing';
  if (from.startsWith('matching/')) return matchingFault(found);
  if (from.startsWith(STORE)) return storeFault(found);
  if (from.startsWith('server/platform/'))
    return from.endsWith('/contract.ts') ? contractFault(found) : platformFault(found);
  if (from === 'server/events.ts') return isContract(to) ? undefined : 'events are made of contracts';
  if (COMPOSITION.includes(from)) return undefined;
  if (from.startsWith('server/sample-data/')) return sampleFault(found);
  if (isSlice(from)) return sliceFault(found);
  if (from.startsWith('client/')) return clientFault(found);
  return 'a file that the plan of the house does not know';
}

const isAllowed = ({ from, to }: Import) =>
  ALLOWED_IMPORTS.some((known) => known.from === from && known.to === to);

const faultsOf = (files: readonly SourceFile[]) =>
  files
    .flatMap(importsOf)
    .filter((found) => faultOf(found) !== undefined)
    .filter((found) => !isAllowed(found))
    .map((found) => `${found.from} → ${found.to}: ${faultOf(found)}`);

describe('who may import whom', () => {
  it('is kept by every file of the program', () => {
    const files = program();

    const faults = faultsOf(files);

    assert.deepEqual(faults, []);
    assert(files.length > 150, 'the program has been read');
  });

  it('has no exception that nothing needs any more', () => {
    const forbidden = program()
      .flatMap(importsOf)
      .filter((found) => faultOf(found) !== undefined);

    const stale = ALLOWED_IMPORTS.filter(
      ({ from, to }) => !forbidden.some((found) => found.from === from && found.to === to),
    );

    assert.deepEqual(stale, []);
  });

  it('finds every file that an import of the house names', () => {
    const files = [...program(), ...tests()].filter(({ path }) => !path.startsWith('test/tidy/'));
    const known = new Set(files.map(({ path }) => path));

    const lost = files
      .flatMap(importsOf)
      .filter(({ to, isPackage }) => !isPackage && /\.tsx?$/.test(to) && !known.has(to))
      .map(({ from, to }) => `${from} → ${to}`);

    assert.deepEqual(lost, []);
  });

  const cases = [
    { from: 'server/values/money.ts', text: "import { z } from 'zod';", because: 'values import nothing' },
    { from: 'matching/rank.ts', text: "import fs from 'node:fs';", because: 'the engine does no I/O' },
    {
      from: 'matching/rank.ts',
      text: "import { a } from './evaluate/a.ts';",
      because: 'tools know the engine',
    },
    {
      from: 'matching/vocabulary/need.ts',
      text: "import { a } from '../state/graph.ts';",
      because: 'words know no state',
    },
    { from: 'server/platform/log.ts', text: "import { a } from '../auth/roles.ts';", because: 'a slice' },
    { from: `${STORE}socket.ts`, text: "import { a } from '../log.ts';", because: 'outside the store' },
    { from: `${STORE}socket.ts`, text: "import a from 'mongoose';", because: 'one client of many' },
    { from: 'server/people/service.ts', text: "import { a } from '../auth/service.ts';", because: 'a value' },
    {
      from: 'server/people/service.ts',
      text: "import type { A } from '../auth/service.ts';",
      because: 'of a higher rank',
    },
    { from: 'server/people/model.ts', text: "import { a } from './service.ts';", because: 'upwards' },
    { from: 'server/people/pass.ts', text: "import { a } from './model.ts';", because: 'a rule, a document' },
    { from: 'server/people/pass.ts', text: "import { a } from '#platform/log';", because: 'a rule, a part' },
    { from: 'client/kiosk/door.tsx', text: "import { a } from '../board/a.ts';", because: 'another surface' },
    { from: 'client/ui/door.tsx', text: "import('../board/surface.tsx')", because: 'a surface, on demand' },
    { from: 'client/api/call.ts', text: "import { a } from '../../server/app.ts';", because: 'the server' },
    { from: 'server/sample-data/demo.ts', text: "import { a } from '../app.ts';", because: 'past the doors' },
    { from: 'server/new-thing/service.ts', text: "import { z } from 'zod';", because: 'no rank is known' },
  ];
  for (const { from, text, because } of cases)
    it(`would refuse \`${text}\` in ${from} (${because})`, () => {
      const found = importsOf({ path: from, text });

      const refused = found.map(faultOf);

      assert.equal(refused.length, 1);
      assert.notEqual(refused[0], undefined);
    });
});
