import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, matchPath, Route, Routes } from 'react-router';
import { z } from 'zod';
import { loadPart } from './api/page-part.ts';
import { startWords, type Words } from './i18n/i18n.ts';
import { FaultBoundary } from './ui/fault-boundary.tsx';
import { Loading } from './ui/loading.tsx';
import { PageUnknown } from './ui/page-unknown.tsx';
import './theme.css';

interface Surface {
  /** As the router reads it: `:names` stand for one part each. */
  readonly path: string;
  readonly words: Words;
  readonly load: () => Promise<{ default: ComponentType }>;
}

/** One bundle a surface, fetched when it is opened. */
const surfaces: readonly Surface[] = [
  { path: '/', words: 'public', load: () => import('./public/surface.tsx') },
  { path: '/kiosk', words: 'kiosk', load: () => import('./kiosk/surface.tsx') },
  { path: '/board', words: 'board', load: () => import('./board/surface.tsx') },
  { path: '/host/*', words: 'host', load: () => import('./host/surface.tsx') },
  { path: '/booking', words: 'booking', load: () => import('./booking/surface.tsx') },
  { path: '/door', words: 'door', load: () => import('./door/surface.tsx') },
  { path: '/me', words: 'member', load: () => import('./member/surface.tsx') },
  { path: '/papers/:number/:word', words: 'papers', load: () => import('./papers/surface.tsx') },
  { path: '/impacts/:subject/:word', words: 'impacts', load: () => import('./impacts/surface.tsx') },
];

// The content policy forbids making code from strings; schemas are then read, not compiled.
z.config({ jitless: true });

const opened = surfaces.find(({ path }) => matchPath(path, location.pathname));
// Words, letters and code of the surface arrive side by side.
if (opened) void loadPart(opened.path, opened.load).catch(() => undefined);
await startWords(opened?.words ?? 'public');

const pages = surfaces.map(({ path, load }) => ({ path, Page: lazy(() => loadPart(path, load)) }));
const reads = new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false } } });

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={reads}>
      <FaultBoundary>
        <Suspense fallback={<Loading />}>
          <BrowserRouter>
            <Routes>
              {pages.map(({ path, Page }) => (
                <Route key={path} path={path} element={<Page />} />
              ))}
              <Route path="*" element={<PageUnknown />} />
            </Routes>
          </BrowserRouter>
        </Suspense>
      </FaultBoundary>
    </QueryClientProvider>
  </StrictMode>,
);
