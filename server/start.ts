import { spawnSync } from 'node:child_process';
import { isFresh, SERVER } from './build.ts';

// In a process of its own, so that the bundlers' memory is gone before the house opens.
if (!(await isFresh())) {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
await import(SERVER);
