import { Worker } from 'node:worker_threads';

/** Between two looks at the main thread. */
const TICK_MS = 250;

// Plain JavaScript in a string: a thread has no loader for these sources, and so it needs no file after bundling.
// It counts in its own ticks, so that a suspended or starved machine is no reason to end anything.
const THREAD = `
  const { workerData: { beats, parent, patienceMs, memoryMB, tickMs } } = require('node:worker_threads');
  const count = new Int32Array(beats);
  let last = -1;
  let still = 0;
  setInterval(() => {
    const now = Atomics.load(count, 0);
    still = now === last ? still + 1 : 0;
    last = now;
    const tooMuch = process.memoryUsage.rss() > memoryMB * 1024 * 1024;
    const orphaned = process.ppid !== parent;
    if (orphaned || tooMuch || still * tickMs >= patienceMs) process.kill(process.pid, 'SIGKILL');
  }, tickMs);
`;

/** What a process of the store may do before it is ended. */
export interface Limits {
  /** Longest that one command may hold the main thread. */
  patienceMs: number;
  /** Most resident memory, in megabytes. */
  memoryMB: number;
}

/**
 * Starts the thread that ends this process when its main thread stands still, when it takes too much memory, or
 * when its parent is gone: a stuck main thread can do none of this itself. Returns what the main thread calls to
 * show that long work which is known to end is still getting on.
 */
export function startWatchdog(limits: Limits): () => void {
  const beats = new SharedArrayBuffer(4);
  const count = new Int32Array(beats);
  const beat = () => void Atomics.add(count, 0, 1);
  setInterval(beat, TICK_MS).unref();
  const workerData = { ...limits, beats, parent: process.ppid, tickMs: TICK_MS };
  new Worker(THREAD, { eval: true, execArgv: [], workerData }).unref();
  return beat;
}
