import { Logo } from './logo.tsx';

/** Shown while a surface is fetched; without words, because those may still be on their way. */
export function Loading() {
  return (
    <main className="grid min-h-dvh place-items-center" aria-busy="true">
      <h1 className="sr-only">Common Table</h1>
      <Logo className="size-20 animate-breathe" />
    </main>
  );
}
