import { openKeeper } from './keeper.ts';
import { openReading } from './reading-process.ts';
import type { ProcessSettings, Report } from './supervised-process.ts';
import { startWatchdog } from './watchdog.ts';

/** The program of the store's own processes (the keeper and the reader). */

function report(message: Report): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
}

async function open(settings: ProcessSettings) {
  const log = (entry: { msg: string }) => report({ is: 'log', entry });
  return settings.role === 'keeper'
    ? await openKeeper({ ...settings, log })
    : openReading(settings.folder, log);
}

async function serve(settings: ProcessSettings): Promise<void> {
  const part = await open(settings);
  part.showsLife(startWatchdog(settings.limits));
  process.on('message', async ({ id, what }: { id?: number; what: unknown }) => {
    try {
      const value = await part.take(what);
      if (id !== undefined) report({ is: 'answer', id, value });
    } catch (error) {
      if (id !== undefined) report({ is: 'refusal', id, message: String(error) });
    }
  });
  process.on('disconnect', async () => {
    await part.close();
    process.exit(0);
  });
  report({ is: 'ready' });
}

// A terminal interrupts the whole group; the parent closes its connections first and this process after them.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
serve(JSON.parse(process.argv[2] ?? '')).catch((error: unknown) => {
  report({ is: 'failed', message: error instanceof Error ? error.message : String(error) });
  process.disconnect();
});
