import { type ChildProcess, fork } from 'node:child_process';
import type { Log } from './engine.ts';
import type { EntranceSettings } from './entrance.ts';
import { StoreError } from './error.ts';
import type { Limits } from './watchdog.ts';

/** What a process of the store is told when it is started. */
export type ProcessSettings = { limits: Limits } & (
  | ({ role: 'keeper'; expires: boolean } & EntranceSettings)
  | { role: 'reader'; folder: string }
);

/** From a process of the store to the one that started it. */
export type Report =
  | { is: 'ready' }
  | { is: 'failed'; message: string }
  | { is: 'log'; entry: { msg: string } }
  | { is: 'answer'; id: number; value: unknown }
  | { is: 'refusal'; id: number; message: string };

interface Question {
  what: unknown;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

/** Between two attempts to start a process that will not start. */
const RETRY_MS = 1_000;

// In the sources this file's neighbour; after bundling the file of that name beside the bundle.
const NEIGHBOUR = new URL(
  import.meta.url.endsWith('.ts') ? './store-process.ts' : './store-process.js',
  import.meta.url,
);
// Who opens many stores from the sources names a bundle, which starts in a seventh of the time.
const NAMED = process.env.STORE_PROGRAM;

/** The debugger's port and the file watcher are the parent's alone; a bundle needs no loader for its sources either. */
const flagsOf = (parents: readonly string[]) =>
  NAMED ? [] : parents.filter((flag) => !/^--(inspect|watch)/.test(flag));

/**
 * A process of the store that is started again whenever it ends. Questions are answered in their order, so when it
 * is lost the first unanswered one is held to be the cause and fails; the others are asked again.
 */
export class SupervisedProcess {
  private child: ChildProcess | undefined;
  private ready = false;
  /** After a failed start, until the next attempt. */
  private waiting = false;
  private readonly questions = new Map<number, Question>();
  private lastId = 0;
  private stopping = false;

  constructor(
    private readonly settings: ProcessSettings,
    private readonly log: Log,
  ) {}

  /** Starts the process. @throws Error with its own words when it cannot open the folder */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = fork(NAMED || NEIGHBOUR, [JSON.stringify(this.settings)], {
        execArgv: flagsOf(process.execArgv),
        serialization: 'advanced',
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      this.child = child;
      child.on('message', (report: Report) => {
        if (report.is === 'failed') reject(new Error(report.message));
        else if (report.is === 'ready') {
          this.ready = true;
          for (const [id, { what }] of this.questions) this.tell({ id, what });
          resolve();
        } else this.take(report);
      });
      child.on('error', (error) => {
        this.log({ msg: 'a process of the store failed', error: error.message });
        // One that was never there does not end either.
        if (child.pid === undefined) this.child = undefined;
        reject(error);
      });
      child.on('exit', (code, signal) => {
        const { ready } = this;
        this.child = undefined;
        this.ready = false;
        reject(
          new Error(`the ${this.settings.role} of the store ended (${signal ?? code}) before it was ready`),
        );
        if (ready) this.lost(signal ?? `code ${code}`);
      });
    });
  }

  /** The process's answer. @throws StoreError Interrupted when the process was lost over this question */
  ask(what: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.lastId += 1;
      this.questions.set(this.lastId, { what, resolve, reject });
      // What is not sent now is sent when the process says that it is ready.
      if (this.ready) this.tell({ id: this.lastId, what });
      else if (!this.child && !this.waiting) this.restart();
    });
  }

  /** Asks it to end in order, by closing its channel, and waits until it has. */
  async stop(): Promise<void> {
    this.stopping = true;
    const { child } = this;
    if (!child) return;
    const ended = new Promise((done) => child.once('exit', done));
    if (child.connected) child.disconnect();
    await ended;
  }

  private tell(message: object): void {
    if (this.child?.connected) this.child.send(message, () => {});
  }

  private take(report: Report): void {
    if (report.is === 'log') this.log(report.entry);
    if (report.is !== 'answer' && report.is !== 'refusal') return;
    const question = this.questions.get(report.id);
    this.questions.delete(report.id);
    if (report.is === 'answer') question?.resolve(report.value);
    else question?.reject(new Error(report.message));
  }

  private lost(how: string): void {
    const { role, limits } = this.settings;
    const [first] = this.questions;
    if (first) {
      this.questions.delete(first[0]);
      first[1].reject(
        new StoreError(
          'Interrupted',
          `the command was ended: it held the store for ${limits.patienceMs} ms or took ${limits.memoryMB} MB`,
        ),
      );
    }
    if (this.stopping) return;
    this.log({
      msg: `the ${role} of the store ended and is started again`,
      how,
      patience: limits.patienceMs,
    });
    this.restart();
  }

  private restart(): void {
    this.start().catch((error: unknown) => {
      this.log({ msg: `the ${this.settings.role} of the store will not start`, error: String(error) });
      for (const { reject } of this.questions.values()) reject(error);
      this.questions.clear();
      this.waiting = true;
      setTimeout(() => {
        this.waiting = false;
        if (!this.stopping) this.restart();
      }, RETRY_MS).unref();
    });
  }
}
