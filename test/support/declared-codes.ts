import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './source-tree.ts';

/** Every code that a contract says the server may refuse with. */
export async function declaredCodes(): Promise<ReadonlySet<string>> {
  const slices = readdirSync(join(ROOT, 'server'), { recursive: true, withFileTypes: true }).filter(
    ({ name }) => name === 'contract.ts',
  );
  const contracts: { errors?: readonly string[] }[] = await Promise.all(
    slices.map(({ parentPath, name }) => import(join(parentPath, name))),
  );
  return new Set(contracts.flatMap(({ errors = [] }) => errors));
}
