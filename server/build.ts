import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Builds what `npm start` runs: the pages with Vite, the server with esbuild, both into `.build`. */

const HOUSE = join(dirname(fileURLToPath(import.meta.url)), '..');
const BUILD = join(HOUSE, '.build');
const STAMP = join(BUILD, 'built-from');
const SOURCES = ['server', 'client', 'matching', 'package.json', 'package-lock.json'];

/** The latest change of a file or of anything below a folder, in milliseconds since the epoch. */
async function changedAt(path: string): Promise<number> {
  const found = await stat(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const below = await Promise.all((await readdir(path)).map((name) => changedAt(join(path, name))));
  return Math.max(found.mtimeMs, ...below);
}

/** Is what is built newer than every source? */
export async function isFresh(): Promise<boolean> {
  const built = await stat(STAMP).catch(() => undefined);
  if (!built) return false;
  const changes = await Promise.all(SOURCES.map((source) => changedAt(join(HOUSE, source))));
  return Math.max(...changes) <= built.mtimeMs;
}

/** Bundles the server and the program of the store's processes, as they are now, into a folder. */
export async function buildServer(outdir: string): Promise<void> {
  const { build } = await import('esbuild');
  const bundle = {
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  } as const;
  await Promise.all([
    build({ ...bundle, entryPoints: [join(HOUSE, 'server', 'main.ts')], packages: 'external' }),
    // The store starts its processes from a file beside the one that opens it, and often: of mingo's hundreds of files
    // it makes one. What is native cannot be bundled.
    build({
      ...bundle,
      entryPoints: [join(HOUSE, 'server', 'platform', 'store', 'store-process.ts')],
      external: ['libsql'],
    }),
  ]);
}

/** Builds, unless what is built is newer than every source. */
export async function buildIfNeeded(): Promise<void> {
  if (await isFresh()) return;
  process.stdout.write('Building the pages and the server …\n');
  const vite = await import('vite');
  await mkdir(BUILD, { recursive: true });
  const stamp = new Date();
  await Promise.all([
    vite.build({ configFile: join(HOUSE, 'client', 'vite.config.ts'), logLevel: 'warn' }),
    buildServer(join(BUILD, 'server')),
  ]);
  await writeFile(STAMP, stamp.toISOString());
  // As old as the sources it was built from: what changed meanwhile is newer, and is built next time.
  await utimes(STAMP, stamp, stamp);
}

/** Where the built server lies. */
export const SERVER = join(BUILD, 'server', 'main.js');
