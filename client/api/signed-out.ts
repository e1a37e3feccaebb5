import type { Credential } from '#contract/auth';

type Listener = (as: Credential) => void;

const listeners = new Set<Listener>();

/** Calls `listener` whenever something is refused because a credential of this browser is no longer good. */
export function onSignedOut(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells it to all who listen. */
export function tellSignedOut(as: Credential): void {
  for (const listener of listeners) listener(as);
}
