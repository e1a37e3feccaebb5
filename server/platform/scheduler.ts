import cron from 'node-cron';
import type { Log } from './log.ts';

/** Work that the clock starts. `schedule` is a cron expression, with seconds first where there are six fields. */
export interface Job {
  name: string;
  schedule: string;
  run(): Promise<void>;
}

export interface Scheduler {
  stop(): Promise<void>;
}

/** Starts every job; a run that is still going when its next turn comes makes that turn pass. */
export function startScheduler(jobs: readonly Job[], log: Log): Scheduler {
  const running = new Set<Promise<void>>();

  async function runOnce(job: Job) {
    try {
      await job.run();
    } catch (fault) {
      // The next turn tries again; a job that goes on failing is seen in the log each time.
      log.error({ job: job.name, err: fault }, 'job failed');
    }
  }

  const tasks = jobs.map((job) =>
    cron.schedule(
      job.schedule,
      () => {
        const run: Promise<void> = runOnce(job).finally(() => running.delete(run));
        running.add(run);
        return run;
      },
      { name: job.name, noOverlap: true },
    ),
  );

  return {
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()));
      await Promise.all(running);
    },
  };
}
