import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withoutComments } from './source-code.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** One file of the house: its path from the top, with slashes, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

/** All files below a folder of the house, by path. */
export function filesBelow(folder: string, ending: RegExp): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules'))
    .map((path) => ({ path: relative(ROOT, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const SOURCE = /\.tsx?$/;

/** The program: server, client and engine, without its tests. */
export const program = (): SourceFile[] =>
  ['server', 'client', 'matching'].flatMap((folder) => filesBelow(folder, SOURCE));

export const tests = (): SourceFile[] => filesBelow('test', SOURCE);

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

export interface Import {
  from: string;
  /** A file of the house, or the name of a package. */
  to: string;
  isPackage: boolean;
  /** Only types cross, so nothing of the other file runs. */
  isType: boolean;
}

const STATEMENT = /^(import|export)\s+(type\s+)?([^'";]*?\bfrom\s+)?['"]([^'"]+)['"]/gm;
const CALLED = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/^#values\/(.+)$/, 'server/values/$1.ts'],
  [/^#contract\/(.+)$/, 'server/$1/contract.ts'],
  [/^#platform\/(.+)$/, 'server/platform/$1.ts'],
  [/^#events$/, 'server/events.ts'],
  [/^#matching$/, 'matching/index.ts'],
];

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function resolved(from: string, specifier: string): Pick<Import, 'to' | 'isPackage'> {
  if (specifier.startsWith('.'))
    return { to: join(dirname(from), specifier).replaceAll('\\', '/'), isPackage: false };
  const [alias, path] = ALIASES.find(([pattern]) => pattern.test(specifier)) ?? [];
  if (alias && path) return { to: specifier.replace(alias, path), isPackage: false };
  return { to: packageOf(specifier), isPackage: true };
}

function isTypeOnly(typeWord: string | undefined, clause: string | undefined): boolean {
  if (typeWord) return true;
  const names = /^\{([^}]*)\}\s*from\s+$/.exec(clause ?? '')?.[1]?.split(',') ?? [];
  return names.length > 0 && names.every((name) => name.trim() === '' || name.trim().startsWith('type '));
}

/** Every import of a file, resolved to a file of the house or a package. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const code = withoutComments(text);
  const stated = [...code.matchAll(STATEMENT)].map(([, , typeWord, clause, specifier = '']) => ({
    from: path,
    ...resolved(path, specifier),
    isType: isTypeOnly(typeWord, clause),
  }));
  const called = [...code.matchAll(CALLED)].map(([, specifier = '']) => ({
    from: path,
    ...resolved(path, specifier),
    isType: false,
  }));
  return [...stated, ...called];
}
