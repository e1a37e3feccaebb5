import { createContext, use } from 'react';
import type { BoardView } from '#contract/boards';

/** What every page of the console goes by: the space as it is live, and whether this host decides about its money. */
export interface Hosting {
  readonly view: BoardView;
  readonly isManager: boolean;
}

export const HostingContext = createContext<Hosting | undefined>(undefined);

/** @throws RangeError outside of the console. */
export function useHosting(): Hosting {
  const hosting = use(HostingContext);
  if (!hosting) throw new RangeError('this page stands in the console only');
  return hosting;
}
