import type { Connection } from '../api/live.ts';
import { ConnectionBadge } from './connection-badge.tsx';
import { Logo } from './logo.tsx';

/**
 * Shown while a surface is fetched, without words, because those may still be on their way; and while its view is,
 * when `connection` says after a moment why it takes so long.
 */
export function Loading({ connection }: { readonly connection?: Connection }) {
  return (
    <main className="grid min-h-dvh place-content-center place-items-center gap-6" aria-busy="true">
      <h1 className="sr-only">Common Table</h1>
      <Logo className="size-20 animate-breathe" />
      {connection && (
        <div className="animate-late">
          <ConnectionBadge connection={connection} />
        </div>
      )}
    </main>
  );
}
