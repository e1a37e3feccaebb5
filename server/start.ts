import { buildIfNeeded, SERVER } from './build.ts';

await buildIfNeeded();
await import(SERVER);
