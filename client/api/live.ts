import { useSyncExternalStore } from 'react';
import type { Credential } from '#contract/auth';
import type { ViewName, Views } from '#contract/boards';
import { LiveView, type Seen } from './live-view.ts';

export type { Connection, Seen } from './live-view.ts';

const usual = { kiosk: 'kiosk', board: 'screen', member: 'member' } as const satisfies Record<
  ViewName,
  Credential
>;

type Opened = { [Name in ViewName]: Map<Credential, LiveView<Name>> };

/** One line a view and credential, however many components look at it. */
const opened: Opened = { kiosk: new Map(), board: new Map(), member: new Map() };

function liveView<Name extends ViewName>(name: Name, as: Credential): LiveView<Name> {
  const views: Map<Credential, LiveView<Name>> = opened[name];
  const view = views.get(as) ?? new LiveView(name, as);
  views.set(as, view);
  return view;
}

/** A live view, and `restart` to begin anew after pairing or signing in. */
export type Live<State> = Seen<State> & { readonly restart: () => void };

/**
 * What the server holds of a view, kept up to date by patches. It is the only place where a surface keeps server
 * state. A host looks at the board with `as: 'host'`.
 */
export function useView<Name extends ViewName>(name: Name, as: Credential = usual[name]): Live<Views[Name]> {
  const view = liveView(name, as);
  const seen = useSyncExternalStore(view.subscribe, view.snapshot);
  return { ...seen, restart: view.restart };
}
