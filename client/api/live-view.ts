import { io, type Socket } from 'socket.io-client';
import type { z } from 'zod';
import type { Credential } from '#contract/auth';
import {
  boardView,
  type ClientToServer,
  kioskView,
  memberView,
  type ServerToClient,
  type ViewName,
  type Views,
  viewOpened,
} from '#contract/boards';
import { problem } from '#contract/platform';
import { follow, type Held } from './follow.ts';
import { heard, type RunningClock } from './house-clock.ts';

/** `stale`: what is shown was true a moment ago, and the line is down. */
export type Connection = 'connecting' | 'live' | 'stale';

/** A view as a surface sees it. `signedOut`: the credential is not, or no longer, good. */
export interface Seen<State> {
  readonly state: State | undefined;
  readonly connection: Connection;
  readonly signedOut: boolean;
  /** The house's, as it was told when the view was last opened. */
  readonly clock: RunningClock | undefined;
}

type Line = Socket<ServerToClient, ClientToServer>;

const schemas: { readonly [Name in ViewName]: z.ZodType<Views[Name]> } = {
  kiosk: kioskView,
  board: boardView,
  member: memberView,
};

const nothingSeen = {
  state: undefined,
  connection: 'connecting',
  signedOut: false,
  clock: undefined,
} as const satisfies Seen<unknown>;

const ANSWER_WITHIN = 8000;
const ASK_AGAIN_AFTER = 2000;

/** One live view over one line: opened on every connect, patched while it follows, opened again when it does not. */
export class LiveView<Name extends ViewName> {
  private seen: Seen<Views[Name]> = nothingSeen;
  private held: Held<Views[Name]> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly line: Line;
  private isOpening = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly name: Name,
    as: Credential,
  ) {
    this.line = io({ path: '/live', auth: { as }, autoConnect: false, transports: ['websocket', 'polling'] });
    this.line.on('connect', () => this.open());
    this.line.on('disconnect', () => this.lose());
    this.line.on('connect_error', (fault) => {
      if (isSignedOut('data' in fault ? fault.data : undefined)) this.signOut();
      else this.lose();
    });
    this.line.on('credential:revoked', () => this.signOut());
    this.line.on('view:patch', (patch) => {
      if (patch.view !== this.name || !this.held) return;
      const next = follow(this.held, patch, (state) => schemas[this.name].parse(state));
      if (next) this.hold(next, this.seen.clock);
      else this.open();
    });
  }

  /** For `useSyncExternalStore`: the line is up while somebody looks. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.line.connect();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.hangUp();
    };
  };

  readonly snapshot = (): Seen<Views[Name]> => this.seen;

  /** Begins anew, with the cookies of now: after pairing or signing in. */
  readonly restart = (): void => {
    this.hangUp();
    this.show(nothingSeen);
    if (this.listeners.size > 0) this.line.connect();
  };

  private open(): void {
    if (this.isOpening) return;
    this.isOpening = true;
    this.line.timeout(ANSWER_WITHIN).emit('view:open', { view: this.name }, (late, answer) => {
      this.isOpening = false;
      if (late) return this.askAgain();
      if (!answer.ok) return isSignedOut(answer.problem) ? this.signOut() : this.askAgain();
      const opened = viewOpened.safeParse(answer.reply);
      const state = schemas[this.name].safeParse(opened.data?.state);
      if (!opened.success || !state.success) return this.askAgain();
      const { epoch, revision, clock } = opened.data;
      this.hold({ epoch, revision, state: state.data }, heard(clock, performance.now()));
    });
  }

  private askAgain(): void {
    this.lose();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.line.connected && this.open(), ASK_AGAIN_AFTER);
  }

  private hold(held: Held<Views[Name]>, clock: RunningClock | undefined): void {
    this.held = held;
    this.show({ state: held.state, connection: 'live', signedOut: false, clock });
  }

  private lose(): void {
    this.isOpening = false;
    this.show({ ...this.seen, connection: this.held ? 'stale' : 'connecting' });
  }

  private signOut(): void {
    this.hangUp();
    this.show({ ...nothingSeen, signedOut: true });
  }

  private hangUp(): void {
    clearTimeout(this.timer);
    this.isOpening = false;
    this.held = undefined;
    this.line.disconnect();
  }

  private show(seen: Seen<Views[Name]>): void {
    this.seen = seen;
    for (const listener of this.listeners) listener();
  }
}

function isSignedOut(told: unknown): boolean {
  const known = problem.safeParse(told);
  return known.success && (known.data.status === 401 || known.data.status === 403);
}
