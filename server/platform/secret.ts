import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newToken } from './tokens.ts';

/**
 * The house's secret, made at the first start and kept where only its owner can read it. Passes hang on it: whoever
 * loses the file gives everybody a new pass.
 */
export async function keptSecret(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'secret');
  try {
    const file = await open(path, 'wx', 0o600);
    const secret = newToken();
    await file.writeFile(secret);
    await file.sync();
    await file.close();
    return secret;
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault;
  }
  const secret = await readFile(path, 'utf8');
  if (secret.length < 32) throw new Error(`${path} is damaged: it holds ${secret.length} characters`);
  return secret;
}
