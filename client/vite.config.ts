import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where a server in development listens, for `vite` alone; in production the server serves the built files. */
const server = process.env.COMMON_TABLE_SERVER ?? 'http://localhost:3000';

// `#values/*` and `#contract/*` resolve through `imports` in package.json, as they do for the server.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // `client/public` is a surface; nothing is copied as it is.
  publicDir: false,
  plugins: [react(), tailwindcss()],
  build: {
    outDir: fileURLToPath(new URL('../.build/client', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // Small fonts and pictures stay files of their own, so that a strict content policy needs no `data:`.
    assetsInlineLimit: 0,
  },
  // Our own modules below `client/api` have an ending; what is asked of the server has none.
  // The server sees the address that the browser sees, or it would refuse what it takes for another site's page.
  server: {
    proxy: {
      '^/api/[^.]*$': { target: server, changeOrigin: false },
      '/live': { target: server, changeOrigin: false, ws: true },
    },
  },
});
