import mergePatch from 'json-merge-patch';
import type { ViewPatch } from '#contract/boards';

/** A view as it is held: its state and where in the server's count of changes it stands. */
export interface Held<State> {
  readonly epoch: string;
  readonly revision: number;
  readonly state: State;
}

/**
 * The next state of a held view, or `undefined` when the patch does not follow on it: another run of the server, or
 * a change was missed. Then the view is opened again. A patch that is already in the state changes nothing.
 */
export function follow<State>(
  held: Held<State>,
  patch: Pick<ViewPatch, 'epoch' | 'revision' | 'patch'>,
  parse: (state: unknown) => State,
): Held<State> | undefined {
  if (patch.epoch !== held.epoch) return undefined;
  if (patch.revision <= held.revision) return held;
  if (patch.revision !== held.revision + 1) return undefined;
  // The library patches in place; the held state is what React compares with, so it stays as it was.
  const state = parse(mergePatch.apply(structuredClone(held.state), patch.patch));
  return { epoch: held.epoch, revision: patch.revision, state };
}
